// How much memory is in use once everything that can be let go of was let go of.

import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Collections until what is registered for finalization was let go of, also on a busy machine. */
const COLLECTIONS = 8;
/** Collections after which what is still held counts as held for good. */
const COLLECTIONS_IN_VAIN = 100;

async function collectOnce(): Promise<void> {
  collect();
  await pause(5);
}

/** Collects until `isSo`, or as often as makes no difference any more. */
export async function collectUntil(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < COLLECTIONS_IN_VAIN && !isSo(); i += 1) await collectOnce();
}

/** Megabytes of the heap that are in use. */
export async function heapInUse(): Promise<number> {
  for (let i = 0; i < COLLECTIONS; i += 1) await collectOnce();
  return inUse();
}

const inUse = () => process.memoryUsage().heapUsed / 1e6;

/** How much more is in use than `before` (MB), once what is beyond `allowed` had every chance to be let go of. */
export async function heapGrown(before: number, allowed: number): Promise<number> {
  const grown = () => inUse() - before;
  await collectUntil(() => grown() < allowed);
  return grown();
}
