import { expect, test } from '@jest/globals';
import { fixtureNames, fixtureText } from '../../../test/support/fixtures.ts';
import { type Body, toForwardedBody } from './forwarded-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('with the key kept, every byte stays', () => {
  const body = new Uint8Array([0xef, 0xbb, 0xbf, 123, 32, 0xff, 125]);
  expect(toForwardedBody(body, 'keep')).toBe(body);
});

test.each<[string, Body, string]>([
  ['text', '{"key":"k","type":"T","data":{"key":"inner"}}', '{"type":"T","data":{"key":"inner"}}'],
  ['bytes', bytes('{"type":"T","key":"k"}'), '{"type":"T"}'],
  ['bytes with a byte order mark', bytes('\ufeff{"key":"k","data":[]}'), '{"data":[]}'],
  ['several keys', '{"key":"k","data":1,"key":"l"}', '{"data":1}'],
  ['a key written with escapes', '{"\\u006bey":"k","data":1}', '{"data":1}'],
  [
    'fields of any name',
    '{"key":"k","__proto__":{"a":1},"é":"\u2028"}',
    '{"__proto__":{"a":1},"é":"\u2028"}',
  ],
])('the key can be removed: %s', (_, body, expected) => {
  expect(toForwardedBody(body, 'remove')).toBe(expected);
});

test('the key can be replaced', () => {
  expect(toForwardedBody('{"type":"T","key":"ours"}', { replaceWith: '"theirs"' })).toBe(
    '{"key":"\\"theirs\\"","type":"T"}',
  );
});

test('what is no JSON is not passed on with its key in it', () => {
  expect(() => toForwardedBody('{"key":"k"', 'remove')).toThrow();
});

test.each(fixtureNames.filter((name) => name !== '99_malformed'))(
  '%s stays the same but for the key',
  (name) => {
    const { key: _, ...rest } = JSON.parse(fixtureText(name));
    expect(JSON.parse(String(toForwardedBody(bytes(fixtureText(name)), 'remove')))).toEqual(rest);
  },
);
