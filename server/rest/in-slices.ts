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

  return async (items, step) => {
    const now = clock.now();
    if (now - workedAt > SAME_TICK_MS) startedAt = now;
    for (const item of items) {
      step(item);
      workedAt = clock.now();
      if (workedAt - startedAt < SLICE_MS) continue;
      await new Promise<void>((resolve) => void clock.after(0, resolve));
      startedAt = clock.now();
    }
    workedAt = clock.now();
  };
}
