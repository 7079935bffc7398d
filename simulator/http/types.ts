// What the HTTP front asks of its host, and what it offers in return.
import type { FunctionRef, Problem } from '../natives/native.ts';

export interface HttpTarget {
  /** Started resources with the handler they registered, if any. */
  resources(): readonly { readonly name: string; readonly handler: FunctionRef | null }[];
  convar(name: string): string | undefined;
  /** Runs `fn` on the main thread: now when already on it, else as soon as it is free (not gated by ticks). */
  onMain(fn: () => void): void;
  problem(kind: Problem['kind'], message: string, resource: string | null): void;
  log(entry: HttpLogEntry): void;
}

/** One request, written when its answer ended or its connection closed. */
export interface HttpLogEntry {
  /** Time at which the head was read, as `now()` gives it. */
  at: number;
  /** `host:port` of the peer. */
  address: string;
  method: string;
  /** The raw request target. */
  path: string;
  /** The resource that was routed to, or null. */
  resource: string | null;
  /** Null when the connection closed without an answer. */
  status: number | null;
  /** Body bytes sent. */
  bytes: number;
  /** Milliseconds from head to end. */
  ms: number;
}

export interface LimiterOptions {
  /** Tokens per second, unless `rateLimiter_http_<resource>_rate` says otherwise. Default 10. */
  rate?: number;
  /** Most tokens a bucket holds, unless `rateLimiter_http_<resource>_burst` says otherwise. Default 25. */
  burst?: number;
  /**
   * `strict` (default): a plain token bucket, as the two settings promise. `source`: as KeyedRateLimiter.h is
   * written, where an address that overflows is given a full bucket of 1.5 times the size.
   */
  mode?: 'strict' | 'source';
  /** Whether the addresses in `sv_proxyIPRanges` (loopback and private networks) pass freely. Default true. */
  exempt?: boolean;
}

export interface ConnectionLimitOptions {
  /** Connections per address, unless `net_tcpConnLimit` says otherwise. Default 16. */
  perAddress?: number;
  /** Whether loopback and `sv_proxyIPRanges` pass freely. Default true. */
  exempt?: boolean;
}

export interface Timers {
  set(fn: () => void, ms: number): unknown;
  clear(handle: unknown): void;
}

export interface TimeoutOptions {
  /** Closes a connection without reads and writes. Default `sv_tcpConnectionTimeoutSeconds`, else 5000. */
  idleMs?: number;
  /** Replaces the idle time once a request was routed. Default `sv_httpHandlerConnectionTimeoutSeconds`, else 300000. */
  handlerMs?: number;
  /** Closes a connection this long after its last write. Default 30000. */
  writeMs?: number;
  /** Where the time comes from. Default: Node's timers, unreferenced. */
  timers?: Timers;
}

export interface HttpFrontOptions {
  target: HttpTarget;
  /** 0 takes a free one. */
  port: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /** Null switches rate limiting off. */
  limiter: LimiterOptions | null;
  connections?: ConnectionLimitOptions;
  timeouts?: TimeoutOptions;
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface HttpReply {
  status: number;
  /** As the script named them; repeated lines are joined with a comma. */
  headers: Record<string, string>;
  body: string;
}

export interface InjectOptions {
  method: string;
  /** The raw request target, with the resource's prefix. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** `host:port`. Default 127.0.0.1:0. */
  address?: string;
}

export interface InjectedRequest {
  /** The answer, as soon as there is one: at once if the handler answered synchronously. */
  readonly reply: HttpReply | null;
  /** Settles with the answer; stays open as long as a client would wait; rejects on `cancel`. */
  readonly done: Promise<HttpReply>;
  /** Goes away as a client that closes its connection. */
  cancel(): void;
}

export interface HttpFront {
  readonly port: number;
  /** One request through routing and dispatch, without socket and limiter. Its body is there before the handler runs. */
  inject(request: InjectOptions): InjectedRequest;
  close(): Promise<void>;
}
