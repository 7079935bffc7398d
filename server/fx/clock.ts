// Time and timers of the host. Its timers run on the 50 ms tick and are cleared by object, never by number.

import type { Clock } from '../ports.ts';

/**
 * `wall` is the clock of the machine. When that is set back, time here goes on from where it was, at half the pace until
 * both agree again: pauses, limits and the order of events depend on it.
 */
export function createClock(wall: () => number = () => Date.now()): Clock {
  let last = wall();
  let told = last;

  return {
    now() {
      const at = wall();
      told = at >= told ? at : told + Math.max(0, at - last) / 2;
      last = at;
      return Math.floor(told);
    },
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    every(ms, run) {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  };
}
