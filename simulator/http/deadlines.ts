// When a connection is given up (net-tcp-server/src/UvTcpServer.cpp).
import type { Timers } from './types.ts';

export interface Deadlines {
  /** Something was read or written: the idle time starts anew, also if a handler was given longer. */
  touch(): void;
  /** A request was routed: its handler has this long, until the next read or write. */
  allow(ms: number): void;
  /** Something was written. The write time is never stopped again, also when nothing is left to write. */
  wrote(): void;
  stop(): void;
}

export interface DeadlineOptions {
  timers: Timers;
  idleMs: number;
  writeMs: number;
  expired(): void;
}

/** Node's timers, which keep no process alive. */
export const nodeTimers: Timers = {
  set: (fn, ms) => setTimeout(fn, ms).unref(),
  clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

/** Starts the idle time. */
export function createDeadlines({ timers, idleMs, writeMs, expired }: DeadlineOptions): Deadlines {
  let idle: unknown = null;
  let write: unknown = null;
  const restart = (handle: unknown, ms: number): unknown => {
    if (handle !== null) timers.clear(handle);
    return timers.set(expired, ms);
  };
  const deadlines: Deadlines = {
    touch() {
      idle = restart(idle, idleMs);
    },
    allow(ms) {
      idle = restart(idle, ms);
    },
    wrote() {
      idle = restart(idle, idleMs);
      write = restart(write, writeMs);
    },
    stop() {
      if (idle !== null) timers.clear(idle);
      if (write !== null) timers.clear(write);
      idle = null;
      write = null;
    },
  };
  deadlines.touch();
  return deadlines;
}
