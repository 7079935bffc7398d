// Who is connected: players by id, and by every one of their identifiers.

/** Connected players and their identifiers, found in constant time both ways. */
export interface Roster {
  /** Adds a player or replaces what is known of one. */
  join(player: number, identifiers: readonly string[]): void;
  drop(player: number): void;
  has(player: number): boolean;
  ids(): Iterable<number>;
  size(): number;
  /** Players with that identifier, with or without its `type:`, in any letter case. */
  withIdentifier(identifier: string): number[];
}

/** An identifier as it is compared: without outer blanks, in lower case. */
export function normaliseIdentifier(identifier: string): string {
  return identifier.trim().toLowerCase();
}

/** `type:value` as itself and as the bare value: the CAD stores either. */
function spellings(identifier: string): string[] {
  const whole = normaliseIdentifier(identifier);
  const colon = whole.indexOf(':');
  return colon < 0 || colon === whole.length - 1 ? [whole] : [whole, whole.slice(colon + 1)];
}

/** An empty roster. */
export function createRoster(): Roster {
  const identifiersOf = new Map<number, string[]>();
  const playersWith = new Map<string, Set<number>>();

  function drop(player: number): void {
    for (const spelling of identifiersOf.get(player) ?? []) {
      const players = playersWith.get(spelling);
      players?.delete(player);
      if (players?.size === 0) playersWith.delete(spelling);
    }
    identifiersOf.delete(player);
  }

  return {
    drop,
    join(player, identifiers) {
      drop(player);
      const all = [...new Set(identifiers.flatMap(spellings))];
      identifiersOf.set(player, all);
      for (const spelling of all) {
        const players = playersWith.get(spelling);
        if (players) players.add(player);
        else playersWith.set(spelling, new Set([player]));
      }
    },
    has: (player) => identifiersOf.has(player),
    ids: () => identifiersOf.keys(),
    size: () => identifiersOf.size,
    withIdentifier: (identifier) => [...(playersWith.get(normaliseIdentifier(identifier)) ?? [])],
  };
}
