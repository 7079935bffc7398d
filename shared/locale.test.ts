import { describe, expect, test } from '@jest/globals';
import { createTranslate, fillText, parseTexts } from './locale.ts';

describe('fillText', () => {
  test.each([
    ['by name', 'call #{number} from {caller}', { number: 3, caller: 'A' }, 'call #3 from A'],
    ['missing values leave nothing', 'a{x}b{y}', { y: null }, 'ab'],
    ['values are not looked at again', '{a}', { a: '{b} $& %d', b: 'no' }, '{b} $& %d'],
  ])('%s', (_, template, values, expected) => {
    expect(fillText(template, values)).toBe(expected);
  });
});

test('a text comes from the locale, else from the fallback, else its name shows', () => {
  const translate = createTranslate({ a: 'A' }, { a: 'x', b: 'B {n}' });
  expect([translate('a'), translate('b', { n: 1 }), translate('c')]).toEqual(['A', 'B 1', 'c']);
});

describe('parseTexts', () => {
  test.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['a number among the texts', '{"a": 1}'],
  ])('refuses %s', (_, json) => expect(parseTexts(json).ok).toBe(false));

  test('reads texts', () => expect(parseTexts('{"a":"b"}')).toEqual({ ok: true, value: { a: 'b' } }));
});
