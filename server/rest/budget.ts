// How many requests of one kind may still be sent: so many a minute, and none while the CAD wants to be left alone.

export interface Budget {
  /** When one more may be sent after `ahead` others (ms since the epoch); not in the future when at once. */
  freeAt(ahead?: number): number;
  spend(): void;
  pause(ms: number): void;
}

const WINDOW_MS = 60_000;
/** Part of the CAD's limit that we use: other tools share the API key. */
const SHARE = 0.8;

/** `perMinute` is the CAD's limit. */
export function createBudget(perMinute: number, now: () => number): Budget {
  const limit = Math.max(1, Math.floor(perMinute * SHARE));
  /** Times of the last requests, oldest first, at most `limit`. */
  const sent: number[] = [];
  let pausedUntil = 0;

  return {
    freeAt(ahead = 0) {
      const over = sent.length + ahead - limit;
      if (over < 0) return pausedUntil;
      const windows = 1 + Math.floor(over / limit);
      return Math.max(pausedUntil, (sent[over % limit] ?? now()) + windows * WINDOW_MS);
    },
    spend() {
      sent.push(now());
      if (sent.length > limit) sent.shift();
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
  };
}
