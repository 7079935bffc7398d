// A store with room for everything, in which nothing expires while a test runs.

import { createStore, type Store } from '../../server/cad/store.ts';

const HOUR = 3_600_000;

export function makeStore(now: () => number): Store {
  return createStore(now, () => ({
    maxOpenCalls: 500,
    maxUnits: 500,
    emergencyExpiresMs: HOUR,
    dispatchExpiresMs: HOUR,
    rememberClosedMs: HOUR,
    parkedMs: HOUR,
  }));
}
