// Long work in short slices: the game's thread gets its ticks in between.

import type { Clock } from '../ports.ts';

/** With the last item of a slice it stays below 5 ms; a tick of the host takes 50 ms. */
const SLICE_MS = 3;
/** What begins so soon after other work belongs to the same tick. */
const SAME_TICK_MS = 1;

/** Runs `step` for each item, which may be made as it is asked for, and pauses until the next tick after each slice. */
export type InSlices = <T>(items: Iterable<T>, step: (item: T) => void) => Promise<void>;

/** Kinds of work that follow on each other share a slice. */
export function createInSlices(clock: Clock): InSlices {
  let startedAt = Number.NEGATIVE_INFINITY;
  let workedAt = Number.NEGATIVE_INFINITY;

  /** Works until the slice is used up; tells whether everything is done. */
  function runSlice<T>(items: Iterator<T>, step: (item: T) => void): boolean {
    while (workedAt - startedAt < SLICE_MS) {
      const next = items.next();
      if (next.done) return true;
      step(next.value);
      workedAt = clock.now();
    }
    return false;
  }

  return async (items, step) => {
    const now = clock.now();
    if (now - workedAt > SAME_TICK_MS) startedAt = now;
    workedAt = now;
    const iterator = items[Symbol.iterator]();
    while (!runSlice(iterator, step)) {
      await new Promise<void>((resolve) => void clock.after(0, resolve));
      startedAt = clock.now();
      workedAt = startedAt;
    }
    workedAt = clock.now();
  };
}
