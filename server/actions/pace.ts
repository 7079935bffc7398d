// How often a player may ask for something: a few requests in a row, then one at a time, and nothing twice at once.

import type { Clock } from '../ports.ts';

export interface Pace {
  /** Takes one from the player's allowance; false when there is none left. */
  take(player: number): boolean;
  forget(player: number): void;
}

/** Requests that a player may make in a row, and how long it takes until there is room for another one (ms). */
const BURST = 6;
const REFILL_MS = 1000;

/** Everybody starts with the whole allowance. */
export function createPace(clock: Pick<Clock, 'now'>): Pace {
  const players = new Map<number, { left: number; at: number }>();
  return {
    take(player) {
      const now = clock.now();
      const known = players.get(player) ?? { left: BURST, at: now };
      const left = Math.min(BURST, known.left + (now - known.at) / REFILL_MS);
      const isFine = left >= 1;
      players.set(player, { left: isFine ? left - 1 : left, at: now });
      return isFine;
    },
    forget: (player) => void players.delete(player),
  };
}
