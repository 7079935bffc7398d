import { expect, test } from '@jest/globals';
import { createCadDuty } from './cad-duty.ts';

test.each<[string, number[], number[], boolean, string]>([
  ['no unit', [], [], false, 'no unit in the CAD has an identifier of this player'],
  ['a unit', [12], [12], true, 'logged in to the CAD as ident 12'],
  ['two units', [12, 7], [12, 7], true, 'logged in to the CAD as ident 12, 7'],
  [
    'a unit of somebody with the same identifier',
    [],
    [12],
    false,
    'ident 12 has an identifier of this player, but is player 9, who has one, too',
  ],
])('on duty by the CAD: %s', (_, idents, candidates, isOnDuty, detail) => {
  const source = createCadDuty({
    unitsOf: () => idents,
    candidatesOf: () => candidates,
    playerOf: () => 9,
  });
  expect([source.isOnDuty(1), source.explain(1)]).toEqual([isOnDuty, detail]);
});
