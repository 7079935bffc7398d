// What the CAD does later; all of it ends with the CAD.
import type { Clock } from '../host/clock.ts';

/** Time as the CAD needs it: the machine's, or that of a test. */
export type CadClock = Pick<Clock, 'now' | 'every'>;

export interface Timers {
  /** Runs once, `ms` from now; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
  every(ms: number, run: () => void): () => void;
  stop(): void;
}

/** The longest time Node's timers can wait for. */
const MAX_MS = 2 ** 31 - 1;

export function createTimers(clock: CadClock): Timers {
  const running = new Set<() => void>();

  function every(ms: number, run: () => void): () => void {
    const stop = clock.every(ms, run);
    running.add(stop);
    return () => {
      running.delete(stop);
      stop();
    };
  }

  return {
    every,
    after(ms, run) {
      const cancel = every(Math.min(ms, MAX_MS), () => {
        cancel();
        run();
      });
      return cancel;
    },
    stop() {
      for (const stop of running) stop();
      running.clear();
    },
  };
}
