// Fakes for the tests of this folder: a host, functions of a script and a clock.
import type { FunctionRef } from '../natives/native.ts';
import { startHttpFront } from './index.ts';
import type { RawClient } from './test-client.ts';
import { rawClient } from './test-client.ts';
import type { HttpFront, HttpFrontOptions, HttpLogEntry, HttpTarget, Timers } from './types.ts';

/** A script's function; `released` tells whether the host let go of it. */
export interface FakeRef extends FunctionRef {
  readonly released: number;
}

export function fakeRef(run: (...args: never[]) => unknown): FakeRef {
  let released = 0;
  return {
    id: 'test:0:1',
    call: (...args) => run(...(args as never[])),
    release() {
      released += 1;
    },
    get released() {
      return released;
    },
  };
}

export interface FakeTarget extends HttpTarget {
  readonly problems: { kind: string; message: string; resource: string | null }[];
  readonly logged: HttpLogEntry[];
  readonly convars: Map<string, string>;
  /** Registers a resource; without a handler it never called SetHttpHandler. */
  start(name: string, handler?: (request: ScriptRequestLike, response: ScriptResponseLike) => void): void;
  stop(name: string): void;
  /** Keeps the main thread busy: work waits for the returned function. */
  hold(): () => void;
}

type Call = (...args: unknown[]) => void;
export interface ScriptRequestLike {
  headers: Record<string, unknown>;
  method: string;
  address: string;
  path: unknown;
  setDataHandler: Call;
  setCancelHandler: Call;
}
export interface ScriptResponseLike {
  write: Call;
  writeHead: Call;
  send: Call;
}

export function fakeTarget(): FakeTarget {
  const started = new Map<string, FunctionRef | null>();
  const problems: FakeTarget['problems'] = [];
  const logged: HttpLogEntry[] = [];
  const convars = new Map<string, string>();
  let waiting: (() => void)[] | null = null;
  return {
    problems,
    logged,
    convars,
    resources: () => [...started].map(([name, handler]) => ({ name, handler })),
    convar: (name) => convars.get(name),
    onMain(fn) {
      if (waiting) waiting.push(fn);
      else fn();
    },
    problem: (kind, message, resource) => void problems.push({ kind, message, resource }),
    log: (entry) => void logged.push(entry),
    start: (name, handler) => void started.set(name, handler ? fakeRef(handler) : null),
    stop: (name) => void started.delete(name),
    hold() {
      const held: (() => void)[] = [];
      waiting = held;
      return () => {
        waiting = null;
        for (const fn of held) fn();
      };
    },
  };
}

/** Time that moves only by hand. */
export function manualTimers(): Timers & { advance(ms: number): void; now(): number } {
  const pending = new Map<object, { at: number; fn: () => void }>();
  let time = 0;
  return {
    now: () => time,
    set(fn, ms) {
      const handle = {};
      pending.set(handle, { at: time + ms, fn });
      return handle;
    },
    clear: (handle) => void pending.delete(handle as object),
    advance(ms) {
      time += ms;
      for (const [handle, { at, fn }] of [...pending]) {
        if (at > time || !pending.delete(handle)) continue;
        fn();
      }
    },
  };
}

/** A promise and the function that settles it. */
export function deferred<T>(): { promise: Promise<T>; resolve(value: T): void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

export interface Rig {
  target: FakeTarget;
  front: HttpFront;
  timers: ReturnType<typeof manualTimers>;
  client(localAddress?: string): Promise<RawClient>;
  close(): Promise<void>;
}

/** A front on a free port with a manual clock and without a limiter. */
export async function startRig(options: Partial<HttpFrontOptions> = {}): Promise<Rig> {
  const target = fakeTarget();
  const timers = manualTimers();
  const clients: RawClient[] = [];
  const front = await startHttpFront({
    target,
    port: 0,
    limiter: null,
    now: timers.now,
    timeouts: { timers },
    ...options,
  });
  return {
    target,
    front,
    timers,
    async client(localAddress) {
      const client = await rawClient(front.port, localAddress);
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.destroy();
      await front.close();
    },
  };
}
