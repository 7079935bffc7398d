// Finds the player of a unit, with the colour that is theirs all over the page.

import type { PlayerView } from '../views.ts';

/** The player with that id; null when the CAD's unit is none of them. */
export type FindPlayer = (id: number | null) => { readonly firstName: string; readonly tint: string } | null;

/** Knows nobody until `set` says who is there. `tint` is a class name. */
export function createFindPlayer(): { find: FindPlayer; set(players: readonly PlayerView[]): void } {
  let players: readonly PlayerView[] = [];
  return {
    find(id) {
      const index = players.findIndex((player) => player.id === id);
      const player = players[index];
      return player ? { firstName: player.firstName, tint: `tint-${index}` } : null;
    },
    set(now) {
      players = now;
    },
  };
}
