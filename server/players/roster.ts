// Who is connected: players by id, and by every one of their identifiers.

import { spellingsOf, toSpelling } from './identifier.ts';
import { createSetIndex } from './set-index.ts';

/** Connected players and their identifiers, found in constant time both ways. */
export interface Roster {
  /** Adds a player or replaces what is known of one, who then keeps the place in the order of joining. */
  join(player: number, identifiers: readonly string[]): void;
  drop(player: number): void;
  has(player: number): boolean;
  ids(): Iterable<number>;
  size(): number;
  /**
   * Players with that identifier, in the order they joined. With a type (`license:…`) it is compared with identifiers
   * of that type, without with the values of all types except addresses; letter case does not matter.
   */
  withIdentifier(identifier: string): number[];
  /** Every spelling that finds the player. */
  spellings(player: number): readonly string[];
}

/** An empty roster. */
export function createRoster(): Roster {
  const present = new Map<number, { readonly joined: number; readonly spellings: readonly string[] }>();
  const players = createSetIndex<string, number>();
  let joins = 0;

  const joined = (player: number) => present.get(player)?.joined ?? 0;
  const spellings = (player: number) => present.get(player)?.spellings ?? [];

  function drop(player: number): void {
    for (const spelling of spellings(player)) players.remove(spelling, player);
    present.delete(player);
  }

  return {
    drop,
    join(player, identifiers) {
      joins += 1;
      const place = present.get(player)?.joined ?? joins;
      drop(player);
      const all = [...new Set(identifiers.flatMap(spellingsOf))];
      present.set(player, { joined: place, spellings: all });
      for (const spelling of all) players.add(spelling, player);
    },
    has: (player) => present.has(player),
    ids: () => present.keys(),
    size: () => present.size,
    withIdentifier(identifier) {
      const spelling = toSpelling(identifier);
      return spelling === null ? [] : [...players.get(spelling)].sort((a, b) => joined(a) - joined(b));
    },
    spellings,
  };
}
