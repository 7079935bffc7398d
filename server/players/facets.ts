// Players on duty by what their unit is: page, department, subdivision, group, dispatcher. Kept up to date by changes, so
// that finding the players of a department costs by those players.

import type { CadUnit } from '../cad/unit.ts';
import { fold } from './rules.ts';
import { createSetIndex } from './set-index.ts';

export interface Facets {
  /** The player is on duty with that unit (or with none). */
  put(player: number, unit: CadUnit | null): void;
  remove(player: number): void;
  dispatchers(): ReadonlySet<number>;
  /** Players whose unit has one of the values. */
  having(facet: FacetName, values: readonly (string | number)[]): Iterable<number>;
}

const FACETS = ['page', 'department', 'subdivision', 'group'] as const;
export type FacetName = (typeof FACETS)[number];

/** Nobody at first. */
export function createFacets(): Facets {
  const byValue = createSetIndex<string, number>();
  const ofPlayer = new Map<number, readonly string[]>();

  function remove(player: number): void {
    for (const value of ofPlayer.get(player) ?? []) byValue.remove(value, player);
    ofPlayer.delete(player);
  }

  function valuesOf(unit: CadUnit): string[] {
    const values = FACETS.flatMap((facet) => {
      const value = unit[facet];
      return value === null || value === '' ? [] : [`${facet}:${fold(value)}`];
    });
    return unit.isDispatch ? [...values, 'dispatch'] : values;
  }

  return {
    remove,
    put(player, unit) {
      remove(player);
      if (!unit) return;
      const values = valuesOf(unit);
      ofPlayer.set(player, values);
      for (const value of values) byValue.add(value, player);
    },
    dispatchers: () => byValue.get('dispatch'),
    *having(facet, values) {
      for (const value of values) yield* byValue.get(`${facet}:${fold(value)}`);
    },
  };
}
