// A unit as the official resource hands it around: the CAD's own names, personal fields in `data`.

import type { CadUnit } from '../../cad/unit.ts';

/**
 * Source of the shape: the CAD's `data.unit`, as the official resource keeps it. All fields are there; what the CAD did
 * not say is `''` or null. All identities stand in all three of the lists, as readers take the first that is not empty.
 */
export interface OfficialUnit {
  readonly id: number;
  readonly accId: string | null;
  readonly status: number | null;
  readonly isPanic: boolean;
  readonly isDispatch: boolean;
  readonly location: string;
  readonly aop: string;
  readonly coordinates: CadUnit['position'];
  readonly data: {
    readonly communityUserIds: readonly string[];
    readonly communityUserId: string;
    readonly apiIds: readonly string[];
    readonly unitNum: string;
    readonly name: string;
    readonly district: string;
    readonly department: string;
    readonly subdivision: string;
    readonly rank: string;
    readonly group: string;
    readonly page: number | null;
  };
}

export function toOfficialUnit(unit: CadUnit): OfficialUnit {
  const { ident, accountId, status, isPanic, isDispatch, location, aop, position, identities } = unit;
  const { unitNum, name, district, department, subdivision, rank, group, page } = unit;
  return {
    id: ident,
    accId: accountId,
    status,
    isPanic,
    isDispatch,
    location,
    aop,
    coordinates: position,
    data: {
      communityUserIds: identities,
      communityUserId: identities[0] ?? '',
      apiIds: identities,
      ...{ unitNum, name, district, department, subdivision, rank, group, page },
    },
  };
}

/** The unit for a game client: without what identifies the person outside the game. */
export function toClientUnit(unit: CadUnit): OfficialUnit {
  return toOfficialUnit({ ...unit, accountId: null, identities: [] });
}
