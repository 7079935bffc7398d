import { expect, test } from '@jest/globals';
import { nearest } from './nearest.ts';

test.each([
  ['a letter too few', 'blip', 'blips'],
  ['two letters swapped', 'bilps', 'blips'],
  ['another letter case', 'MAXOPEN', 'maxOpen'],
  ['the ending left out', 'expireEmergencyMin', 'expireEmergencyMinutes'],
  ['the nearest of several', 'card', 'cards'],
  ['nothing like it', 'weather', null],
  ['a letter that could be anything', 'x', null],
  ['nothing', '', null],
])('%s', (_, word, expected) => {
  expect(nearest(word, ['blips', 'cards', 'maxOpen', 'expireEmergencyMinutes', 'a'])).toBe(expected);
});
