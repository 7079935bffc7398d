// A unit of the CAD as other software and game clients know it.

/** A unit that is logged in to the CAD. Texts are `''` when the CAD does not say. */
export interface Unit {
  /** The id by which the CAD's events name the unit. */
  readonly ident: number;
  /** CAD account (UUID), or null. */
  readonly accountId: string | null;
  /** Index into the community's list of statuses, or null. */
  readonly status: number | null;
  /** The status in words, as set in the configuration. */
  readonly statusLabel: string;
  readonly isPanic: boolean;
  readonly isDispatch: boolean;
  readonly unitNum: string;
  readonly name: string;
  readonly district: string;
  readonly department: string;
  readonly subdivision: string;
  readonly rank: string;
  readonly group: string;
  /** Street, as the CAD words it. */
  readonly location: string;
  /** Area of patrol. */
  readonly aop: string;
  /** 0 police, 1 fire, 2 EMS, 3 dispatch, -1 unknown; null when the CAD does not say. */
  readonly page: number | null;
  /** Identifiers of the person behind the unit, as the CAD keeps them, in the order of their precedence. */
  readonly identities: readonly string[];
  /** Server id of the player who is the unit, or null. */
  readonly playerId: number | null;
}

/** What players may know of a unit: nothing that identifies the person outside the game. */
export type UnitView = Pick<
  Unit,
  'ident' | 'unitNum' | 'name' | 'department' | 'page' | 'status' | 'statusLabel' | 'isPanic'
>;

/** How a unit is called on the radio: its number, else its name, else its ident. */
export function unitLabel(unit: Pick<Unit, 'ident' | 'unitNum' | 'name'>): string {
  return unit.unitNum || unit.name || `#${unit.ident}`;
}
