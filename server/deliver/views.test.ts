import { describe, expect, test } from '@jest/globals';
import type { Call, Position } from '../../shared/call.ts';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import type { CadUnit } from '../cad/unit.ts';
import { createViews } from './views.ts';

function setUp() {
  const units = new Map<number, CadUnit>([[12, makeUnit({ ident: 12, status: 1 })]]);
  const world = { label: 'Busy', position: null as Position | null };
  let packs = 0;
  const views = createViews({
    labelOf: () => world.label,
    unit: (ident) => units.get(ident) ?? null,
    locate: (call) => (world.position ? { ...call, position: world.position } : call),
    share(value) {
      packs += 1;
      return value;
    },
  });
  return { units, world, views, packs: () => packs };
}

describe('a packed call', () => {
  test('is what the call looks like, and the same for as long as it does', () => {
    const { views, packs } = setUp();
    const call = makeCall({ idents: [12, 34] });
    const packed = views.packed(call);
    expect(packed).toEqual(views.call(call));
    expect([views.packed(call) === packed, packs()]).toEqual([true, 1]);
  });

  test.each<[string, (given: ReturnType<typeof setUp>) => void]>([
    ['a unit of it is another', ({ units }) => units.set(12, makeUnit({ ident: 12, name: 'Iris' }))],
    ['a unit of it is known now', ({ units }) => units.set(34, makeUnit({ ident: 34 }))],
    ['a unit of it is gone', ({ units }) => units.delete(12)],
    [
      'a status has another name',
      ({ world }) => {
        world.label = 'On scene';
      },
    ],
    [
      'it is somewhere else',
      ({ world }) => {
        world.position = { x: 1, y: 2, z: null, accuracy: 'postal' };
      },
    ],
  ])('is packed anew when %s', (_, happen) => {
    const given = setUp();
    const call: Call = makeCall({ idents: [12, 34], position: null });
    const before = given.views.packed(call);
    happen(given);
    const after = given.views.packed(call);
    expect(after).toEqual(given.views.call(call));
    expect(after).not.toEqual(before);
    expect(given.packs()).toBe(2);
  });

  test('is another one for a newer picture of the call', () => {
    const { views } = setUp();
    views.packed(makeCall());
    expect(views.packed(makeCall({ title: 'Fire' })).title).toBe('Fire');
  });
});
