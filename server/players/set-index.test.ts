import { describe, expect, test } from '@jest/globals';
import { createSetIndex } from './set-index.ts';

function setUp(entries: readonly (readonly [string, number])[]) {
  const index = createSetIndex<string, number>();
  for (const [key, value] of entries) index.add(key, value);
  return index;
}

const contents = (index: ReturnType<typeof setUp>) =>
  Object.fromEntries([...index.keys()].map((key) => [key, [...index.get(key)]]));

describe('an index of sets', () => {
  const entries = [
    ['a', 2],
    ['a', 1],
    ['b', 1],
    ['a', 2],
  ] as const;

  test('holds values under their keys, each once and in the order they were added', () => {
    expect(contents(setUp(entries))).toEqual({ a: [2, 1], b: [1] });
  });

  test.each<[string, string, number, object]>([
    ['one of several values', 'a', 2, { a: [1], b: [1] }],
    ['the last value, and its key with it', 'b', 1, { a: [2, 1] }],
    ['a value that is not there', 'a', 7, { a: [2, 1], b: [1] }],
    ['a value of a key that is not there', 'c', 1, { a: [2, 1], b: [1] }],
  ])('lets go of %s', (_, key, value, expected) => {
    const index = setUp(entries);
    index.remove(key, value);
    expect(contents(index)).toEqual(expected);
  });

  test('has nothing under a key without values', () => {
    expect([...setUp(entries).get('c')]).toEqual([]);
  });
});
