// What a scenario can do with a running server, and what it can see of it. Any host that can run the bundles can
// offer this, so the same scenarios can be held against more than one.

export interface WorldOptions {
  readonly folder?: string;
  /** Settings for config.json, in place of the file that is delivered. */
  readonly config?: object;
  readonly convars?: Readonly<Record<string, string>>;
  /** Players at the start; the ACEs are granted to the player alone. */
  readonly players?: readonly WorldPlayer[];
  /** Script of another resource that runs beside ours, `neighbour`. */
  readonly neighbour?: string;
  /** Further resources, which run from the start. */
  readonly others?: readonly WorldResource[];
}

export interface WorldResource {
  readonly name: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Files by path inside the resource. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface WorldPlayer {
  readonly id: number;
  readonly name: string;
  readonly identifiers: readonly string[];
  readonly aces?: readonly string[];
  /** Where the player's ped is; the origin unless told otherwise. */
  readonly coords?: readonly [x: number, y: number, z: number];
}

/** What a player has on the screen, in words that do not depend on the host. */
export interface Sight {
  readonly blips: readonly {
    name: string;
    x: number;
    y: number;
    /** In metres; null for a point. */
    radius: number | null;
    sprite: number;
    colour: number;
    flashes: boolean;
  }[];
  readonly feed: readonly { sender: string; subject: string; text: string }[];
}

/** The game of one player, with the test in the place of the NUI page. */
export interface PlayerGame {
  /** What the client script has told the page so far. */
  messages(): readonly unknown[];
  /**
   * Asks the client script for something as the page does: its answer, `no answer`, or `refused`. `from` is the
   * resource whose page asks, `body` is sent as it is when it is a text.
   */
  ask(name: string, body: unknown, from?: string): Promise<unknown>;
  /** Binds a command to a key, as players do in the settings of the game. */
  bind(command: string, key: string): void;
  press(key: string): void;
  /** Types a line into the chat. */
  say(line: string): void;
  /** Whether the page has keyboard and mouse, and whether the game gets the keys all the same. */
  focus(): { readonly focus: boolean; readonly cursor: boolean; readonly keepInput: boolean };
  /** Name of the blip that the game leads the player to, or null. */
  route(): string | null;
  /** Names of the game's own sounds that were played so far. */
  sounds(): readonly string[];
  /** Callbacks of every frame, and the intervals (ms) of timers. */
  load(): { readonly tickers: number; readonly timers: readonly number[] };
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly allow: string | null;
}

export interface SentToClient {
  readonly event: string;
  /** -1 for everybody. */
  readonly player: number;
  readonly args: readonly unknown[];
}

export interface World {
  /** Sends a request to the game port; `path` starts below the root: `/sonorancad/event`. */
  request(
    method: string,
    path: string,
    body?: string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Lets time pass, in the world's own time. */
  pass(ms: number): Promise<void>;
  /** Lets everything that is on its way arrive. */
  settle(): Promise<void>;
  sees(player: number): Sight;
  game(player: number): PlayerGame;
  grant(player: number, ace: string): void;
  revoke(player: number, ace: string): void;
  join(player: WorldPlayer): Promise<void>;
  drop(player: number): void;
  /** Moves a player's ped. */
  move(player: number, x: number, y: number, z: number): void;
  restart(): Promise<void>;
  stopResource(): Promise<void>;
  setConvar(name: string, value: string): void;
  /** Calls a server export of our resource from another resource. */
  call(name: string, ...args: unknown[]): unknown;
  stopOther(resource: string): Promise<void>;
  startOther(resource: string): Promise<void>;
  /** Everything our server script has sent to game clients so far. */
  sent(): readonly SentToClient[];
  /** Sends an event to the server as a modified game client can. */
  raise(player: number, event: string, ...args: unknown[]): void;
  /** Calls an export of the neighbour. */
  callNeighbour(name: string, ...args: unknown[]): unknown;
  command(line: string, player?: number): void;
  /** Chat lines shown to a player. */
  chat(player: number): readonly string[];
  /** Lines of the server console, without colours. */
  console(): readonly string[];
  /** Everything that the real host would have crashed on, dropped or complained about because of us. */
  problems(): readonly string[];
  end(): Promise<void>;
}

export type CreateWorld = (options?: WorldOptions) => Promise<World>;

export const KEY = 'TEST-API-KEY-0000';

export const OFFICER: WorldPlayer = {
  id: 1,
  name: 'Iris Dale',
  identifiers: ['license:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', 'discord:1'],
  aces: ['sonorancad.duty'],
};
export const OFF_DUTY: WorldPlayer = {
  id: 2,
  name: 'Tom Vance',
  identifiers: ['steam:1100001000000b2', 'license:b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2'],
};
/** Without permissions: on duty only while somebody logs in to the CAD. Her unit in the fixtures is 12. */
export const IRIS: WorldPlayer = { ...OFFICER, aces: [] };
/** Unit 34 in the fixtures, by identifiers in old spellings. */
export const TOM = OFF_DUTY;
/** The dispatcher, unit 40 in the fixtures, who plays as well. */
export const MARA: WorldPlayer = {
  id: 4,
  name: 'Mara Quill',
  identifiers: ['license:d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0'],
};
export const CIVILIAN: WorldPlayer = {
  id: 7,
  name: 'Nora Fields',
  identifiers: ['license:c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3'],
};
