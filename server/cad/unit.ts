// A unit as the CAD tells of it, and how a newer picture is laid over an older one.

import { settle } from './same.ts';

/** A unit that is logged in. What depends on players and settings (its player, its status in words) is added later. */
export interface CadUnit {
  readonly ident: number;
  readonly accountId: string | null;
  readonly status: number | null;
  readonly isPanic: boolean;
  readonly isDispatch: boolean;
  readonly unitNum: string;
  readonly name: string;
  readonly district: string;
  readonly department: string;
  readonly subdivision: string;
  readonly rank: string;
  readonly group: string;
  readonly location: string;
  readonly aop: string;
  readonly page: number | null;
  /** In the order of their precedence: communityUserIds, communityUserId, apiIds, apiId1, apiId2. */
  readonly identities: readonly string[];
  /** Where the CAD last saw it (GTA world metres), or null. */
  readonly position: { readonly x: number; readonly y: number; readonly z: number | null } | null;
  /** When it logged in (ms since the epoch); no two units at the same time, so that they have an order. */
  readonly loggedInAt: number;
}

/** What an event says of a unit: fields it does not mention are missing. */
export type UnitPatch = { readonly ident: number } & {
  readonly [Field in keyof Omit<CadUnit, 'ident' | 'loggedInAt'>]?: CadUnit[Field] | undefined;
};

/** The CAD's page for dispatchers. */
const DISPATCH_PAGE = 3;

/** A unit of which nothing but its ident is known. */
export function blankUnit(ident: number): CadUnit {
  return {
    ident,
    accountId: null,
    status: null,
    isPanic: false,
    isDispatch: false,
    unitNum: '',
    name: '',
    district: '',
    department: '',
    subdivision: '',
    rank: '',
    group: '',
    location: '',
    aop: '',
    page: null,
    identities: [],
    position: null,
    loggedInAt: 0,
  };
}

/** Lays what an event says over what is known. Whoever is on the dispatch page is a dispatcher. */
export function patchUnit(known: CadUnit, patch: UnitPatch): CadUnit {
  const page = patch.page === undefined ? known.page : patch.page;
  const wasDispatch = known.isDispatch && known.page !== DISPATCH_PAGE;
  return {
    ident: patch.ident,
    accountId: patch.accountId === undefined ? known.accountId : patch.accountId,
    status: patch.status === undefined ? known.status : patch.status,
    isPanic: patch.isPanic ?? known.isPanic,
    isDispatch: page === DISPATCH_PAGE || (patch.isDispatch ?? wasDispatch),
    unitNum: patch.unitNum ?? known.unitNum,
    name: patch.name ?? known.name,
    district: patch.district ?? known.district,
    department: patch.department ?? known.department,
    subdivision: patch.subdivision ?? known.subdivision,
    rank: patch.rank ?? known.rank,
    group: patch.group ?? known.group,
    location: patch.location ?? known.location,
    aop: patch.aop ?? known.aop,
    page,
    identities: settle(known.identities, patch.identities ?? known.identities),
    position: patch.position === undefined ? known.position : settle(known.position, patch.position),
    loggedInAt: known.loggedInAt,
  };
}
