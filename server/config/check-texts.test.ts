import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkTexts } from './check-texts.ts';

const english = JSON.parse(readFileSync('locales/en.json', 'utf8'));

describe('an own text', () => {
  test.each([
    ['with any value of its kind of alert', 'alert.call-opened.title', '{postal? [{postal}]} {units}'],
    ['with the emergency number', 'alert.tone.title', '{emergencyNumber}'],
    ['without values', 'blip.panic', 'MAYDAY'],
  ])('may be one %s', (_, name, text) => {
    expect(checkTexts({ [name]: text }, english)).toEqual([]);
  });

  test.each([
    ['has no such name', 'alert.fire.title', 'x', /"alert.fire.title": there is no such text/],
    [
      'names a value of another kind',
      'alert.panic.text',
      '{caller}',
      /\{caller\} is never filled in; .*\{unit\}/,
    ],
    ['names one in a part of its own', 'blip.panic', '{unit?{colour}}', /\{colour\} is never filled in/],
  ])('that %s is told', (_, name, text, expected) => {
    expect(checkTexts({ [name]: text }, english)).toEqual([expect.stringMatching(expected)]);
  });
});
