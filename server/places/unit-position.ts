// Where a unit is: where its player is in the game, else where the CAD last saw it.

import type { CadUnit } from '../cad/unit.ts';
import type { Players } from '../ports.ts';

/** A point in the world (GTA world metres); `z` is null when only the place on the map is known. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number | null;
}

/**
 * Returns a function that says where a unit is now, or null. The game knows players' positions with OneSync only;
 * those that the CAD has may be old.
 */
export function createUnitPosition(options: {
  readonly players: Pick<Players, 'position'>;
  /** The connected player of a unit, or null. */
  readonly playerOf: (ident: number) => number | null;
  readonly unit: (ident: number) => Pick<CadUnit, 'position'> | null;
}): (ident: number) => Spot | null {
  const { players, playerOf, unit } = options;
  return (ident) => {
    const player = playerOf(ident);
    return (player === null ? null : players.position(player)) ?? unit(ident)?.position ?? null;
  };
}
