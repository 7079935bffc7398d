// What the client needs of the game. `fx/` implements these with natives; tests use plain objects.

/** How a blip on the map looks; see `BlipStyle` for the numbers. */
export interface BlipLook {
  readonly sprite: number;
  readonly colour: number;
  readonly scale: number;
  readonly shortRange: boolean;
  readonly name: string;
  /** 0 to 255. */
  readonly alpha: number;
}

/** Blips on the player's map, by handle. A handle must not be used after `remove`. */
export interface Blips {
  /** Coordinates are GTA world metres. */
  add(x: number, y: number, z: number): number;
  /** A circle of that radius (metres) around a place. */
  addArea(x: number, y: number, z: number, radius: number): number;
  remove(handle: number): void;
  move(handle: number, x: number, y: number, z: number): void;
  look(handle: number, look: BlipLook): void;
  /** Flashes for `ms`, then stops by itself. */
  flash(handle: number, ms: number): void;
}

/** A post in the notification feed above the minimap. Texts are free of markup; `body` is shown line by line. */
export interface FeedPost {
  readonly sender: string;
  readonly subject: string;
  readonly body: readonly string[];
}

export interface Feed {
  post(post: FeedPost): void;
}

/** Net events to and from the server. */
export interface ServerBus {
  on(event: string, run: (...args: unknown[]) => void): void;
  emit(event: string, ...args: unknown[]): void;
}

/** The resource we are, on this client. */
export interface ResourceInfo {
  /** Text of a file that the manifest sends to clients, or null. */
  readFile(path: string): string | null;
  /** Value of a replicated console variable, or `''`. */
  convar(name: string): string;
  /** `run` may only do synchronous work. */
  onStop(run: () => void): void;
  /** Tells the client's console (F8) that something is wrong. */
  warn(line: string): void;
}

/** Everything of the game. */
export interface Game {
  readonly blips: Blips;
  readonly feed: Feed;
  readonly server: ServerBus;
  readonly resource: ResourceInfo;
}
