// Units as other software gets them: what the CAD says, with the status in words and the player.

import type { Unit } from '../../shared/unit.ts';
import type { CadUnit } from '../cad/unit.ts';

export type ToUnit = (unit: CadUnit) => Unit;

/**
 * `playerOf` finds the player of a unit, `playerAtLogout` the one that a unit had when it logged out; `labelOf` puts a status
 * into words.
 */
export function createToUnit(ports: {
  readonly playerOf: (ident: number) => number | null;
  readonly playerAtLogout: (unit: CadUnit) => number | null;
  readonly labelOf: (status: number | null) => string;
}): ToUnit {
  return (unit) => ({
    ident: unit.ident,
    accountId: unit.accountId,
    status: unit.status,
    statusLabel: ports.labelOf(unit.status),
    isPanic: unit.isPanic,
    isDispatch: unit.isDispatch,
    unitNum: unit.unitNum,
    name: unit.name,
    district: unit.district,
    department: unit.department,
    subdivision: unit.subdivision,
    rank: unit.rank,
    group: unit.group,
    location: unit.location,
    aop: unit.aop,
    page: unit.page,
    identities: unit.identities,
    playerId: ports.playerAtLogout(unit) ?? ports.playerOf(unit.ident),
  });
}
