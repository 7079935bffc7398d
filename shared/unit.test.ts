import { expect, test } from '@jest/globals';
import { unitLabel } from './unit.ts';

test.each([
  ['its number', { ident: 12, unitNum: '1L-21', name: 'M. Ortega' }, '1L-21'],
  ['its name', { ident: 12, unitNum: '', name: 'M. Ortega' }, 'M. Ortega'],
  ['its ident', { ident: 12, unitNum: '', name: '' }, '#12'],
])('a unit is called by %s', (_, unit, expected) => {
  expect(unitLabel(unit)).toBe(expected);
});
