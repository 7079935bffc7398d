// What the demo's server and its page say to each other over the websocket.

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

/** What one player is, sees and hears. */
export interface PlayerView {
  readonly id: number;
  readonly name: string;
  readonly firstName: string;
  readonly role: string;
  /** As the resource sees it; null while it does not run. */
  readonly isOnDuty: boolean | null;
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
}

/** The next invented 911 call and what the CAD believes to be open. */
export interface CadView {
  readonly next: { readonly caller: string; readonly place: string };
  /** Ids of open 911 calls, newest last. */
  readonly open: readonly number[];
}

/** Everything that the page shows and that changes, except console lines and replies. */
export interface DemoState {
  readonly isRunning: boolean;
  readonly players: readonly PlayerView[];
  readonly cad: CadView;
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
  /** Whether the resource handles this type of event. */
  readonly isHandled: boolean;
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

/** Server to page. `hello` comes first on each connection. */
export type ServerMessage =
  | {
      readonly type: 'hello';
      /** Where the CAD posts to. */
      readonly eventUrl: string;
      readonly fixtures: readonly FixtureView[];
      readonly example: string;
      readonly lines: readonly LineView[];
      readonly state: DemoState;
    }
  | { readonly type: 'state'; readonly state: DemoState }
  | { readonly type: 'lines'; readonly lines: readonly LineView[] }
  | { readonly type: 'reply'; readonly reply: Reply };

/** Page to server. */
export type Action =
  | { readonly type: 'call911' }
  | { readonly type: 'remove911' }
  | { readonly type: 'fixture'; readonly name: string }
  | { readonly type: 'post'; readonly body: string }
  | { readonly type: 'duty'; readonly player: number; readonly isGranted: boolean }
  | { readonly type: 'command'; readonly line: string }
  | { readonly type: 'resource'; readonly change: 'restart' | 'stop' | 'start' };

/** The action in a text that came over the websocket, or null when it is none. */
export function readAction(text: string): Action | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { type, name, body, player, isGranted, line, change } = value as Record<string, unknown>;
  if (type === 'call911' || type === 'remove911') return { type };
  if (type === 'fixture' && typeof name === 'string') return { type, name };
  if (type === 'post' && typeof body === 'string') return { type, body };
  if (type === 'command' && typeof line === 'string') return { type, line };
  if (type === 'duty' && typeof player === 'number' && typeof isGranted === 'boolean') {
    return { type, player, isGranted };
  }
  if (type === 'resource' && (change === 'restart' || change === 'stop' || change === 'start')) {
    return { type, change };
  }
  return null;
}
