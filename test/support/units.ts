// Units for tests that do not care about every field.

import { blankUnit, type CadUnit } from '../../server/cad/unit.ts';

/** A patrol unit; `overrides` replace fields. */
export function makeUnit(overrides: Partial<CadUnit> = {}): CadUnit {
  return {
    ...blankUnit(12),
    status: 2,
    unitNum: '2-ADAM-14',
    name: 'Iris Dale',
    department: 'LSPD',
    subdivision: 'Patrol',
    page: 0,
    ...overrides,
  };
}
