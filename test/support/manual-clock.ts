// A clock that stands still until a test moves it.

import type { Clock } from '../../server/ports.ts';

export interface ManualClock extends Clock {
  /** Moves time on and runs what is due, in order, also what becomes due meanwhile. */
  advance(ms: number): void;
  /** Moves time on as one tick of the host does: what becomes due meanwhile has to wait for the next one. */
  step(ms: number): void;
  /** Timers that are still to run. */
  pending(): number;
}

export function createManualClock(start = 1_000_000): ManualClock {
  let now = start;
  let nextId = 1;
  const timers = new Map<number, { at: number; every: number | null; run: () => void }>();

  function add(ms: number, every: number | null, run: () => void): () => void {
    const id = nextId++;
    timers.set(id, { at: now + ms, every, run });
    return () => void timers.delete(id);
  }

  function run(id: number): void {
    const timer = timers.get(id);
    if (!timer) return;
    if (timer.every === null) timers.delete(id);
    else timer.at += timer.every;
    timer.run();
  }

  const due = (end: number) =>
    [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at);

  return {
    now: () => now,
    after: (ms, run) => add(ms, null, run),
    every: (ms, run) => add(ms, ms, run),
    pending: () => timers.size,
    step(ms) {
      now += ms;
      for (const [id] of due(now)) run(id);
    },
    advance(ms) {
      const end = now + ms;
      for (let next = due(end)[0]; next; next = due(end)[0]) {
        now = Math.max(now, next[1].at);
        run(next[0]);
      }
      now = end;
    },
  };
}
