import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, cutText, splitBytes, toConsoleText, toGameText } from './text.ts';

describe('cutText', () => {
  test.each([
    ['short enough', 'abc', 3, 'abc'],
    ['cut with an ellipsis', 'abcdef', 4, 'abc…'],
    ['no space before the ellipsis', 'ab cdef', 4, 'ab…'],
    ['counts code points, not units', '😀😀😀', 3, '😀😀😀'],
    ['never cuts a code point', '😀😀😀', 2, '😀…'],
  ])('%s', (_, text, max, expected) => {
    expect(cutText(text, max)).toBe(expected);
  });
});

describe('cleanText', () => {
  test.each([
    ['plain text stays', 'Sinner St / Atlee St', 'Sinner St / Atlee St'],
    ['blanks collapse', '  a \t\n  b\u2028c ', 'a b c'],
    ['control characters become blanks', 'a\u0000b\u001bc', 'a b c'],
    ['direction overrides go', 'a\u202eb\u2066c', 'abc'],
    ['zero width characters go', 'a\u200bb\ufeffc', 'abc'],
    ['joined emoji stay whole', '👩‍🚒 on scene', '👩‍🚒 on scene'],
    ['lone surrogates go', 'a\ud83db', 'ab'],
    ['other scripts stay', 'Żółć улица 東京', 'Żółć улица 東京'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text, 100)).toBe(expected);
  });

  test('any text becomes one bounded, well-formed line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (text, max) => {
          const clean = cleanText(text, max);
          expect(Array.from(clean).length).toBeLessThanOrEqual(max);
          expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
          expect(clean).toBe(clean.trim());
          expect(cleanText(clean, max)).toBe(clean);
        },
      ),
    );
  });

  test('a very long text is cut without being searched whole', () => {
    expect(cleanText('x'.repeat(4_000_000), 20)).toBe(`${'x'.repeat(19)}…`);
  });
});

describe('toGameText', () => {
  test.each([
    ['colour codes', '~r~red~s~', '-r-red-s-'],
    ['markup', '<img src=x> <C>', '(img src=x) (C)'],
    ['badge characters', '∑ ¦ Ω', '     '],
    ['everything else stays', '100% ^1 $& \\ "a"', '100% ^1 $& \\ "a"'],
  ])('%s', (_, text, expected) => {
    expect(toGameText(text)).toBe(expected);
  });

  test('no text keeps markup', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(toGameText(text)).not.toMatch(/[~<>]/)));
  });
});

describe('toConsoleText', () => {
  test.each([
    ['colour codes', '^1red ^^2green ^_', '1red 2green _'],
    ['line breaks', 'a\r\nb', 'a b'],
    ['a caret alone stays', '2^x', '2^x'],
  ])('%s', (_, text, expected) => {
    expect(toConsoleText(text)).toBe(expected);
  });

  test('no text keeps a colour code or a second line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(toConsoleText(text)).not.toMatch(/\^[0-9]|[\r\n]/),
      ),
    );
  });
});

describe('splitBytes', () => {
  test('parts hold whole code points, fit, and make up the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 4, max: 99 }),
        (text, max) => {
          const parts = splitBytes(text, max);
          expect(parts.join('')).toBe(text);
          for (const part of parts) {
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(max);
            expect(part).not.toBe('');
          }
        },
      ),
    );
  });

  test('nothing has no parts', () => expect(splitBytes('', 99)).toEqual([]));
});
