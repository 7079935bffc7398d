// The panics that are shown: which units, since when, and where they are.

import type { PanicView } from '../../shared/delivery.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { CadUnit } from '../cad/unit.ts';

export interface PanicBoard {
  start(unit: CadUnit): PanicView;
  stop(ident: number): boolean;
  /** The unit is somewhere else now; null when it is not in panic. */
  move(ident: number, position: PanicView['position']): PanicView | null;
  all(): PanicView[];
}

/** Nobody is in panic. `positionOf` tells where a unit is now. */
export function createPanicBoard(positionOf: (ident: number) => PanicView['position']): PanicBoard {
  const panics = new Map<number, PanicView>();

  function put(panic: PanicView): PanicView {
    panics.set(panic.ident, panic);
    return panic;
  }

  return {
    start: (unit) => put({ ident: unit.ident, unit: unitLabel(unit), position: positionOf(unit.ident) }),
    stop: (ident) => panics.delete(ident),
    move(ident, position) {
      const panic = panics.get(ident);
      return panic ? put({ ...panic, position }) : null;
    },
    all: () => [...panics.values()],
  };
}
