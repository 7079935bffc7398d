// What the page shows, as plain data.

/** A piece of text drawn in one style. Colours are CSS colours. */
export interface Run {
  readonly text: string;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** A blip on a player's map, in GTA world metres. */
export interface BlipView {
  readonly handle: number;
  readonly x: number;
  readonly y: number;
  readonly sprite: number;
  /** Blip colour index of the game. */
  readonly colour: number;
  readonly scale: number;
  /** Radius in metres of an area, or null for a symbol. */
  readonly radius: number | null;
  readonly name: string;
  readonly isFlashing: boolean;
  /** Whether the game leads the player there. */
  readonly isRoute: boolean;
}

/** A post in the notification feed. */
export interface PostView {
  readonly id: number;
  readonly at: number;
  readonly sender: readonly Run[];
  readonly subject: readonly Run[];
  /** Lines. */
  readonly body: readonly (readonly Run[])[];
}

/** A key that does something, as the player has bound it. */
export interface KeyView {
  /** Name of the key as the game has it, such as `F9`; `''` while the player has bound none. */
  readonly key: string;
  readonly description: string;
}

/** What is on one player's screen beside the NUI page, and what is to be known about that. */
export interface ScreenView {
  /** A page of another number is another page, which has to be loaded; null while the resource does not run. */
  readonly page: number | null;
  /** The page has said that it is ready: alerts go there. */
  readonly isReady: boolean;
  /** The page has the mouse. */
  readonly hasCursor: boolean;
  readonly keys: readonly KeyView[];
  /** Commands that the chat suggests, and what they do. */
  readonly commands: readonly { readonly name: string; readonly help: string }[];
  /** What the feed and the chat show at this moment, oldest first. */
  readonly posts: readonly PostView[];
  readonly chat: readonly { readonly at: number; readonly runs: readonly Run[] }[];
}

/** What one player is, sees and hears. */
export interface PlayerView {
  readonly id: number;
  readonly name: string;
  readonly firstName: string;
  readonly role: string;
  /** As the resource sees it; null while it does not run. */
  readonly isOnDuty: boolean | null;
  /** Why, in the words of `sonorancad why`; empty while it does not run. */
  readonly why: readonly string[];
  /** Whether the page granted the duty permission. */
  readonly isGranted: boolean;
  readonly x: number;
  readonly y: number;
  /** Degrees, 0 is north, counter-clockwise as in the game. */
  readonly heading: number;
  readonly blips: readonly BlipView[];
  /** The purple marker that a player sets on the map, or null. */
  readonly waypoint: readonly [x: number, y: number] | null;
  /** Newest first. */
  readonly posts: readonly PostView[];
  readonly screen: ScreenView;
}

/** What the CAD knows, for its dispatcher. */
export interface CadView {
  /** Whether requests of the resource are answered as they should be. */
  readonly isApiUp: boolean;
  /** The next invented 911 call. */
  readonly next: { readonly caller: string; readonly place: string };
  /** The players' accounts, on the air or not, and whoever else is on the air. */
  readonly units: readonly DeskUnit[];
  /** Open 911 calls, newest first. */
  readonly emergencies: readonly DeskEmergency[];
  /** Active dispatch calls, newest first. */
  readonly calls: readonly DeskCall[];
}

/** An account of the CAD. */
export interface DeskUnit {
  readonly ident: number;
  readonly unitNum: string;
  readonly name: string;
  /** Whose account it is; null when it is none of the players'. */
  readonly player: number | null;
  readonly isOnAir: boolean;
  readonly isDispatch: boolean;
  readonly isPanic: boolean;
  /** As the CAD numbers it; 0 to 4 are its own. */
  readonly status: number;
}

/** A 911 call in the CAD. */
export interface DeskEmergency {
  readonly callId: number;
  readonly isEmergency: boolean;
  readonly caller: string;
  readonly place: string;
  readonly description: string;
}

/** A dispatch call in the CAD. */
export interface DeskCall {
  readonly callId: number;
  readonly title: string;
  readonly place: string;
  /** As text: communities may have words instead of numbers. */
  readonly priority: string;
  readonly idents: readonly number[];
}

/** A unit that is logged in, as the resource knows it. */
export interface BoardUnit {
  readonly ident: number;
  readonly unitNum: string;
  readonly name: string;
  readonly status: string;
  readonly department: string;
  /** 0 police, 1 fire, 2 EMS, 3 dispatch; null when the CAD does not say. */
  readonly page: number | null;
  readonly group: string;
  readonly isPanic: boolean;
  readonly isDispatch: boolean;
  /** The player who is the unit, or null. */
  readonly player: number | null;
}

/** An open call, as the resource knows it. */
export interface BoardCall {
  readonly key: string;
  readonly number: number | null;
  readonly stage: '911' | 'civil' | 'dispatch';
  readonly title: string;
  readonly code: string;
  readonly caller: string;
  readonly place: string;
  /** As the CAD words it; `''` when it has none. */
  readonly priority: string;
  /** Attached units. */
  readonly units: readonly Pick<BoardUnit, 'ident' | 'unitNum' | 'player'>[];
  /** Oldest first. */
  readonly notes: readonly { readonly time: string; readonly label: string; readonly content: string }[];
}

/** Units and calls, newest calls first. */
export interface Board {
  readonly units: readonly BoardUnit[];
  readonly calls: readonly BoardCall[];
  /** Open calls that are not in `calls`, which are the newest. */
  readonly olderCalls: number;
}

/** How far the story is. */
export interface StoryView {
  readonly isPlaying: boolean;
  readonly isOver: boolean;
  /** What was answered to the steps so far. When the last one was refused, it comes next once more. */
  readonly replies: readonly Pick<Reply, 'status' | 'body' | 'ms'>[];
}

/** One step of the story: a recorded event, and what it is about. */
export interface StoryStep {
  /** Name of the fixture. */
  readonly name: string;
  readonly title: string;
  /** What to look at. */
  readonly watch: string;
}

/** Everything that the page shows and that changes, except console lines and replies. */
export interface DemoState {
  readonly isRunning: boolean;
  readonly players: readonly PlayerView[];
  readonly cad: CadView;
  /** Null while the resource does not run. */
  readonly board: Board | null;
  readonly story: StoryView;
}

/** A console line, already parted by colour. */
export interface LineView {
  readonly id: number;
  readonly at: number;
  readonly channel: string;
  readonly runs: readonly Run[];
}

/** A recorded event that can be sent. */
export interface FixtureView {
  readonly name: string;
  readonly title: string;
  readonly group: string;
}

/** What came of a request to the game port. `status` is null when there was no answer. */
export interface Reply {
  /** Name of the fixture, or null. */
  readonly fixture: string | null;
  readonly sent: string;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Text of the answer, or why there is none. */
  readonly body: string;
  readonly ms: number;
}
