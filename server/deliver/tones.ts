// Which units a tone is for.

import type { Call } from '../../shared/call.ts';
import type { ToneTarget } from '../cad/changes.ts';
import type { CadUnit } from '../cad/unit.ts';

/** Target types of the CAD's tone board. */
const ALL = 0;
const CALL = 1;
const AGENCY = 2;
const DEPARTMENT = 3;
const SUBDIVISION = 4;
const IDENT = 5;
const GROUP = 6;

/** Idents of the units that the targets name, each once. Targets of an unknown type name nobody. */
export function resolveTone(
  targets: readonly ToneTarget[],
  ports: { readonly units: () => readonly CadUnit[]; readonly call: (dispatchId: number) => Call | null },
): number[] {
  const idents = new Set<number>();
  for (const { type, value } of targets) {
    for (const ident of identsOf(type, value, ports)) idents.add(ident);
  }
  return [...idents];
}

function identsOf(
  type: number,
  value: string | number | null,
  { units, call }: Parameters<typeof resolveTone>[1],
): readonly number[] {
  const having = (field: (unit: CadUnit) => string) =>
    units()
      .filter((unit) => value !== null && field(unit).toLowerCase() === String(value).trim().toLowerCase())
      .map(({ ident }) => ident);
  switch (type) {
    case ALL:
      return units().map(({ ident }) => ident);
    case CALL:
      return call(Number(value))?.idents ?? [];
    case AGENCY:
      // Units carry no field of that name; communities keep agencies as districts.
      return having((unit) => unit.district);
    case DEPARTMENT:
      return having((unit) => unit.department);
    case SUBDIVISION:
      return having((unit) => unit.subdivision);
    case IDENT:
      return [Number(value)];
    case GROUP:
      return having((unit) => unit.group);
    default:
      return [];
  }
}
