// What the client needs of the game. `fx/` implements these with natives; tests use plain objects.

import type { GameSound } from '../shared/delivery.ts';
import type { ScreenFrame, ScreenMessage } from '../shared/screen.ts';

/** Undoes a timer. Calling it again does nothing. */
export type Cancel = () => void;

/** Time and timers. Timers of the host have the resolution of a frame. */
export interface Clock {
  /** Milliseconds since the epoch, by the player's computer. */
  now(): number;
  after(ms: number, run: () => void): Cancel;
}

/** How a blip on the map looks; see `BlipStyle` for the numbers. */
export interface BlipLook {
  readonly sprite: number;
  readonly colour: number;
  readonly scale: number;
  readonly shortRange: boolean;
  /** Group in the legend. */
  readonly category: number;
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
  /** Leads the player there in that colour; null ends it. The player's own waypoint is another thing. */
  route(handle: number, colour: number | null): void;
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

/** The player in the world. */
export interface Self {
  /** GTA world metres. */
  position(): { readonly x: number; readonly y: number; readonly z: number };
  /** Degrees, 0 is north, counter-clockwise. */
  heading(): number;
  isDead(): boolean;
  /** Whether the pause menu (with the big map) is open. */
  isPaused(): boolean;
}

/** The NUI page. */
export interface Page {
  send(message: ScreenMessage): void;
  /** What the page asks for; it is answered at once. `data` is not to be trusted. */
  on(request: string, run: (data: unknown) => void): void;
  /** Gives the page the mouse, while the player goes on driving unless they type; false takes it away. */
  setCursor(hasCursor: boolean, isTyping: boolean): void;
}

/** Sounds of the game itself. */
export interface Sounds {
  play(sound: GameSound): void;
}

/** Commands and keys. */
export interface Input {
  command(name: string, run: (args: readonly string[]) => void): void;
  /**
   * Offers a command in the player's key settings. `key` is where it lies until the player moves it; `''` leaves it
   * unbound.
   */
  map(command: string, description: string, key: string): void;
  /** What is written on the key that a mapped command has now, or `''`. */
  label(command: string): string;
  /** Tells the chat what a command takes. */
  suggest(command: string, help: string, params: readonly { name: string; help: string }[]): void;
  /** Takes a suggestion back. */
  unsuggest(command: string): void;
}

/** The player's own store on this computer. */
export interface Keep {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

/** The map's names. */
export interface Atlas {
  /** Street and area at a place, such as `Sinner St, Mission Row`; `''` where there is none. */
  nameOf(x: number, y: number, z: number): string;
}

/** The shape of the screen. */
export interface Display {
  frame(): ScreenFrame;
}

/** Net events to and from the server. */
export interface ServerBus {
  on(event: string, run: (...args: unknown[]) => void): void;
  emit(event: string, ...args: unknown[]): void;
}

/** Events and functions for other resources on this client. */
export interface LocalBus {
  emit(event: string, ...args: unknown[]): void;
  publish(name: string, run: () => unknown): void;
}

/** The other resources on this client. */
export interface Neighbours {
  isRunning(resource: string): boolean;
  /** Calls an export; throws when there is none or when it throws. Its answer is of no interest. */
  call(resource: string, exported: string, ...args: unknown[]): void;
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
  readonly clock: Clock;
  readonly blips: Blips;
  readonly feed: Feed;
  readonly self: Self;
  readonly page: Page;
  readonly sounds: Sounds;
  readonly input: Input;
  readonly keep: Keep;
  readonly atlas: Atlas;
  readonly display: Display;
  readonly server: ServerBus;
  readonly local: LocalBus;
  readonly neighbours: Neighbours;
  readonly resource: ResourceInfo;
}
