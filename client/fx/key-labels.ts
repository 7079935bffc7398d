// What is written on a key, from how the game names it in its hints (GET_CONTROL_INSTRUCTIONAL_BUTTON).

import { lookUp } from '../../shared/look-up.ts';

/** How the game begins the text of a key that it draws as text, such as letters. */
const TEXT = 't_';
const FIRST_F = 170;
const FIRST_NUM = 136;

/** Keys that the game draws as a picture, by its number. */
const PICTURES: Readonly<Record<string, string>> = {
  b_100: 'LMB',
  b_101: 'RMB',
  b_102: 'MMB',
  b_130: 'Num -',
  b_131: 'Num +',
  b_132: 'Num .',
  b_134: 'Num *',
  b_135: 'Num Enter',
  ...numbered(FIRST_NUM, 10, (index) => `Num ${index}`),
  ...numbered(FIRST_F, 24, (index) => `F${index + 1}`),
  b_194: '↑',
  b_195: '↓',
  b_196: '←',
  b_197: '→',
  b_198: 'Del',
  b_199: 'Esc',
  b_200: 'Ins',
  b_201: 'End',
  b_210: 'Del',
  b_211: 'Ins',
  b_212: 'End',
  b_1000: 'Shift',
  b_1001: 'Shift',
  b_1002: 'Tab',
  b_1003: 'Enter',
  b_1004: 'Back',
  b_1008: 'Home',
  b_1009: 'PgUp',
  b_1010: 'PgDn',
  b_1011: 'Num Lock',
  b_1012: 'Caps',
  b_1013: 'Ctrl',
  b_1014: 'Ctrl',
  b_1015: 'Alt',
  b_1016: 'Alt',
  b_1055: 'Home',
  b_1056: 'PgUp',
  b_2000: 'Space',
};

/** `''` when there is no key, or one that has no name here. */
export function keyLabel(button: string): string {
  return button.startsWith(TEXT) ? button.slice(TEXT.length) : (lookUp(PICTURES, button) ?? '');
}

function numbered(first: number, count: number, nameOf: (index: number) => string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`b_${first + index}`, nameOf(index)]),
  );
}
