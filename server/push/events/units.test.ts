import { describe, expect, test } from '@jest/globals';
import { createPushRig, readPush } from '../../../test/support/push-rig.ts';

const unitsOf = (type: string, data: unknown) =>
  (readPush(type, data) as { units: { ident: number }[] }).units.map(({ ident }) => ident);

describe('EVENT_UNIT_LOGIN', () => {
  test.each<[string, unknown, number[]]>([
    ['one unit', { unit: { id: 1 } }, [1]],
    ['several units', { units: [{ id: 1 }, { id: '2' }] }, [1, 2]],
    ['several under the name of one', { unit: [{ id: 1 }, { id: 2 }] }, [1, 2]],
    ['one under the name of several', { units: { id: 1 } }, [1]],
    ['null beside several', { unit: null, units: [{ id: 1 }] }, [1]],
    ['one before several', { unit: { id: 1 }, units: [{ id: 2 }] }, [1]],
    ['none', { units: [] }, []],
  ])('with %s', (_, data, idents) => {
    expect(unitsOf('EVENT_UNIT_LOGIN', data)).toEqual(idents);
  });

  test.each<[string, object, unknown]>([
    ['beside the unit', { unit: { id: 1 }, isDispatch: true }, true],
    ['in the unit', { unit: { id: 1, isDispatch: true } }, true],
    ['in both: beside it counts', { unit: { id: 1, isDispatch: true }, isDispatch: 'false' }, false],
    ['by a word for nothing', { unit: { id: 1 }, isDispatch: 'nil' }, false],
    ['nowhere', { unit: { id: 1 } }, undefined],
  ])('says %s whether it is a dispatcher', (_, data, isDispatch) => {
    expect(readPush('EVENT_UNIT_LOGIN', data)).toMatchObject({ units: [{ ident: 1, isDispatch }] });
  });

  test.each([
    [true, true],
    [undefined, false],
  ])('dispatches itself: %j', (selfDispatch, expected) => {
    const data = { unit: { id: 1 }, selfDispatch };
    expect(readPush('EVENT_UNIT_LOGIN', data)).toMatchObject({ selfDispatch: expected });
  });

  test.each<[string, unknown]>([
    ['no unit', {}],
    ['null', { unit: null, units: null }],
  ])('is refused with %s', (_, data) => {
    expect(readPush('EVENT_UNIT_LOGIN', data)).toEqual({
      kind: 'payload',
      path: 'data.units[0]',
      expected: 'expected an object with the unit',
    });
  });
});

describe('EVENT_UNIT_LOGOUT', () => {
  test.each<[string, object, number[]]>([
    ['identId', { identId: '1' }, [1]],
    ['identIds', { identIds: [1, 2] }, [1, 2]],
    ['ident', { ident: 1 }, [1]],
    ['idents', { idents: [1] }, [1]],
    ['units', { units: [{ id: 1 }, 2] }, [1, 2]],
  ])('by %s', (_, data, idents) => {
    expect(readPush('EVENT_UNIT_LOGOUT', data)).toEqual({ idents });
  });

  test('without any is refused', () => {
    expect(readPush('EVENT_UNIT_LOGOUT', {})).toMatchObject({ path: 'data.identId' });
  });
});

