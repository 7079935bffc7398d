// References to functions that scripts hold of each other: they end when their holders are collected, which may be late.

import type { SimServer } from '../../simulator/index.ts';
import { collectUntil } from './heap.ts';

/** References whose holders the engine may keep, however often it collects; one that is lost with every event is more. */
export const LATE_REFS = 2;

/** How many more references there are than `before`, once everything was let go of that is let go of in time. */
export async function refsGrown(server: SimServer, before: number): Promise<number> {
  const grown = () => server.stats().functionRefs - before;
  await collectUntil(() => grown() <= 0);
  return grown();
}
