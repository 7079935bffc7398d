import { expect, test } from '@jest/globals';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import { type Change, isAboutUnit } from './changes.ts';

const unit = makeUnit();
const call = makeCall();

test.each<[Change['type'], Change, boolean]>([
  ['unit.login', { type: 'unit.login', unit }, true],
  ['unit.logout', { type: 'unit.logout', unit }, true],
  ['unit.updated', { type: 'unit.updated', unit, before: unit }, true],
  ['unit.status', { type: 'unit.status', unit, before: unit }, true],
  ['unit.panic', { type: 'unit.panic', unit, isPanic: true }, false],
  ['unit.attached', { type: 'unit.attached', call, ident: unit.ident }, false],
  ['call.opened', { type: 'call.opened', call }, false],
  ['tone', { type: 'tone', tone: { url: '', targets: [] } }, false],
])('whether %s is about a unit alone', (_, change, expected) => {
  expect(isAboutUnit(change)).toBe(expected);
});