describe('EVENT_UNIT_STATUS', () => {
  test.each<[string, object, object]>([
    ['by ids', { identIds: [1, 2], status: '3' }, { idents: [1, 2], status: 3, units: [] }],
    ['by one id', { identId: 1, status: 0 }, { idents: [1], status: 0, units: [] }],
    ['by short names', { ident: 1, idents: [2], status: 0 }, { idents: [1, 2], status: 0, units: [] }],
    ['by no ids', { idents: [], status: null }, { idents: [], status: null, units: [] }],
    ['with whole units', { units: [{ id: 1, status: 3 }] }, { idents: [], status: null }],
    ['with a whole unit', { units: { id: 1, status: 3 } }, { units: [{ ident: 1, status: 3 }] }],
    ['with a gap', { units: [null, { id: 1 }] }, { units: [{ ident: 1 }] }],
  ])('%s', (_, data, expected) => {
    expect(readPush('EVENT_UNIT_STATUS', data)).toMatchObject(expected);
  });

  test('keeps to itself how it was said', () => {
    const data = readPush('EVENT_UNIT_STATUS', { identId: 1, status: 0 }) as object;
    expect(Object.keys(data).sort()).toEqual(['idents', 'status', 'units']);
  });

  test.each<[string, object, string, string]>([
    ['nobody', { status: 1 }, 'data.identIds', 'expected a list of whole numbers'],
    ['no status', { identIds: [1] }, 'data.status', 'expected a whole number'],
    ['a status in words', { identIds: [1], status: 'busy' }, 'data.status', 'expected a whole number'],
    ['a unit without an id', { units: [{ status: 1 }] }, 'data.units[0].id', 'expected a whole number'],
    [
      'too many units',
      { units: Array.from({ length: 1001 }, () => ({ id: 1 })) },
      'data.units',
      'expected at most 1000 items',
    ],
  ])('with %s is refused', (_, data, path, expected) => {
    expect(readPush('EVENT_UNIT_STATUS', data)).toEqual({ kind: 'payload', path, expected });
  });
});

describe('EVENT_UNIT_UPDATE', () => {
  test.each<[string, object, number[]]>([
    ['several units', { units: [{ id: 1 }, { id: 2 }] }, [1, 2]],
    ['one unit', { unit: { id: 1 } }, [1]],
    ['several before one', { unit: { id: 1 }, units: [{ id: 2 }] }, [2]],
    ['null beside one', { unit: { id: 1 }, units: null }, [1]],
    ['what has no id among them', { units: [{ name: 'x' }, { id: 'nil' }, 'x', null, { id: 2 }] }, [2]],
  ])('with %s', (_, data, idents) => {
    expect(unitsOf('EVENT_UNIT_UPDATE', data)).toEqual(idents);
  });

  test.each<[string, object]>([
    ['no units', {}],
    ['null', { units: null, unit: null }],
  ])('is refused with %s', (_, data) => {
    expect(readPush('EVENT_UNIT_UPDATE', data)).toEqual({
      kind: 'payload',
      path: 'data.units',
      expected: 'expected a list of units',
    });
  });
});

describe('EVENT_UNIT_PANIC', () => {
  test.each<[string, object, object]>([
    ['on', { identIds: 1, isPanic: 'true' }, { idents: [1], isPanic: true }],
    ['off', { identId: 1, isPanic: 0 }, { idents: [1], isPanic: false }],
    ['on when not said', { identIds: [1] }, { idents: [1], isPanic: true }],
  ])('%s', (_, data, expected) => {
    expect(readPush('EVENT_UNIT_PANIC', data)).toEqual(expected);
  });

  test('of nobody is refused', () => {
    expect(readPush('EVENT_UNIT_PANIC', { isPanic: true })).toMatchObject({ path: 'data.identIds' });
  });
});

test('a unit from its login to its logout', () => {
  const { store, play } = createPushRig();
  expect(play('EVENT_UNIT_LOGIN', { unit: { id: 1, status: 2 } })).toEqual(['unit.login']);
  expect(play('EVENT_UNIT_STATUS', { identIds: [1], status: 3 })).toContain('unit.status');
  expect(play('EVENT_UNIT_STATUS', { identIds: [1], status: 3 })).toEqual([]);
  expect(play('EVENT_UNIT_STATUS', { units: [{ id: 1, status: 4 }] })).toContain('unit.status');
  expect(play('EVENT_UNIT_UPDATE', { unit: { id: 1, location: 'Alta St' } })).toEqual(['unit.updated']);
  expect(play('EVENT_UNIT_PANIC', { identIds: [1] })).toContain('unit.panic');
  expect(store.units.all()).toMatchObject([{ ident: 1, status: 4, location: 'Alta St', isPanic: true }]);
  expect(play('EVENT_UNIT_LOGOUT', { identId: 1 })).toContain('unit.logout');
  expect(store.units.all()).toEqual([]);
});
