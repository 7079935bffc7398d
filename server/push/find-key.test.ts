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

  test('is not searched for ever', () => {
    let asked = 0;
    const count = () => {
      asked += 1;
      return false;
    };
    expect(mayHoldKey(toBytes('"key":"a",'.repeat(100_000)), count)).toBe(false);
    expect(asked).toBe(1000);
  });
});

test('a small body is left to the parser', () => {
  expect(mayHoldKey(toBytes('{"\\u006bey":"secret/1"}'), () => false)).toBe(true);
});
