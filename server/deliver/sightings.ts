// Which players have which calls on their screens, as they were told.

export interface Sightings {
  /** A call is seen by these players now; tells who lost it and who had not seen it before. */
  see(
    key: string,
    viewers: Iterable<number>,
  ): {
    readonly lost: readonly number[];
    readonly viewers: ReadonlySet<number>;
    readonly fresh: () => number[];
  };
  /** A player sees these calls now; tells what came and went. */
  replace(
    player: number,
    keys: readonly string[],
  ): { readonly gone: string[]; readonly fresh: ReadonlySet<string> };
  forget(player: number): void;
  /** Everybody concerned by the last `see`: those who see the call and those who lost it. */
  lastShown(): ReadonlySet<number>;
}

const NOBODY: ReadonlySet<number> = new Set();

export function createSightings(): Sightings {
  const viewersOf = new Map<string, Set<number>>();
  let last: ReadonlySet<number> = NOBODY;

  return {
    see(key, players) {
      const before = viewersOf.get(key) ?? NOBODY;
      const viewers = new Set(players);
      const lost = [...before].filter((player) => !viewers.has(player));
      if (viewers.size > 0) viewersOf.set(key, viewers);
      else viewersOf.delete(key);
      last = lost.length > 0 ? new Set([...viewers, ...lost]) : viewers;
      return { lost, viewers, fresh: () => [...viewers].filter((player) => !before.has(player)) };
    },
    replace(player, keys) {
      const wanted = new Set(keys);
      const gone: string[] = [];
      const fresh = new Set(keys);
      for (const [key, viewers] of viewersOf) {
        if (!viewers.has(player)) continue;
        fresh.delete(key);
        if (wanted.has(key)) continue;
        viewers.delete(player);
        gone.push(key);
      }
      for (const key of fresh) {
        const viewers = viewersOf.get(key);
        if (viewers) viewers.add(player);
        else viewersOf.set(key, new Set([player]));
      }
      return { gone, fresh };
    },
    forget(player) {
      for (const viewers of viewersOf.values()) viewers.delete(player);
    },
    lastShown: () => last,
  };
}
