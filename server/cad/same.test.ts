import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { isSame, settle } from './same.ts';

describe('two pieces of data', () => {
  test.each([
    ['scalars', 1, 1, true],
    ['other scalars', 1, '1', false],
    ['null and nothing', null, undefined, false],
    ['null and an object', null, {}, false],
    ['lists', [1, [2]], [1, [2]], true],
    ['lists in another order', [1, 2], [2, 1], false],
    ['a list and the start of it', [1, 2], [1], false],
    ['a list and an object', [], {}, false],
    ['an object and a list', {}, [], false],
    ['objects in another order', { a: 1, b: { c: 2 } }, { b: { c: 2 }, a: 1 }, true],
    ['objects that differ below', { a: { b: 1 } }, { a: { b: 2 } }, false],
    ['a field more', { a: 1 }, { a: 1, b: undefined }, false],
    ['other fields', { a: undefined }, { b: undefined }, false],
    ['what is inherited', { a: 1 }, Object.create({ a: 1 }), false],
  ])('%s', (_, a, b, expected) => {
    expect(isSame(a, b)).toBe(expected);
  });

  test('are alike with their copies, whatever they are', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isSame(value, structuredClone(value))));
  });

  test('are as alike as their texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom('a', 'b'), fc.boolean()), { maxLength: 2 }),
        (list) => {
          const [a = {}, b = {}] = list;
          const text = (value: object) => JSON.stringify(Object.entries(value).sort());
          return isSame(a, b) === (text(a) === text(b));
        },
      ),
    );
  });

  test('but for one field', () => {
    expect(isSame({ a: 1, at: 1 }, { a: 1, at: 2 }, 'at')).toBe(true);
    expect(isSame({ a: 1, at: 1 }, { a: 2, at: 1 }, 'at')).toBe(false);
    expect(isSame({ a: { at: 1 } }, { a: { at: 2 } }, 'at')).toBe(false);
  });
});

test('what did not change stays the same object', () => {
  const known = { ids: [1, 2] };
  expect(settle(known, { ids: [1, 2] })).toBe(known);
  expect(settle(known, { ids: [1, 3] })).toEqual({ ids: [1, 3] });
});
