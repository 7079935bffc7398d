// Remembers what events were about lately, so that a picture of the CAD that is older than an event does not undo it.

export interface Touches<Key> {
  /** An event was about `key`. */
  touch(key: Key): void;
  /** Whether a picture asked for at `askedAt` may be older than the last event about `key`. */
  isNewer(key: Key, askedAt: number): boolean;
  /**
   * Whether a picture is about something else: several of the `known` things have been in events lately, and it lists
   * none of them. Then it is most likely that of another game server of the community.
   */
  isForeign(known: Iterable<Key>, listed: ReadonlySet<Key>, askedAt: number): boolean;
}

/** A picture may miss what was sent as an event this long before. */
const GRACE_MS = 10_000;
/** Longer than it takes to get a picture. */
const KEPT_MS = 10 * 60_000;
/** Between times at which what is not needed any more is forgotten. */
const CLEANING_MS = 60_000;
/** Fewer may all have ended while their last events were lost. */
const MIN_FOREIGN = 3;

/** Nothing was touched. */
export function createTouches<Key>(now: () => number): Touches<Key> {
  /** When, by key, oldest first. */
  const times = new Map<Key, number>();

  let cleanedAt = now();
  function clean(at: number): void {
    cleanedAt = at;
    for (const [oldest, then] of times) {
      if (at - then < KEPT_MS) break;
      times.delete(oldest);
    }
  }

  const lastTouch = (key: Key) => times.get(key) ?? Number.NEGATIVE_INFINITY;
  const isNewer = (key: Key, askedAt: number) => lastTouch(key) >= askedAt - GRACE_MS;

  return {
    touch(key) {
      const at = now();
      times.delete(key);
      times.set(key, at);
      if (at - cleanedAt >= CLEANING_MS) clean(at);
    },
    isNewer,
    isForeign(known, listed, askedAt) {
      const lately = [...known].filter((key) => now() - lastTouch(key) < KEPT_MS && !isNewer(key, askedAt));
      return lately.length >= MIN_FOREIGN && !lately.some((key) => listed.has(key));
    },
  };
}
