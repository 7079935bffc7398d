// Where units are kept: bounded in number, with what others have to know of a change, and marked for storage.

import type { Change } from './changes.ts';
import { isSame } from './same.ts';
import type { CadUnit } from './unit.ts';

export interface UnitLedger {
  /** In the order of their logins. */
  all(): CadUnit[];
  idents(): number[];
  get(ident: number): CadUnit | null;
  isDispatcherOnline(): boolean;
  /** Whether one more unit can be kept without another one making room. */
  hasRoom(): boolean;
  /** Adds a unit that is not known. */
  add(unit: CadUnit): Change[];
  /** Puts a newer picture of a known unit in the place of `before`. */
  change(before: CadUnit, unit: CadUnit): Change[];
  remove(ident: number): Change[];
  restore(kept: readonly CadUnit[]): void;
  /** Idents whose unit changed since the last time, with the unit, or null when it is gone. */
  takeDirty(): [ident: number, unit: CadUnit | null][];
  hasDirty(): boolean;
}

/** Nobody is on duty for longer: the logout was sent while this server was down. Only a restart asks. */
const MAX_SHIFT_MS = 24 * 60 * 60_000;

/** No units. `maxUnits` is read for every unit that is added. */
export function createUnitLedger(now: () => number, maxUnits: () => number): UnitLedger {
  const units = new Map<number, CadUnit>();
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
    if (!unit.isPanic) return [{ type: 'unit.logout', unit }];
    const calm = { ...unit, isPanic: false };
    return [
      { type: 'unit.panic', unit: calm, isPanic: false },
      { type: 'unit.logout', unit: calm },
    ];
  }

  const hasRoom = () => units.size < maxUnits();

  /** The units that have been here longest make room. */
  function makeRoom(): Change[] {
    const changes: Change[] = [];
    for (const ident of units.keys()) {
      if (hasRoom()) break;
      changes.push(...remove(ident));
    }
    return changes;
  }

  return {
    all: () => [...units.values()],
    idents: () => [...units.keys()],
    get: (ident) => units.get(ident) ?? null,
    isDispatcherOnline: () => dispatchers.size > 0,
    hasRoom,
    add(newcomer) {
      const changes = makeRoom();
      lastLogin = Math.max(now(), lastLogin + 1);
      const unit = { ...newcomer, loggedInAt: lastLogin };
      put(unit);
      changes.push({ type: 'unit.login', unit });
      if (unit.isPanic) changes.push({ type: 'unit.panic', unit, isPanic: true });
      return changes;
    },
    change(before, unit) {
      if (isSame(before, unit)) return [];
      put(unit);
      const changes: Change[] = [{ type: 'unit.updated', unit, before }];
      if (unit.status !== before.status) changes.push({ type: 'unit.status', unit, before });
      if (unit.isPanic !== before.isPanic) changes.push({ type: 'unit.panic', unit, isPanic: unit.isPanic });
      return changes;
    },
    remove,
    restore(kept) {
      const oldestFirst = [...kept].sort((a, b) => a.loggedInAt - b.loggedInAt);
      const present = oldestFirst.filter(({ loggedInAt }) => now() - loggedInAt < MAX_SHIFT_MS);
      for (const unit of present.slice(-maxUnits())) put(unit);
      lastLogin = oldestFirst.at(-1)?.loggedInAt ?? 0;
      dirty.clear();
      for (const { ident } of oldestFirst) if (!units.has(ident)) dirty.add(ident);
    },
    takeDirty() {
      const rows = [...dirty].map((ident): [number, CadUnit | null] => [ident, units.get(ident) ?? null]);
      dirty.clear();
      return rows;
    },
    hasDirty: () => dirty.size > 0,
  };
}
