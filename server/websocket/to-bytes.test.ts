import { expect, test } from '@jest/globals';
import { toBytes } from './to-bytes.ts';

const text = (bytes: ArrayBuffer | null) => bytes && Buffer.from(bytes).toString();

test.each<[string, unknown, string | null]>([
  ['a text stays as it is', '{ "type" : "é" } ', '{ "type" : "é" } '],
  ['an object is written as JSON', { type: 'é', data: [1, null] }, '{"type":"é","data":[1,null]}'],
  ['null, too', null, 'null'],
  ['nothing is nothing', undefined, null],
])('%s', (_, envelope, expected) => {
  expect(text(toBytes(envelope))).toBe(expected);
});

test('endless nesting is nothing', () => {
  expect(toBytes(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toBeNull();
});
