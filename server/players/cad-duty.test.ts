import { expect, test } from '@jest/globals';
import { createCadDuty } from './cad-duty.ts';

test.each<[string, number[], boolean, string]>([
  ['no unit', [], false, 'no unit in the CAD has an identifier of this player'],
  ['a unit', [12], true, 'logged in to the CAD as ident 12'],
  ['two units', [12, 7], true, 'logged in to the CAD as ident 12, 7'],
])('on duty by the CAD: %s', (_, idents, isOnDuty, detail) => {
  const source = createCadDuty({ unitsOf: () => idents });
  expect([source.isOnDuty(1), source.explain(1)]).toEqual([isOnDuty, detail]);
});
