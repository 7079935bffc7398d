// How much memory is in use once everything that can be let go of was let go of.

import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Collections until what is registered for finalization was let go of, also on a busy machine. */
const COLLECTIONS = 8;

/** Megabytes of the heap that are in use. */
export async function heapInUse(): Promise<number> {
  for (let i = 0; i < COLLECTIONS; i += 1) {
    collect();
    await pause(5);
  }
  return process.memoryUsage().heapUsed / 1e6;
}
