// Time and timers of the host. Its timers run on the 50 ms tick and are cleared by object, never by number.

import type { Clock } from '../ports.ts';

export function createClock(): Clock {
  return {
    now: () => Date.now(),
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
