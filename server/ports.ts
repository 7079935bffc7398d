// What the server needs of the host it runs in. `fx/` implements these with natives; tests use plain objects.

/** Undoes a subscription or a timer. Calling it again does nothing. */
export type Cancel = () => void;

/** Time and timers. Timers of the host have a resolution of 50 ms. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  after(ms: number, run: () => void): Cancel;
  every(ms: number, run: () => void): Cancel;
}

/** The server console. One call, one line; `^1` colour codes are the caller's. */
export interface Console {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** A request as the listener sees it. */
export interface HttpRequest {
  readonly method: string;
  /** Path below the resource's name, undecoded, with the query string: `/event?a=1`. */
  readonly path: string;
  /** Address of the direct peer without its port. */
  readonly address: string;
  /** Value of the first header of that name, in any casing. */
  header(name: string): string | undefined;
  /**
   * Asks for the body. `onBody` runs at most once: at once, later, or never (when none was sent or the peer left).
   */
  readBody(onBody: (body: ArrayBuffer) => void): void;
  /** `onCancel` runs when the peer leaves before it was answered. */
  onCancel(onCancel: () => void): void;
}

export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The game port's HTTP front. */
export interface Http {
  /** Hands every request below `/<resource>/` to `handle`, which answers each with exactly one `reply`. */
  serve(handle: (request: HttpRequest, reply: (reply: HttpReply) => void) => void): void;
}

/** Players that are connected, by their server id. */
export interface Players {
  ids(): number[];
  name(player: number): string;
  /** `type:value`, in the order the host gives them. */
  identifiers(player: number): string[];
  isAceAllowed(player: number, ace: string): boolean;
  /** Where the player's ped is (GTA world metres), or null: without OneSync, or while the player has no ped. */
  position(player: number): { x: number; y: number; z: number } | null;
  /** Where the player's ped faces (degrees, 0 is north, counter-clockwise); 0 where there is none. */
  heading(player: number): number;
  onJoin(run: (player: number) => void): void;
  onDrop(run: (player: number) => void): void;
}

/** Arguments of a net event, ready to be sent to any number of players, before anything else is packed. */
export type Packed = { readonly bytes: unknown; readonly size: number };

/**
 * Packs a value that is part of several events, once. What comes back stands for it in whatever is packed later, and is
 * good for nothing else; the value must not change any more.
 */
export type Share = <T>(value: T) => T;

/** Net events to and from game clients. */
export interface ClientBus {
  pack(args: readonly unknown[]): Packed;
  send(event: string, player: number, packed: Packed): void;
  /** Arguments come from the client and are not to be trusted; `player` is stamped by the host. */
  on(event: string, run: (player: number, ...args: unknown[]) => void): void;
}

/** The resource's own key-value store, which survives restarts. Writes are made durable by `flush`. */
export interface Storage {
  entries(prefix: string): [key: string, value: string][];
  set(key: string, value: string): void;
  delete(key: string): void;
  flush(): void;
}

/** Console variables. */
export interface Convars {
  /** Value, or `''` when it is not set. */
  get(name: string): string;
  /** `pattern` may hold `*`. */
  onChange(pattern: string, run: (name: string) => void): void;
}

/** Events and functions shared with other resources on this server. Arguments are copied on the way. */
export interface LocalBus {
  emit(event: string, ...args: unknown[]): void;
  on(event: string, run: (...args: unknown[]) => void): void;
  publish(name: string, run: (...args: never[]) => unknown): void;
}

/** Commands typed in the server console (`player` null) or by a player. */
export interface Commands {
  register(name: string, run: (player: number | null, args: readonly string[]) => void): void;
}

/** The other resources on this server. */
export interface Resources {
  /** Names of all resources, running or not. */
  names(): string[];
  isRunning(name: string): boolean;
  /** Runs when any resource has started: its scripts are loaded. */
  onStart(run: (name: string) => void): void;
  /** Runs before any resource stops; its exports can still be called. */
  onStop(run: (name: string) => void): void;
  /** Calls an export; throws when there is none or when it throws. Results are copies. */
  call(resource: string, exported: string, ...args: unknown[]): unknown;
  /** First value of a manifest entry (keys are kept in the singular), or null. */
  metadata(resource: string, key: string): string | null;
  /** Text of a file of a resource, or null when there is none. */
  readFile(resource: string, path: string): string | null;
  /** Name of the resource whose call we are answering, or null. */
  caller(): string | null;
}

/** The resource we are. */
export interface ResourceInfo {
  /** Name of the folder, which is also the first part of the HTTP path. */
  readonly name: string;
  readonly version: string;
  /** Text of a file of the resource, or null when there is none. */
  readFile(path: string): string | null;
  /** Replaces a file of the resource, not atomically; its folder must exist. False when the host does not let us. */
  writeFile(path: string, text: string): boolean;
  /** Runs a built file of the resource that is no script of it, and returns its exports. Throws when it cannot be run. */
  runPart(path: string): unknown;
  /** `run` may only do synchronous work: the runtime ends right after it. */
  onStop(run: () => void): void;
}

/** Everything of the host. */
export interface Host {
  readonly clock: Clock;
  readonly console: Console;
  readonly http: Http;
  readonly players: Players;
  readonly clients: ClientBus;
  readonly share: Share;
  readonly storage: Storage;
  readonly convars: Convars;
  readonly local: LocalBus;
  readonly commands: Commands;
  readonly resource: ResourceInfo;
  readonly resources: Resources;
}
