import { describe, expect, test } from '@jest/globals';
import { boundJson, isObject, parseBody, readEnvelope } from './envelope.ts';

const toBytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string)))).buffer;

describe('a body', () => {
  test.each<[string, ArrayBuffer, unknown]>([
    ['an object', toBytes('{"key":"K","data":[1]}'), { key: 'K', data: [1] }],
    ['with a byte order mark', toBytes('\ufeff{"a":1}'), { a: 1 }],
    ['in invalid UTF-8', toBytes('{"a":"', [0xff], '"}'), { a: '\ufffd' }],
  ])('%s', (_, bytes, value) => {
    expect(parseBody(bytes)).toEqual({ ok: true, value });
  });

  test.each<[string, string, string]>([
    ['nothing', '', 'expected JSON'],
    ['half an object', '{"a":', 'expected JSON'],
    ['a list', '[{}]', 'expected a JSON object'],
    ['null', 'null', 'expected a JSON object'],
    ['a text', '"EVENT_911"', 'expected a JSON object'],
  ])('that is %s is refused', (_, text, expected) => {
    expect(parseBody(toBytes(text))).toEqual({ ok: false, error: { path: 'body', expected } });
  });
});

describe('an envelope', () => {
  const longest = 'E'.repeat(100);
  test.each<[string, unknown, string]>([
    ['in lower case', 'event_911', 'EVENT_911'],
    ['with blanks', ' EVENT_911\n', 'EVENT_911'],
    ['as long as may be', longest, longest],
  ])('with a type %s', (_, type, expected) => {
    const body = { type, data: { a: 1 }, key: 'K' };
    expect(readEnvelope(body)).toEqual({ ok: true, value: { type: expected, data: body.data, body } });
  });

  test.each<[string, unknown]>([
    ['no', undefined],
    ['an empty', ' '],
    ['too long a', `${longest}E`],
    ['a numeric', 911],
    ['a listed', ['EVENT_911']],
  ])('with %s type is refused', (_, type) => {
    expect(readEnvelope({ type })).toEqual({
      ok: false,
      error: { path: 'type', expected: 'expected the name of an event, such as EVENT_911' },
    });
  });

  test('beyond the bounds is refused', () => {
    const data = Array.from({ length: 50_001 }, () => 0);
    expect(readEnvelope({ type: 'EVENT_911', data })).toEqual({
      ok: false,
      error: { path: 'body', expected: 'expected at most 50000 values' },
    });
  });
});

test('keys that would become a prototype are taken out, at every level', () => {
  const body = JSON.parse('{"__proto__":1,"a":[{"__proto__":{"x":1},"b":{"__proto__":[]}}]}');
  expect(boundJson(body)).toBeNull();
  expect(JSON.stringify(body)).toBe('{"a":[{"b":{}}]}');
});

test('a long text is one value, and nothing is looked for in it', () => {
  expect(boundJson({ a: 'x'.repeat(60_000), b: null, c: 5 })).toBeNull();
});

test('values count over all levels, and missing ones as values', () => {
  const half = Array.from({ length: 25_000 }, () => null);
  expect(boundJson({ a: half, b: half.slice(2) })).toBeNull();
  expect(boundJson({ a: half, b: half.slice(1) })).toBe('expected at most 50000 values');
});

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ['{}', false],
  [undefined, false],
])('whether %j is an object: %s', (value, expected) => {
  expect(isObject(value)).toBe(expected);
});
