import { describe, expect, test } from '@jest/globals';
import { mayHoldKey } from './find-key.ts';

const accepts = (candidate: unknown) => candidate === 'secret/1';
const toBytes = (text: string) => new TextEncoder().encode(text).buffer;
const filler = (length: number) => `"text":"${'x'.repeat(length)}"`;
const LARGE = 20_000;

describe('a large body', () => {
  test.each<[string, string, boolean]>([
    ['with the key in front', `{"key":"secret/1",${filler(LARGE)}}`, true],
    ['with the key at the end', `{${filler(LARGE)},"key":"secret/1"}`, true],
    ['with blanks around the colon', `{"key" \n:\t"secret/1",${filler(LARGE)}}`, true],
    ['with the key in escapes', `{"key":"secret\\/\\u0031",${filler(LARGE)}}`, true],
    [
      'with other members of that name before it',
      `{"data":[${'{"key":"x"},'.repeat(900)}{"key":5}],${filler(LARGE)},"key":"secret/1"}`,
      true,
    ],
    ['with a value that is no JSON before it', `{"key":"a\nb","key":"secret/1",${filler(LARGE)}}`, true],
    ['with another key', `{"key":"secret/2",${filler(LARGE)}}`, false],
    ['with the key elsewhere', `{"other":"secret/1",${filler(LARGE)}}`, false],
    ['with a key that is no text', `{"key":{"a":"secret/1"},${filler(LARGE)}}`, false],
    ['with a key that does not end', `{"key":"secret/1${'x'.repeat(LARGE)}"}`, false],
    ['that ends in the name', `{${filler(LARGE)},"key"`, false],
    ['without one', `[${'[],'.repeat(LARGE)}0]`, false],
  ])('%s', (_, text, expected) => {
    expect(mayHoldKey(toBytes(text), accepts)).toBe(expected);
  });

  test.each<[string, string, string, boolean]>([
    ['in front', '', filler(300_000), true],
    ['at the end', filler(300_000), '', true],
    ['in front of what the CAD might add', filler(300_000), filler(30_000), true],
    ['in the middle, where the CAD never puts it', filler(300_000), filler(300_000), false],
  ])('of any size is searched at its ends: the key is %s', (_, before, after, expected) => {
    const text = `{${[before, '"key":"secret/1"', after].filter(Boolean).join()}}`;
    expect(mayHoldKey(toBytes(text), accepts)).toBe(expected);
  });

  test('with very many members of that name in its data is searched at the end all the same', () => {
    const text = `{"data":[${'{"key":"x"},'.repeat(8000)}0],${filler(60_000)},"key":"secret/1"}`;
    expect(mayHoldKey(toBytes(text), accepts)).toBe(true);
  });

  test('is not searched for ever', () => {
    let asked = 0;
    const count = () => {
      asked += 1;
      return false;
    };
    expect(mayHoldKey(toBytes('"key":"a",'.repeat(100_000)), count)).toBe(false);
    // At either end.
    expect(asked).toBe(2000);
  });
});

test('a small body is left to the parser', () => {
  expect(mayHoldKey(toBytes('{"\\u006bey":"secret/1"}'), () => false)).toBe(true);
});
