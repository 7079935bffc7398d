// Which players have which calls on their screens, as they were told.

import { NOBODY, type PlayerSet, withoutPlayer, withPlayer } from '../players/player-sets.ts';

export interface Sightings {
  /** A call is seen by these players now; tells who lost it and who had not seen it before. */
  see(key: string, viewers: PlayerSet): { readonly lost: PlayerSet; readonly fresh: () => number[] };
  /** A player sees these calls now; tells what came and went. */
  replace(
    player: number,
    keys: readonly string[],
  ): { readonly gone: string[]; readonly fresh: ReadonlySet<string> };
  forget(player: number): void;
  /** Everybody concerned by the last `see`: those who see the call and those who lost it. */
  lastShown(): PlayerSet;
}

export function createSightings(): Sightings {
  const viewersOf = new Map<string, PlayerSet>();
  let last = NOBODY;

  /** `change` of many sets: most calls are seen by the same players, and what was one set stays one. */
  function once(change: (viewers: PlayerSet) => PlayerSet): (viewers: PlayerSet) => PlayerSet {
    const known = new Map<PlayerSet, PlayerSet>();
    return (viewers) => {
      const changed = known.get(viewers) ?? change(viewers);
      known.set(viewers, changed);
      return changed;
    };
  }

  return {
    see(key, viewers) {
      const before = viewersOf.get(key) ?? NOBODY;
      const isNews = before !== viewers;
      const lost = isNews ? without(before, viewers) : NOBODY;
      if (viewers.size > 0) viewersOf.set(key, viewers);
      else viewersOf.delete(key);
      last = union(viewers, lost);
      return { lost, fresh: () => (isNews ? [...viewers].filter((player) => !before.has(player)) : []) };
    },
    replace(player, keys) {
      const wanted = new Set(keys);
      const gone: string[] = [];
      const fresh = new Set(keys);
      const lose = once((viewers) => withoutPlayer(viewers, player));
      const gain = once((viewers) => withPlayer(viewers, player));
      for (const [key, viewers] of viewersOf) {
        if (!viewers.has(player)) continue;
        fresh.delete(key);
        if (wanted.has(key)) continue;
        viewersOf.set(key, lose(viewers));
        gone.push(key);
      }
      for (const key of fresh) viewersOf.set(key, gain(viewersOf.get(key) ?? NOBODY));
      return { gone, fresh };
    },
    forget(player) {
      const lose = once((viewers) => withoutPlayer(viewers, player));
      for (const [key, viewers] of viewersOf) viewersOf.set(key, lose(viewers));
    },
    lastShown: () => last,
  };
}

/** Those of `players` who are not among the others. */
function without(players: PlayerSet, others: PlayerSet): PlayerSet {
  if (others.size === 0 || players.size === 0) return players;
  let rest: Set<number> | null = null;
  for (const player of players) {
    if (others.has(player)) continue;
    rest ??= new Set();
    rest.add(player);
  }
  return rest ?? NOBODY;
}

function union(a: PlayerSet, b: PlayerSet): PlayerSet {
  if (b.size === 0) return a;
  return a.size === 0 ? b : new Set([...a, ...b]);
}
