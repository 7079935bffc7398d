import { expect, test } from '@jest/globals';
import { keyLabel } from './key-labels.ts';

test.each([
  ['a letter', 't_G', 'G'],
  ['the first function key', 'b_170', 'F1'],
  ['the key of the list', 'b_178', 'F9'],
  ['the last function key', 'b_193', 'F24'],
  ['a number of the keypad', 'b_145', 'Num 9'],
  ['an arrow', 'b_194', '↑'],
  ['a key with a name', 'b_1003', 'Enter'],
  ['a picture that is not known', 'b_42', ''],
  ['an inherited name', 'constructor', ''],
  ['no key', '', ''],
])('%s', (_, button, label) => {
  expect(keyLabel(button)).toBe(label);
});
