// How much memory is in use once everything that can be let go of was let go of.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Megabytes of the heap that are in use. */
export async function heapInUse(): Promise<number> {
  // What is registered for finalization is let go of between two collections.
  for (let i = 0; i < 3; i += 1) {
    collect();
    await nextTurn();
  }
  return process.memoryUsage().heapUsed / 1e6;
}
