// Panics on the maps of everybody on duty: they appear, follow their unit, and go.

import type { PanicView } from '../../shared/delivery.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Change } from '../cad/changes.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { PanicTracker } from '../places/panic-tracker.ts';

type Spot = PanicView['position'];

export interface Panics {
  /**
   * Starts and ends the panics that changes are about, and follows what their units are called: a panic may be heard of
   * before its unit. Tells what to show and what to take away.
   */
  follow(changes: readonly Change[]): { readonly shown: PanicView[]; readonly gone: number[] };
  /** Units that were in panic when we started. */
  resume(units: readonly CadUnit[]): void;
  /** A unit is somewhere else now. */
  moved(ident: number, position: Spot): void;
  /** A panic has been shown for as long as it may be. */
  ended(ident: number): void;
  all(): PanicView[];
}

/** `positionOf` tells where a unit is; `tracker` goes on asking while it is in panic. */
export function createPanics(ports: {
  readonly positionOf: (ident: number) => Spot;
  readonly tracker: () => Pick<PanicTracker, 'start' | 'stop'>;
  readonly show: (shown: readonly PanicView[], gone: readonly number[]) => void;
}): Panics {
  const { positionOf, tracker, show } = ports;
  const panics = new Map<number, PanicView>();

  function start(unit: CadUnit): PanicView {
    const panic = { ident: unit.ident, unit: unitLabel(unit), position: positionOf(unit.ident) };
    // Before the panic is known: where the unit is now is about to be shown anyway.
    tracker().start(unit.ident);
    panics.set(unit.ident, panic);
    return panic;
  }

  /** The panic of a unit that is called something else now, or null. */
  function renamed(unit: CadUnit): PanicView | null {
    const panic = panics.get(unit.ident);
    const label = unitLabel(unit);
    if (!panic || panic.unit === label) return null;
    const next = { ...panic, unit: label };
    panics.set(unit.ident, next);
    return next;
  }

  return {
    follow(changes) {
      const shown: PanicView[] = [];
      const gone: number[] = [];
      for (const change of changes) {
        if (change.type === 'unit.updated') {
          const panic = renamed(change.unit);
          if (panic) shown.push(panic);
        }
        if (change.type !== 'unit.panic') continue;
        const { unit } = change;
        if (change.isPanic) {
          shown.push(start(unit));
        } else if (panics.delete(unit.ident)) {
          tracker().stop(unit.ident);
          gone.push(unit.ident);
        }
      }
      return { shown, gone };
    },
    resume(units) {
      for (const unit of units) if (unit.isPanic) start(unit);
    },
    moved(ident, position) {
      const panic = panics.get(ident);
      if (!panic) return;
      const next = { ...panic, position };
      panics.set(ident, next);
      show([next], []);
    },
    ended(ident) {
      if (panics.delete(ident)) show([], [ident]);
    },
    all: () => [...panics.values()],
  };
}
