// Long work in short slices: the game's thread gets its ticks in between.

import type { Clock } from '../ports.ts';

/** With the last item of a slice it stays below 5 ms; a tick of the host takes 50 ms. */
const SLICE_MS = 3;

/** Runs `step` for each item, which may be made as it is asked for, and pauses until the next tick after each slice. */
export async function inSlices<T>(items: Iterable<T>, clock: Clock, step: (item: T) => void): Promise<void> {
  let startedAt = clock.now();
  for (const item of items) {
    step(item);
    if (clock.now() - startedAt < SLICE_MS) continue;
    await new Promise<void>((resolve) => void clock.after(0, resolve));
    startedAt = clock.now();
  }
}
