// The only timer of the client: it beats while something has to be looked at again, and not at all while nothing is.

import type { Cancel, Clock } from './ports.ts';

/** Something that wants to be looked at again after a while. */
export interface Beating {
  /** How soon (ms), or null while there is nothing to look at. */
  wants(): number | null;
  /** `elapsed`: ms since the last beat. */
  beat(elapsed: number): void;
}

export interface Heartbeat {
  /** To be called after anything may want something else than before. */
  check(): void;
  stop(): void;
}

/** `after` runs once all parts have had their beat. */
export function createHeartbeat(clock: Clock, parts: readonly Beating[], after: () => void): Heartbeat {
  let timer: { readonly at: number; readonly cancel: Cancel } | null = null;
  let last = clock.now();

  function run(): void {
    timer = null;
    const now = clock.now();
    const elapsed = now - last;
    last = now;
    for (const part of parts) part.beat(elapsed);
    after();
    check();
  }

  function check(): void {
    const wishes = parts.map((part) => part.wants()).filter((wish) => wish !== null);
    if (wishes.length === 0) {
      timer?.cancel();
      timer = null;
      return;
    }
    const wait = Math.min(...wishes);
    const at = clock.now() + wait;
    if (timer && timer.at <= at) return;
    if (timer) timer.cancel();
    else last = clock.now();
    timer = { at, cancel: clock.after(wait, run) };
  }

  return {
    check,
    stop() {
      timer?.cancel();
      timer = null;
    },
  };
}
