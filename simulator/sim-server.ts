// The public interface of a simulated server: how it is started and what may be done to it.
import type { CommandResult } from './host/commands.ts';
import type { GameClient, GameClientOptions } from './host/game-client-types.ts';
import type { KvpStore } from './host/kvp.ts';
import type { SentEvent } from './host/net.ts';
import type {
  ConsoleLine,
  MicrotaskMode,
  NativeCallRecord,
  OtherResource,
  PlayerOptions,
  ResourceState,
  RuntimeStats,
  Vector,
} from './host/types.ts';
import type { HttpLogEntry, InjectedRequest, InjectOptions, LimiterOptions } from './http/types.ts';
import type { Problem } from './natives/native.ts';

export interface ServerOptions {
  /** Folder of the resource under test, with its fxmanifest.lua. Without one only `resources` are there. */
  readonly resourceDir?: string;
  readonly resourceName?: string;
  /** Port of the HTTP front; 0 takes a free one. */
  readonly port?: number;
  readonly convars?: Readonly<Record<string, string>>;
  /** Convars set with `setr`. */
  readonly replicatedConvars?: Readonly<Record<string, string>>;
  /** ACE objects allowed to principals. */
  readonly principals?: Readonly<Record<string, readonly string[]>>;
  /** Players who are on the server before any resource starts; they have no game client until one joins. */
  readonly players?: readonly PlayerOptions[];
  /** Other resources; they start before the one under test, in this order. */
  readonly resources?: readonly OtherResource[];
  /** Keeps key-value pairs beyond this server. */
  readonly kvp?: KvpStore;
  /** Rate limiter of the HTTP front; false switches it off. */
  readonly limiter?: LimiterOptions | false;
  /** `manual`: time stands still but for `advance`. */
  readonly clock?: 'real' | 'manual';
  /** Where a manual clock starts, in ms since the Unix epoch. */
  readonly epoch?: number;
  readonly artifact?: number;
  /** A server.cfg, run before the resources start. What it starts is not started again. */
  readonly cfg?: string;
  readonly microtasks?: MicrotaskMode;
}

export interface JoinOptions
  extends Pick<GameClientOptions, 'startAfterFrames' | 'streetAt' | 'zoneAt' | 'kvp'> {}

export interface SimServer {
  readonly port: number;
  /** Base URL of the resource under test. */
  readonly url: string;
  urlOf(resource: string): string;
  readonly resource: string;
  readonly kvp: KvpStore;
  /** Oldest first; live. */
  readonly console: readonly ConsoleLine[];
  onConsole(listener: (line: ConsoleLine) => void): () => void;
  /** What the real host would crash on, drop or print as an error, on the server side. */
  readonly problems: readonly Problem[];
  /** The same of the server and of every game client so far. */
  allProblems(): Problem[];
  /** Finished HTTP requests. */
  readonly http: readonly HttpLogEntry[];
  onRequest(listener: (entry: HttpLogEntry) => void): () => void;
  /** Events sent to clients. */
  readonly sentEvents: readonly SentEvent[];
  onSent(listener: (event: SentEvent) => void): () => void;
  /** Native calls, while `recordCalls` is on. */
  readonly calls: readonly NativeCallRecord[];
  recordCalls: boolean;

  start(resource: string): boolean;
  stop(resource: string): boolean;
  /** Reads manifest and files again, then stops and starts; game clients stop their part first. */
  restart(resource?: string): boolean;
  /** Ends the server scripts as if the process had died: no `onResourceStop`. Everything written is kept. */
  crash(resource?: string): void;
  /** Adds a resource and starts it. */
  addResource(definition: OtherResource): boolean;
  state(resource: string): ResourceState;

  /** Connects a player, or gives a game client to one who is on the server without. */
  join(player: PlayerOptions | number, options?: JoinOptions): GameClient;
  /** Ends a player's connection as if the player had left. */
  drop(id: number, reason?: string): void;
  /** The game of a connected player; the first call starts it for a player who was there from the beginning. */
  client(id: number): GameClient | undefined;
  /** The games that run. */
  clients(): GameClient[];
  players(): { id: number; name: string; identifiers: readonly string[]; coords: Vector | null }[];
  /** Moves a player who has no game client. */
  setCoords(id: number, coords: Vector | null, heading?: number): void;

  setConvar(name: string, value: string, options?: { replicated?: boolean }): void;
  addAce(principal: string, object: string, allow?: boolean): void;
  removeAce(principal: string, object: string, allow?: boolean): void;
  addPrincipal(child: string, parent: string): void;
  removePrincipal(child: string, parent: string): void;
  /** Runs a command on the console, or as a player. */
  execute(line: string, options?: { player?: number }): CommandResult;
  /** Runs the lines of a config file on the console. */
  exec(cfg: string): void;

  /** A local event on the server; false when a handler cancelled it. */
  emit(name: string, ...args: unknown[]): boolean;
  /** An event packet as a client may send it, through the host's limiters. */
  netEvent(playerId: number, name: string, ...args: unknown[]): void;
  callExport(resource: string, name: string, ...args: unknown[]): unknown;
  /** Runs code in the server scripts of a resource. */
  evaluate(code: string, resource?: string): unknown;
  stats(resource?: string): RuntimeStats;

  now(): number;
  /** Manual clock: runs what falls due on the server and on every client, in order of time. */
  advance(ms: number): Promise<void>;
  /** An HTTP request without socket and limiter. */
  inject(request: InjectOptions): InjectedRequest;
  shutdown(): Promise<void>;
}
