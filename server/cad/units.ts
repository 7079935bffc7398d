// The units that are logged in to the CAD.

import { isDeepStrictEqual } from 'node:util';
import type { Change } from './changes.ts';
import { blankUnit, type CadUnit, patchUnit, type UnitPatch } from './unit.ts';

export interface Units {
  /** In the order of their logins. */
  all(): CadUnit[];
  get(ident: number): CadUnit | null;
  isDispatcherOnline(): boolean;
  /** A unit logged in; what the event does not say of it is unknown again. */
  login(patch: UnitPatch): Change[];
  logout(idents: readonly number[]): Change[];
  /** Newer pictures of units; those that are not known are added. */
  update(patches: readonly UnitPatch[]): Change[];
  setStatus(idents: readonly number[], status: number): Change[];
  /** A unit that is not known is added for as long as it is in panic: nobody's panic is lost. */
  setPanic(idents: readonly number[], isPanic: boolean): Change[];
  /** Gives units another group. With `only`, units of another group are left alone. */
  setGroup(idents: readonly number[], group: string, only?: string): Change[];
  /** Gives every unit of a group its new name. */
  renameGroup(from: string, to: string): Change[];
  restore(kept: readonly CadUnit[]): void;
  takeDirty(): [ident: number, unit: CadUnit | null][];
  hasDirty(): boolean;
}

/** An event that was sent before a logout and arrives after it does not bring the unit back. */
const GONE_MS = 15_000;

/** A unit that never logged in here and is known by its panic alone. */
function isPanicAllThatIsKnown(unit: CadUnit): boolean {
  return isDeepStrictEqual({ ...unit, loggedInAt: 0 }, { ...blankUnit(unit.ident), isPanic: true });
}

/** No units. `maxUnits` is read for every unit that is added. */
export function createUnits(now: () => number, maxUnits: () => number): Units {
  const units = new Map<number, CadUnit>();
  const gone = new Map<number, number>();
  const dirty = new Set<number>();
  const dispatchers = new Set<number>();
  let lastLogin = 0;

  function put(unit: CadUnit): void {
    units.set(unit.ident, unit);
    dirty.add(unit.ident);
    if (unit.isDispatch) dispatchers.add(unit.ident);
    else dispatchers.delete(unit.ident);
  }

  function remove(ident: number): Change[] {
    const unit = units.get(ident);
    if (!unit) return [];
    units.delete(ident);
    dispatchers.delete(ident);
    dirty.add(ident);
    const over: Change[] = unit.isPanic
      ? [{ type: 'unit.panic', unit: { ...unit, isPanic: false }, isPanic: false }]
      : [];
    return [...over, { type: 'unit.logout', unit }];
  }

  /** The units that have been here longest make room. */
  function makeRoom(): Change[] {
    const changes: Change[] = [];
    for (const ident of units.keys()) {
      if (units.size < maxUnits()) break;
      changes.push(...remove(ident));
    }
    return changes;
  }

  function add(newcomer: CadUnit): Change[] {
    const changes = makeRoom();
    lastLogin = Math.max(now(), lastLogin + 1);
    const unit = { ...newcomer, loggedInAt: lastLogin };
    put(unit);
    changes.push({ type: 'unit.login', unit });
    if (unit.isPanic) changes.push({ type: 'unit.panic', unit, isPanic: true });
    return changes;
  }

  function change(before: CadUnit, unit: CadUnit): Change[] {
    if (isDeepStrictEqual(before, unit)) return [];
    put(unit);
    const changes: Change[] = [{ type: 'unit.updated', unit, before }];
    if (unit.status !== before.status) changes.push({ type: 'unit.status', unit, before });
    if (unit.isPanic !== before.isPanic) changes.push({ type: 'unit.panic', unit, isPanic: unit.isPanic });
    return changes;
  }

  function isGone(ident: number): boolean {
    const at = gone.get(ident);
    return at !== undefined && now() - at < GONE_MS;
  }

  function remember(ident: number): void {
    gone.delete(ident);
    gone.set(ident, now());
    for (const [oldest, at] of gone) {
      if (now() - at < GONE_MS && gone.size <= maxUnits()) break;
      gone.delete(oldest);
    }
  }

  const patchKnown = (idents: readonly number[], patch: (unit: CadUnit) => Partial<CadUnit> | null) =>
    idents.flatMap((ident) => {
      const unit = units.get(ident);
      const next = unit && patch(unit);
      return unit && next ? change(unit, { ...unit, ...next }) : [];
    });

  return {
    all: () => [...units.values()],
    get: (ident) => units.get(ident) ?? null,
    isDispatcherOnline: () => dispatchers.size > 0,
    login(patch) {
      gone.delete(patch.ident);
      const unit = patchUnit(blankUnit(patch.ident), patch);
      const known = units.get(patch.ident);
      return known ? change(known, { ...unit, loggedInAt: known.loggedInAt }) : add(unit);
    },
    logout: (idents) =>
      idents.flatMap((ident) => {
        remember(ident);
        return remove(ident);
      }),
    update: (patches) =>
      patches.flatMap((patch) => {
        if (isGone(patch.ident)) return [];
        const known = units.get(patch.ident);
        return known ? change(known, patchUnit(known, patch)) : add(patchUnit(blankUnit(patch.ident), patch));
      }),
    setStatus: (idents, status) => patchKnown(idents, () => ({ status })),
    setPanic: (idents, isPanic) =>
      idents.flatMap((ident) => {
        const known = units.get(ident);
        if (known && !isPanic && isPanicAllThatIsKnown(known)) return remove(ident);
        if (known) return change(known, { ...known, isPanic });
        return isPanic && !isGone(ident) ? add({ ...blankUnit(ident), isPanic }) : [];
      }),
    setGroup: (idents, group, only) =>
      patchKnown(idents, (unit) => (only === undefined || unit.group === only ? { group } : null)),
    renameGroup: (from, to) =>
      patchKnown([...units.keys()], (unit) => (unit.group === from ? { group: to } : null)),
    restore(kept) {
      const oldestFirst = [...kept].sort((a, b) => a.loggedInAt - b.loggedInAt);
      for (const unit of oldestFirst.slice(-maxUnits())) put(unit);
      lastLogin = oldestFirst.at(-1)?.loggedInAt ?? 0;
      dirty.clear();
      for (const unit of oldestFirst.slice(0, -maxUnits())) dirty.add(unit.ident);
    },
    takeDirty() {
      const rows = [...dirty].map((ident): [number, CadUnit | null] => [ident, units.get(ident) ?? null]);
      dirty.clear();
      return rows;
    },
    hasDirty: () => dirty.size > 0,
  };
}
