import { describe, expect, test } from '@jest/globals';
import { createFormat, writingDirection } from './format.ts';

const texts = { 'ui.age.now': 'now' };
const format = (language: string, distances: 'metric' | 'imperial' = 'metric') =>
  createFormat({ texts, language, distances });
/** Browsers and Node differ in which space they put before a unit. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('distances', () => {
  test.each([
    ['near, in steps of ten', 'en', 'metric', 347, '350 m'],
    ['where metres would become a kilometre', 'en', 'metric', 996, '1 km'],
    ['some way off', 'en', 'metric', 1240, '1.2 km'],
    ['far, without a fraction', 'en', 'metric', 12_340, '12 km'],
    ['in German', 'de', 'metric', 1240, '1,2 km'],
    ['feet, in steps of fifty', 'en', 'imperial', 100, '350 ft'],
    ['where feet would become too many', 'en', 'imperial', 300, '0.2 mi'],
    ['far miles', 'en', 'imperial', 20_000, '12 mi'],
  ] as const)('%s', (_, language, distances, metres, expected) => {
    expect(plain(format(language, distances).distance(metres))).toBe(expected);
  });
});

describe('ages', () => {
  const MINUTE = 60_000;
  test.each([
    ['less than a minute', 59_999, 'now'],
    ['from a clock that is ahead of ours', -5000, 'now'],
    ['minutes', 2 * MINUTE + 59_000, '2 min'],
    ['a full hour', 60 * MINUTE, '1 hr'],
    ['hours and minutes', 125 * MINUTE, '2 hr 5 min'],
  ])('%s', (_, ms, expected) => {
    expect(plain(format('en').age(ms))).toBe(expected);
  });
});

describe('times of notes', () => {
  test.each([
    ['of the day', '16:03:02', '16:03'],
    ['that are something else', 'yesterday evening, late', 'yesterday eveni…'],
    ['that only look like a date', '2026-99-99Tx', '2026-99-99Tx'],
  ])('%s', (_, time, expected) => {
    expect(format('en').noteTime(time)).toBe(expected);
  });

  test('in ISO 8601 are shown by the clock of the player', () => {
    const here = new Date('2026-11-23T16:03:02Z');
    const expected = here.toLocaleTimeString('de', { timeStyle: 'short' });
    expect(format('de').noteTime(here.toISOString())).toBe(expected);
  });
});

test.each([
  ['no language at all', 'not a language!'],
  ['a language that nobody speaks', 'qqq'],
])('%s falls back to English', (_, language) => {
  expect(format(language).language).toBe('en');
  expect(format(language).percent(0.85)).toBe('85%');
});

test.each([
  ['en', 'ltr'],
  ['pt-BR', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
])('%s is written %s', (language, expected) => {
  expect(writingDirection(language)).toBe(expected);
});
