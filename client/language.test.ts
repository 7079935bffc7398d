import { describe, expect, test } from '@jest/globals';
import { createFakeGame } from '../test/support/fake-game.ts';
import { createLanguage } from './language.ts';

const files = {
  'locales/en.json': '{"a":"A","b":"B","ui.x":"X"}',
  'locales/de.json': '{"a":"Ä","ui.x":"Ix"}',
  'locales/de-at.json': '{"b":"Bè"}',
  'locales/xx.json': '{',
};

function setUp(convar: string, choice: { language: string; texts: Record<string, string> } | null = null) {
  const { resource, warnings } = createFakeGame(files, convar ? { 'ox:locale': convar } : {});
  const state = { choice };
  const language = createLanguage(resource, () => state.choice);
  const read = () => [language.name(), language.translate('a'), language.translate('b')];
  return { language, warnings, state, read };
}

describe('the language', () => {
  test.each([
    ['is English by itself', '', null, ['en', 'A', 'B']],
    ['follows ox:locale', 'de', null, ['de', 'Ä', 'B']],
    ['in any casing', 'DE', null, ['de', 'Ä', 'B']],
    ['of a region takes from its language', 'de-at', null, ['de-at', 'Ä', 'Bè']],
    ['is what the owner set', 'xx', { language: 'de', texts: {} }, ['de', 'Ä', 'B']],
    [
      'follows ox:locale when the owner leaves it to it',
      'de',
      { language: 'auto', texts: {} },
      ['de', 'Ä', 'B'],
    ],
    ['has the words of the owner', 'de', { language: 'auto', texts: { b: 'own' } }, ['de', 'Ä', 'own']],
    ['that there is not is English', 'pl', null, ['en', 'A', 'B']],
    ['that is no language is English', '../config', null, ['en', 'A', 'B']],
  ])('%s', (_, convar, choice, expected) => {
    const { read, warnings } = setUp(convar, choice);
    expect([read(), warnings]).toEqual([expected, []]);
  });

  test('changes when the settings come', () => {
    const { read, state } = setUp('');
    const before = read();
    state.choice = { language: 'de', texts: { b: 'own' } };
    expect([before, read()]).toEqual([
      ['en', 'A', 'B'],
      ['de', 'Ä', 'own'],
    ]);
  });

  test('with a broken file is English, which is said once', () => {
    const { read, warnings } = setUp('xx');
    read();
    expect([read(), warnings]).toEqual([
      ['en', 'A', 'B'],
      [expect.stringMatching(/^locales\/xx\.json cannot be used/)],
    ]);
  });

  test('gives the page what it needs, the same object until the settings change', () => {
    const texts = { 'ui.y': 'Y', 'number.emergency': '112' };
    const { language, state } = setUp('de', { language: 'auto', texts });
    const given = language.pageTexts();
    expect(given).toEqual({ 'ui.x': 'Ix', ...texts });
    expect(language.pageTexts()).toBe(given);
    state.choice = { language: 'auto', texts: {} };
    expect(language.pageTexts()).toEqual({ 'ui.x': 'Ix' });
  });
});
