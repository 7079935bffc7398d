import { expect, test } from '@jest/globals';
import { makeUnit } from '../../test/support/units.ts';
import type { Change } from '../cad/changes.ts';
import { createPanics } from './panics.ts';

const setUp = () =>
  createPanics({
    positionOf: () => null,
    tracker: () => ({ start: () => undefined, stop: () => undefined }),
    show: () => undefined,
  });

const stranger = makeUnit({ ident: 12, unitNum: '', name: '', isPanic: true });
const known = { ...stranger, unitNum: '2-ADAM-14' };
const panic = (isPanic: boolean): Change => ({ type: 'unit.panic', unit: stranger, isPanic });
const update: Change = { type: 'unit.updated', unit: known, before: stranger };

test('a panic is shown under the name of its unit once that is known', () => {
  const panics = setUp();
  expect(panics.follow([panic(true)]).shown).toMatchObject([{ ident: 12, unit: '#12' }]);
  expect(panics.follow([update]).shown).toEqual([{ ident: 12, unit: '2-ADAM-14', position: null }]);
  expect(panics.follow([update]).shown).toEqual([]);
  expect(panics.all()).toMatchObject([{ unit: '2-ADAM-14' }]);
});

test('a unit that is known better is not shown while it is in no panic, or when that ends with it', () => {
  const panics = setUp();
  expect(panics.follow([update])).toEqual({ shown: [], gone: [] });
  panics.follow([panic(true)]);
  expect(panics.follow([update, panic(false)]).gone).toEqual([12]);
  expect(panics.all()).toEqual([]);
});
