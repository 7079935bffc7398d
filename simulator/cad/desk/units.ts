// What happens to units: they come and go, change status, panic and form groups.
import { type CadUnit, type UnitData, unitPage, unitStatus } from '../types.ts';
import { type DeskPorts, type OneOrMany, toList } from './ports.ts';

/** A unit that logs in. A known `id` comes back with what it had; a new one is counted up unless given. */
export interface LoginOptions extends Partial<Omit<CadUnit, 'data'>> {
  readonly data?: Partial<UnitData>;
  readonly selfDispatch?: boolean;
}

export interface UnitHands {
  login(unit?: LoginOptions): CadUnit;
  logout(id: number): void;
  setStatus(ids: OneOrMany, status: number): void;
  /** New profile or place of units that are on the air. */
  update(id: number, changes: Partial<Omit<CadUnit, 'id' | 'data'>> & { data?: Partial<UnitData> }): CadUnit;
  panic(ids: OneOrMany, isPanic?: boolean): void;
  addToGroup(id: number, groupName: string): void;
  removeFromGroup(id: number): void;
  /** Renames a group for all of its units. */
  renameGroup(oldName: string, newName: string): void;
  /** A user typed the code in the CAD: links the account to the user who was shown it. */
  verifyLink(code: string, accountUuid: string): void;
}

/** What a unit's profile says before anything is filled in. */
export const blankData: UnitData = {
  apiIds: [],
  unitNum: '',
  name: '',
  district: '',
  department: '',
  subdivision: '',
  rank: '',
  group: '',
  page: unitPage.police,
};

export function createUnitHands({ state, ids, push, statusShape }: DeskPorts): UnitHands {
  const { units, links } = state;

  function setGroup(id: number, group: string): CadUnit {
    const unit = units.get(id);
    return units.change(id, { data: { ...(unit?.data ?? blankData), group } });
  }

  return {
    login({ data, selfDispatch = false, ...given } = {}) {
      const known = given.id === undefined ? undefined : units.find(given.id);
      const isDispatch = given.isDispatch ?? known?.isDispatch ?? false;
      const page = isDispatch ? unitPage.dispatch : unitPage.police;
      const unit = units.login({
        accId: known?.accId ?? ids.uuid(),
        location: known?.location ?? '',
        aop: known?.aop ?? '',
        coordinates: known?.coordinates ?? null,
        status: unitStatus.available,
        isPanic: false,
        ...given,
        id: given.id ?? ids.next('unit'),
        isDispatch,
        data: { ...blankData, page, ...known?.data, ...data },
      });
      if (unit.data.communityUserId) links.link(unit.data.communityUserId, unit.accId);
      push('EVENT_UNIT_LOGIN', { unit: toLoginUnit(unit), isDispatch, selfDispatch });
      return unit;
    },
    logout(id) {
      units.logout(id);
      push('EVENT_UNIT_LOGOUT', { identId: id });
    },
    setStatus(idOrIds, status) {
      const changed = toList(idOrIds).map((id) => units.change(id, { status }));
      const identIds = changed.map(({ id }) => id);
      push('EVENT_UNIT_STATUS', statusShape === 'units' ? { units: changed } : { identIds, status });
    },
    update(id, { data, ...changes }) {
      const before = units.get(id)?.data ?? blankData;
      const unit = units.change(id, { ...changes, data: { ...before, ...data } });
      push('EVENT_UNIT_UPDATE', { units: [unit] });
      return unit;
    },
    panic(idOrIds, isPanic = true) {
      const identIds = toList(idOrIds).map((id) => units.change(id, { isPanic }).id);
      push('EVENT_UNIT_PANIC', { identIds, isPanic });
    },
    addToGroup(id, groupName) {
      setGroup(id, groupName);
      push('EVENT_UNIT_GROUP_ADD', { identId: id, groupName });
    },
    removeFromGroup(id) {
      const groupName = units.get(id)?.data.group ?? '';
      setGroup(id, '');
      push('EVENT_UNIT_GROUP_REMOVE', { identId: id, groupName });
    },
    renameGroup(oldName, newName) {
      const identIds = units
        .online()
        .filter(({ data }) => data.group === oldName)
        .map(({ id }) => setGroup(id, newName).id);
      push('EVENT_UNIT_GROUP_CHANGE_NAME', { identIds, oldName, newName });
    },
    verifyLink(code, accountUuid) {
      const linkCode = links.take(code);
      if (!linkCode) throw new Error(`The CAD has no link code ${code}, or no longer.`);
      links.link(linkCode.communityUserId, accountUuid);
      push('EVENT_COMMUNITY_LINK_VERIFIED', { communityUserId: linkCode.communityUserId, accountUuid });
    },
  };
}

/** At login `isDispatch` stands beside the unit, and a place on the map is not known yet. */
function toLoginUnit({ isDispatch: _, coordinates: __, ...unit }: CadUnit) {
  return unit;
}
