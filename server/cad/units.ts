// The units that are logged in to the CAD.

import type { Change } from './changes.ts';
import { isTrial, type PictureTimes, type UnitPicture } from './picture.ts';
import { isSame } from './same.ts';
import { createTouches } from './touches.ts';
import { blankUnit, type CadUnit, patchUnit, type UnitPatch } from './unit.ts';
import { createUnitLedger, type UnitLedger } from './unit-ledger.ts';

export interface Units
  extends Pick<UnitLedger, 'all' | 'get' | 'isDispatcherOnline' | 'restore' | 'takeDirty' | 'hasDirty'> {
  /** A unit logged in; what the event does not say of it is unknown again, but for a panic that is on. */
  login(patch: UnitPatch): Change[];
  logout(idents: readonly number[]): Change[];
  /** Newer pictures of units; those that are not known are added. */
  update(patches: readonly UnitPatch[]): Change[];
  setStatus(idents: readonly number[], status: number): Change[];
  /**
   * A unit that is not known is added for as long as it is in panic: nobody's panic is lost. Said again of a panic that is
   * older than it is shown, it is a new panic: some never hear that one is over.
   */
  setPanic(idents: readonly number[], isPanic: boolean): Change[];
  /** Gives units another group. With `only`, units of another group are left alone. */
  setGroup(idents: readonly number[], group: string, only?: string): Change[];
  /** Gives every unit of a group its new name. */
  renameGroup(from: string, to: string): Change[];
  /**
   * Brings what is known in line with a picture of the CAD, unit by unit, each with the changes it made. What an event
   * told since the picture was asked for stays.
   */
  reconcile(picture: UnitPicture, times: Pick<PictureTimes, 'askedAt'>): Iterable<Change[]>;
  /** Whether a picture is most likely that of another game server. */
  isForeign(picture: UnitPicture, askedAt: number): boolean;
}

/** An event that was sent before a logout and arrives after it does not bring the unit back. */
const GONE_MS = 15_000;

/** A unit that never logged in here and is known by its panic alone. */
function isPanicAllThatIsKnown(unit: CadUnit): boolean {
  return isSame(unit, { ...blankUnit(unit.ident), isPanic: true }, 'loggedInAt');
}

/** No units. `maxUnits` is read for every unit that is added, `panicMs` (how long a panic is shown) for every panic. */
export function createUnits(now: () => number, maxUnits: () => number, panicMs: () => number): Units {
  const ledger = createUnitLedger(now, maxUnits);
  const gone = new Map<number, number>();
  const touches = createTouches<number>(now);
  const startedAt = now();
  /** When panics began. Those from before the start are shown anew with it. */
  const panicSince = new Map<number, number>();

  function noted(changes: Change[]): Change[] {
    for (const one of changes) {
      if (one.type !== 'unit.panic') continue;
      if (one.isPanic) panicSince.set(one.unit.ident, now());
      else panicSince.delete(one.unit.ident);
    }
    return changes;
  }

  function add(unit: CadUnit): Change[] {
    touches.touch(unit.ident);
    return noted(ledger.add(unit));
  }

  function change(before: CadUnit, unit: CadUnit): Change[] {
    touches.touch(unit.ident);
    return noted(ledger.change(before, unit));
  }

  function remove(ident: number): Change[] {
    touches.touch(ident);
    return noted(ledger.remove(ident));
  }

  function panicAgain(unit: CadUnit): Change[] {
    const since = panicSince.get(unit.ident) ?? startedAt;
    return now() - since < panicMs() ? [] : noted([{ type: 'unit.panic', unit, isPanic: true }]);
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
      const unit = ledger.get(ident);
      const next = unit && patch(unit);
      return unit && next ? change(unit, { ...unit, ...next }) : [];
    });

  const realOnes = () => ledger.idents().filter((ident) => !isTrial(ident));

  function* reconcile(
    { units, isComplete }: UnitPicture,
    { askedAt }: Pick<PictureTimes, 'askedAt'>,
  ): Generator<Change[]> {
    const isNewer = (ident: number) => touches.isNewer(ident, askedAt);
    for (const patch of units) {
      if (isNewer(patch.ident)) continue;
      const known = ledger.get(patch.ident);
      const unit = patchUnit(known ?? blankUnit(patch.ident), patch);
      if (known) yield noted(ledger.change(known, unit));
      else if (ledger.hasRoom()) yield noted(ledger.add(unit));
    }
    if (!isComplete) return;
    const listed = listedIdents(units);
    for (const ident of realOnes()) {
      if (!listed.has(ident) && !isNewer(ident)) yield noted(ledger.remove(ident));
    }
  }

  return {
    ...ledger,
    login(patch) {
      gone.delete(patch.ident);
      const unit = patchUnit(blankUnit(patch.ident), patch);
      const known = ledger.get(patch.ident);
      if (!known) return add(unit);
      const isPanic = patch.isPanic ?? known.isPanic;
      return change(known, { ...unit, isPanic, loggedInAt: known.loggedInAt });
    },
    logout: (idents) =>
      idents.flatMap((ident) => {
        remember(ident);
        return remove(ident);
      }),
    update: (patches) =>
      patches.flatMap((patch) => {
        if (isGone(patch.ident)) return [];
        const known = ledger.get(patch.ident);
        return known ? change(known, patchUnit(known, patch)) : add(patchUnit(blankUnit(patch.ident), patch));
      }),
    setStatus: (idents, status) => patchKnown(idents, () => ({ status })),
    setPanic: (idents, isPanic) =>
      idents.flatMap((ident) => {
        const known = ledger.get(ident);
        if (known && !isPanic && isPanicAllThatIsKnown(known)) return remove(ident);
        if (known?.isPanic && isPanic) return panicAgain(known);
        if (known) return change(known, { ...known, isPanic });
        return isPanic && !isGone(ident) ? add({ ...blankUnit(ident), isPanic }) : [];
      }),
    setGroup: (idents, group, only) =>
      patchKnown(idents, (unit) => (only === undefined || unit.group === only ? { group } : null)),
    renameGroup: (from, to) =>
      patchKnown(ledger.idents(), (unit) => (unit.group === from ? { group: to } : null)),
    reconcile,
    isForeign: ({ units }, askedAt) => touches.isForeign(realOnes(), listedIdents(units), askedAt),
  };
}

const listedIdents = (units: readonly UnitPatch[]) => new Set(units.map(({ ident }) => ident));
