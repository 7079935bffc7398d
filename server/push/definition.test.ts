import { describe, expect, test } from '@jest/globals';
import { objectOr, toPayloadError } from './definition.ts';

type Problem = Parameters<typeof toPayloadError>[0];
const problem = (...issues: object[]) => ({ issues }) as Problem;

describe('what is wrong', () => {
  test.each<[string, object[], string, string]>([
    ['at the top', [{ path: [], message: 'm' }], 'data', 'm'],
    ['in a field', [{ path: ['call', 'id'], message: 'm' }], 'data.call.id', 'm'],
    ['in a list', [{ path: ['ids', 3, 'x'], message: 'm' }], 'data.ids[3].x', 'm'],
    [
      'several times: the first one',
      [
        { path: ['a'], message: 'one' },
        { path: ['b'], message: 'two' },
      ],
      'data.a',
      'one',
    ],
    ['without a word', [], 'data', 'expected another shape'],
  ])('%s', (_, issues, path, expected) => {
    expect(toPayloadError(problem(...issues), 'data')).toEqual({ path, expected });
  });
});

test.each([
  [{ a: 1 }, { a: 1 }],
  [[1], null],
  [undefined, null],
])('%j as an object, or nothing', (value, expected) => {
  expect(objectOr(value, null)).toEqual(expected);
});
