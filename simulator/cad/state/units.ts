// The units of the community: who is on the air, and who was.
import { type CadUnit, unitStatus } from '../types.ts';

export interface Units {
  /** On the air, dispatchers included, by time of login. */
  online(): CadUnit[];
  offline(): CadUnit[];
  /** A unit on the air. */
  get(id: number): CadUnit | undefined;
  /** Any unit that was ever here. */
  find(id: number): CadUnit | undefined;
  /** Puts a unit on the air. */
  login(unit: CadUnit): CadUnit;
  logout(id: number): void;
  /** Changes a unit on the air; throws when there is none. */
  change(id: number, changes: Partial<Omit<CadUnit, 'id'>>): CadUnit;
  clear(): void;
}

export function createUnits(): Units {
  const online = new Map<number, CadUnit>();
  const offline = new Map<number, CadUnit>();

  function onAir(id: number): CadUnit {
    const unit = online.get(id);
    if (!unit) throw new Error(`The CAD has no unit ${id} on the air.`);
    return unit;
  }

  return {
    online: () => [...online.values()],
    offline: () => [...offline.values()],
    get: (id) => online.get(id),
    find: (id) => online.get(id) ?? offline.get(id),
    login(unit) {
      offline.delete(unit.id);
      online.set(unit.id, unit);
      return unit;
    },
    logout(id) {
      offline.set(id, { ...onAir(id), status: unitStatus.offline, isPanic: false });
      online.delete(id);
    },
    change(id, changes) {
      const changed = { ...onAir(id), ...changes };
      online.set(id, changed);
      return changed;
    },
    clear() {
      online.clear();
      offline.clear();
    },
  };
}
