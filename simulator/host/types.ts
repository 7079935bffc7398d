// The plain shapes the simulator and its users share.

export type Side = 'server' | 'client';

/** One entry printed to the console of a server or a game client. */
export interface ConsoleLine {
  /** `script:<resource>`, or the component of the host that printed it. */
  readonly channel: string;
  readonly resource: string | null;
  /** As printed, with `^1` colour codes; may span lines. */
  readonly text: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

/** A point in the world, in metres. */
export type Vector = readonly [x: number, y: number, z: number];

export interface PlayerOptions {
  readonly id: number;
  readonly name: string;
  /** `license:…`, `discord:…`, `steam:…`. */
  readonly identifiers?: readonly string[];
  /** ACE objects allowed to this player alone. */
  readonly aces?: readonly string[];
  /** Principals this player inherits from, such as `group.admin`. */
  readonly groups?: readonly string[];
  /** Without coordinates the server knows no ped of the player until a game client brings some. */
  readonly coords?: Vector;
  readonly heading?: number;
  /** Address the player is connected from. */
  readonly endpoint?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: exports take and return whatever their callers agree on
export type ExportedFunction = (...args: any[]) => unknown;

/** A resource beside the one under test: from a folder, or made up here. */
export interface OtherResource {
  readonly name: string;
  /** Folder with an fxmanifest.lua; the other fields are ignored then. */
  readonly dir?: string;
  /** Manifest entries, keys in the singular (`version`, `file`, `server_export`). */
  readonly metadata?: Readonly<Record<string, string | readonly string[]>>;
  /** Files by path inside the resource. */
  readonly files?: Readonly<Record<string, string>>;
  /** Texts of scripts, run in order. */
  readonly scripts?: { readonly server?: readonly string[]; readonly client?: readonly string[] };
  /** Exports answered by the test itself, as if a script of the resource had published them (server side). */
  readonly exports?: Readonly<Record<string, ExportedFunction>>;
  /** The same on every game client. */
  readonly clientExports?: Readonly<Record<string, ExportedFunction>>;
  /** False to leave it stopped. */
  readonly start?: boolean;
}

export type ResourceState = 'missing' | 'stopped' | 'starting' | 'started' | 'stopping';

/** One call of a native, while the call log is on. */
export interface NativeCallRecord {
  readonly resource: string;
  readonly native: string;
  readonly args: readonly unknown[];
  readonly result: unknown;
}

/** What one script runtime costs and holds. */
export interface RuntimeStats {
  /** Live `setTick` callbacks. */
  readonly tickers: number;
  /** Intervals of live timers, in ms. */
  readonly timers: readonly number[];
  /** Requested animation frames. */
  readonly frames: number;
  /** Functions given away to the host or to other runtimes and not released. */
  readonly functionRefs: number;
  /** Native calls by name. */
  readonly nativeCalls: Readonly<Record<string, number>>;
}

/** How promise continuations of server scripts run: at once as in Node, or on the next tick as on a real server. */
export type MicrotaskMode = 'immediate' | 'tick';
