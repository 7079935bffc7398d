import { describe, expect, test } from '@jest/globals';
import { fc } from '../test/support/properties.ts';
import { createTranslate, fillText, namesIn, parseTexts } from './locale.ts';

describe('fillText', () => {
  test.each([
    ['by name', 'call #{number} from {caller}', { number: 3, caller: 'A' }, 'call #3 from A'],
    ['missing values leave nothing', 'a{x}b{y}', { y: null }, 'ab'],
    [
      'a part for a value that is there',
      '{postal?[{postal}] }{place}',
      { postal: 8112, place: 'A' },
      '[8112] A',
    ],
    ['a part for a value that is missing', '{caller}{caller!Nobody known}', { caller: ' ' }, 'Nobody known'],
    ['no part for the other case', '{a?yes}{a!no} {b?yes}{b!no}', { a: 'x', b: '' }, 'yes no'],
    ['zero is a value', '{n?{n} left}{n!none}', { n: 0 }, '0 left'],
    ['a part with several values', '{a?{a} and {b}}', { a: 1, b: 2 }, '1 and 2'],
    ['everything else as it is', '[8112] { x } {} 50% $& {a', { a: 1 }, '[8112] { x } {} 50% $& {a'],
    ['names that every object has', '{constructor}{toString?x}', {}, ''],
    ['values are not looked at again', '{a}', { a: '{b} $& %d', b: 'no' }, '{b} $& %d'],
  ])('%s', (_, template, values, expected) => {
    expect(fillText(template, values)).toBe(expected);
  });
});

test('a text comes from the locale, else from the fallback, else its name shows', () => {
  const translate = createTranslate({ a: 'A' }, { a: 'x', b: 'B {n}' });
  expect([translate('a'), translate('b', { n: 1 }), translate('c')]).toEqual(['A', 'B 1', 'c']);
});

test('no value is ever taken for a part of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(fillText('{a?<{a}>}', { a: `x${value}x`, b: 'never' })).toBe(`<x${value}x>`);
    }),
    { examples: [['{b}'], ['{a?{b}}'], ['$1$&$`']] },
  );
});

test.each([
  ['{a} {b?{c} {a}}{d!x}', ['a', 'b', 'c', 'd']],
  ['no names, { a }, [b]', []],
])('namesIn %s', (text, expected) => expect(namesIn(text)).toEqual(expected));

test('every text can name the emergency number', () => {
  const translate = createTranslate({ a: 'Dial {emergencyNumber}' }, { 'number.emergency': '112' });
  expect(translate('a')).toBe('Dial 112');
});

describe('parseTexts', () => {
  test.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['a number among the texts', '{"a": 1}'],
  ])('refuses %s', (_, json) => expect(parseTexts(json).ok).toBe(false));

  test('reads texts', () => expect(parseTexts('{"a":"b"}')).toEqual({ ok: true, value: { a: 'b' } }));
});
