// Units as other software gets them: what the CAD says, with the status in words and the player.

import type { Unit } from '../../shared/unit.ts';
import type { CadUnit } from '../cad/unit.ts';

export type ToUnit = (unit: CadUnit) => Unit;

/** `playerOf` finds the player of a unit, `labelOf` puts a status into words. */
export function createToUnit(ports: {
  readonly playerOf: (ident: number) => number | null;
  readonly labelOf: (status: number | null) => string;
}): ToUnit {
  return ({ position: _, loggedInAt: __, ...unit }) => ({
    ...unit,
    statusLabel: ports.labelOf(unit.status),
    playerId: ports.playerOf(unit.ident),
  });
}
