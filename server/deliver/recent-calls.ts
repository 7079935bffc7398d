// The calls that came in a moment ago, and who was alerted to them: a player whose duty is noticed right after a call
// came in is still alerted to it, once.

/** How long after a call came in a player is still alerted to it. */
const LATE_ALERT_MS = 1500;
const MAX_RECENT = 20;

export interface RecentCalls {
  opened(key: string, alerted: Set<number>): void;
  /** Keys of the calls that the player should have been told of; asked again, they count as told. */
  missedBy(player: number, isMeant: (key: string) => boolean): string[];
}

export function createRecentCalls(now: () => number): RecentCalls {
  const recent = new Map<string, { readonly at: number; readonly alerted: Set<number> }>();
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
      for (const [key, { at, alerted }] of recent) {
        if (now() - at > LATE_ALERT_MS || alerted.has(player) || !isMeant(key)) continue;
        alerted.add(player);
        missed.push(key);
      }
      return missed;
    },
  };
}
