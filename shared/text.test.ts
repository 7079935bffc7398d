import { describe, expect, test } from '@jest/globals';
import { fc } from '../test/support/properties.ts';
import {
  cleanText,
  cutText,
  escapeHtml,
  escapeMarkdown,
  splitBytes,
  toConsoleText,
  toGameText,
  toTNotifyText,
  toUnmarkedText,
} from './text.ts';

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
    ['codes of terminals', 'a\u001b[31mb', 'a [31mb'],
    ['what turns the order of letters round', '\u202ecba\u2066', 'cba'],
    ['a colour code in two parts', '^\u200b1red', '1red'],
  ])('%s', (_, text, expected) => {
    expect(toConsoleText(text)).toBe(expected);
  });

  test('no text keeps a colour code or a second line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(toConsoleText(text)).not.toMatch(/\^[0-9]|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u),
      ),
    );
  });
});

describe('escapeHtml', () => {
  test('shows what was typed', () => {
    expect(escapeHtml(`<b title="x">'&amp;`)).toBe('&#60;b title=&#34;x&#34;&#62;&#39;&#38;amp;');
  });

  test('leaves neither tags nor references, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const html = escapeHtml(text);
        expect(html).not.toMatch(/[<>"']|&(?!#\d+;)/);
        expect(html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(text);
      }),
    );
  });
});

describe('escapeMarkdown', () => {
  test.each([
    ['emphasis', '*a* _b_ **c**', String.raw`\*a\* \_b\_ \*\*c\*\*`],
    ['images and links', '![a](http://b) [c]: d', String.raw`\!\[a\](http\://b) \[c\]: d`],
    ['bare addresses', 'www.x.y a@b.c', String.raw`www\.x.y a\@b.c`],
    ['headings and rules', '# a', String.raw`\# a`],
    ['lists', '- a', String.raw`\- a`],
    ['numbered lists', '1. a', String.raw`1\. a`],
    ['what is escaped already', String.raw`\*`, String.raw`\\\*`],
    ['several lines', 'a\n\n    b', 'a b'],
    ['everything else stays', '10-50 MVA, 2:30 (A/B) 50% $5 "x"', '10-50 MVA, 2:30 (A/B) 50% $5 "x"'],
  ])('%s', (_, text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test('leaves no markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1 .)-+*_[]()!<>&#`~|:/@\\\n') }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, 'x')).not.toMatch(
          /[\\`*_{}[\]<>#!~|&@\n]|^[-+=]|^\d+[.)]|:\/\//,
        );
        // A reader of markdown takes each backslash away again.
        expect(escaped.replace(/\\(.)/g, '$1')).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});

describe('toUnmarkedText', () => {
  test.each([
    ['colour codes', '~r~a^1b^#fffc', '-r-aˆ1bˆ#fffc'],
    ['tags', '<img src=x>', '(img src=x)'],
    ['references', '&lt;img&gt; AT&T', '+lt;img+gt; AT&T'],
    ['everything else stays', '[8112] 100% $& "a" *b*', '[8112] 100% $& "a" *b*'],
  ])('%s', (_, text, expected) => {
    expect(toUnmarkedText(text)).toBe(expected);
  });

  test('leaves no markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ar1&;#~<>^') }), (text) =>
        expect(toUnmarkedText(text)).not.toMatch(/[~<>^]|&#?\w+;/),
      ),
    );
  });
});

describe('toTNotifyText', () => {
  test('leaves none of its tags', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ar *`{}#![]~<>-\n') }), (text) =>
        expect(toTNotifyText(text)).not.toMatch(/``|>>|# |!\[|\{\{|\*|~|^---$/m),
      ),
    );
  });

  test('keeps everything else', () => {
    expect(toTNotifyText('#302 [8112] 10-50 100%\nb')).toBe('#302 [8112] 10-50 100%\nb');
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
