// Counts wrong keys by address, so that who sends too many is told to slow down. The right key is never affected.

import type { Clock } from '../ports.ts';

/** Counts a wrong key of an address; true when it is one too many. */
export type CountWrongKey = (address: string) => boolean;

const WINDOW_MS = 60_000;
/** Wrong keys of one address in a minute that are answered as such. */
const ALLOWED = 20;
/** Addresses counted at a time; all others are counted as one. */
const MAX_ADDRESSES = 1000;
const OTHERS = '';

export function createWrongKeys(clock: Pick<Clock, 'now'>): CountWrongKey {
  const counts = new Map<string, number>();
  let startedAt = clock.now();

  return (address) => {
    const now = clock.now();
    if (now - startedAt >= WINDOW_MS) {
      startedAt = now;
      counts.clear();
    }
    const who = counts.has(address) || counts.size < MAX_ADDRESSES ? address : OTHERS;
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    return count > ALLOWED;
  };
}
