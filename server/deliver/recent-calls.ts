// The calls that came in a moment ago, and who was alerted to them: a player whose duty is noticed right after a call
// came in is still alerted to it, once.

import { type PlayerSet, withPlayer } from '../players/player-sets.ts';

/** How long after a call came in a player is still alerted to it. */
const LATE_ALERT_MS = 1500;
const MAX_RECENT = 20;

export interface RecentCalls {
  opened(key: string, alerted: PlayerSet): void;
  /** Keys of the calls that the player should have been told of; asked again, they count as told. */
  missedBy(player: number, isMeant: (key: string) => boolean): string[];
}

export function createRecentCalls(now: () => number): RecentCalls {
  const recent = new Map<string, { readonly at: number; alerted: PlayerSet }>();
  return {
    opened(key, alerted) {
      recent.delete(key);
      recent.set(key, { at: now(), alerted });
      for (const oldest of recent.keys()) {
        if (recent.size <= MAX_RECENT) break;
        recent.delete(oldest);
      }
    },
    missedBy(player, isMeant) {
      const missed: string[] = [];
      for (const [key, call] of recent) {
        if (now() - call.at > LATE_ALERT_MS || call.alerted.has(player) || !isMeant(key)) continue;
        call.alerted = withPlayer(call.alerted, player);
        missed.push(key);
      }
      return missed;
    },
  };
}
