import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { describeFeedText } from './feed-text.ts';

const WHITE = '#f0f0f0';
const RED = '#e03232';

/** Runs as `text|colour|flags`. */
const runs = (text: string): string[] =>
  describeFeedText(text).runs.map(({ text: shown, colour, bold, italic, condensed }) =>
    [shown, colour, [bold && 'b', italic && 'i', condensed && 'c'].filter(Boolean).join('')].join('|'),
  );

describe('describeFeedText', () => {
  test.each([
    ['plain', [`plain|${WHITE}|`]],
    ['~r~red~s~ back', [`red|${RED}|`, ` back|${WHITE}|`]],
    ['a~HUD_COLOUR_RED~b~HC_6~c~HC_RED~d', [`a|${WHITE}|`, `b|${RED}|`, `c|${RED}|`, `d|${RED}|`]],
    ['~h~bold~h~ not ~bold~x', [`bold|${WHITE}|b`, ` not |${WHITE}|`, `x|${WHITE}|b`]],
    ['~italic~x~italic~y', [`x|${WHITE}|i`, `y|${WHITE}|`]],
    ['<C>Name</C> left', [`Name|${WHITE}|c`, ` left|${WHITE}|`]],
    ["<FONT COLOR='#12ABef'>x</FONT>y", ['x|#12abef|', `y|${WHITE}|`]],
    ['<font color="#ff0000"><b>x</font>y', ['x|#ff0000|b', `y|${WHITE}|`]],
    ['~unknown~shown', [`shown|${WHITE}|`]],
    ['~HC_999~x', [`x|${WHITE}|`]],
    ['5 ~ 6', [`5 ~ 6|${WHITE}|`]],
    ['1 < 2 > 0', [`1 < 2 > 0|${WHITE}|`]],
    ['</C>x', [`x|${WHITE}|`]],
  ])('%s', (text, expected) => {
    expect(runs(text)).toEqual(expected);
  });

  test('breaks lines and keeps the style over them', () => {
    const { lines, plain } = describeFeedText('a~r~~n~b\nc<br>d');
    expect(lines.map((line) => line.map(({ text, colour }) => [text, colour]))).toEqual([
      [['a', WHITE]],
      [['b', RED]],
      [['c', RED]],
      [['d', RED]],
    ]);
    expect(plain).toBe('a\nb\nc\nd');
  });

  test('draws icons and keys as such', () => {
    expect(describeFeedText('~BLIP_GARAGE~ ~INPUT_CONTEXT~~ws~').runs).toMatchObject([
      { text: '[BLIP_GARAGE]', icon: 'BLIP_GARAGE' },
      { text: ' ', icon: null },
      { text: '[INPUT_CONTEXT]', icon: 'INPUT_CONTEXT' },
      { text: '★', icon: 'wanted_star' },
    ]);
  });

  test('scales letters', () => {
    expect(describeFeedText("<FONT SIZE='26'>big").runs).toMatchObject([{ size: 2 }]);
  });

  test('lists the markup it obeyed', () => {
    expect(describeFeedText("~r~a<C>b</C>~x~<img src='x'/>\nc").markup).toEqual([
      '~r~',
      '<C>',
      '</C>',
      '~x~',
      "<img src='x'/>",
    ]);
  });

  test('shows text without tildes and angle brackets as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = text.replace(/[~<>]/g, '');
        expect(describeFeedText(safe)).toMatchObject({ plain: safe, markup: [] });
      }),
    );
  });

  test('loses nothing but markup, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab ~<>/hnrC\n') }), (text) => {
        const { lines, runs: all, markup, plain } = describeFeedText(text);
        expect(lines.flat()).toEqual(all);
        // Line feeds inside a tag belong to the tag, all others end a line.
        const lengthOf = (part: string): number => part.replaceAll('\n', '').length;
        expect(lengthOf(plain) + lengthOf(markup.join(''))).toBe(lengthOf(text));
      }),
    );
  });
});
