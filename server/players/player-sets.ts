// Sets of players as values: they are replaced, never changed, so whoever got one may keep it, and two that are the same
// object need no comparing.

export type PlayerSet = ReadonlySet<number>;

export const NOBODY: PlayerSet = new Set();

/** The set with a player; itself when the player is in it. */
export function withPlayer(players: PlayerSet, player: number): PlayerSet {
  return players.has(player) ? players : new Set(players).add(player);
}

/** The set without a player; itself when the player is not in it. */
export function withoutPlayer(players: PlayerSet, player: number): PlayerSet {
  if (!players.has(player)) return players;
  const rest = new Set(players);
  rest.delete(player);
  return rest;
}
