// The locales are complete, and the code uses what is in them.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseTexts, type Texts } from '../shared/locale.ts';
import { checkLocales } from './support/check-locales.ts';

const FOLDERS = ['client', 'shared', 'web'];

const sources: Record<string, string> = Object.fromEntries(
  readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && FOLDERS.includes(entry.name))
    .flatMap(({ name: folder }) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
        .map((file) => path.join(folder, file)),
    )
    .map((file) => [file, readFileSync(file, 'utf8')]),
);

const locales: Record<string, Texts> = Object.fromEntries(
  readdirSync('locales').map((file) => {
    const texts = parseTexts(readFileSync(`locales/${file}`, 'utf8'));
    if (!texts.ok) throw new Error(`locales/${file}: ${texts.error}`);
    return [path.basename(file, '.json'), texts.value];
  }),
);

test('locales and code agree', () => {
  expect(checkLocales(locales, sources)).toEqual([]);
});

test('every locale has the texts in the order of the English one', () => {
  const order = Object.keys(locales.en ?? {});
  for (const texts of Object.values(locales))
    expect(Object.keys(texts)).toEqual(order.filter((name) => name in texts));
});

test('no text has an emergency number of its own', () => {
  const own = Object.entries(locales).flatMap(([language, texts]) =>
    Object.entries(texts)
      .filter(([name, text]) => name !== 'number.emergency' && /\b(?:911|999|112|190)\b/.test(text))
      .map(([name]) => `${language}: ${name}`),
  );
  expect(own).toEqual([]);
});

describe('the check notices', () => {
  const { en: english = {}, de: german = {} } = locales;
  const without = (texts: Texts, name: string): Texts =>
    Object.fromEntries(Object.entries(texts).filter(([other]) => other !== name));
  const check = (en: Texts, de: Texts, code = '') => checkLocales({ en, de }, { ...sources, 'x.ts': code });

  test.each<[string, Texts, Texts, string, RegExp]>([
    [
      'a text that is not translated',
      english,
      without(german, 'blip.name'),
      '',
      /^de\.json: "blip\.name" is missing/,
    ],
    [
      'a text that English lacks',
      english,
      { ...german, extra: 'x' },
      '',
      /^de\.json: "extra": there is no such text/,
    ],
    [
      'a value with a wrong name',
      english,
      { ...german, 'blip.panic': '{unit} {einheit}' },
      '',
      /^de\.json: "blip\.panic": \{einheit\} is never filled in/,
    ],
    [
      'a value that is left out',
      english,
      { ...german, 'blip.panic': 'NOT' },
      '',
      /^de\.json: "blip\.panic" leaves out \{unit\}/,
    ],
    [
      'a value that no alert of the kind has',
      { ...english, 'alert.panic.text': '{caller}' },
      { ...german, 'alert.panic.text': '{caller}' },
      '',
      /^en\.json: "alert\.panic\.text": \{caller\} is never filled in/,
    ],
    [
      'a text of an alert that is missing',
      without(english, 'alert.tone.text'),
      without(german, 'alert.tone.text'),
      '',
      /^en\.json: "alert\.tone\.text" is missing/,
    ],
    [
      'a text that the code uses and nobody wrote',
      english,
      german,
      "translate('ui.nothing')",
      /^en\.json: "ui\.nothing" is missing, x\.ts/,
    ],
    [
      'a text that nobody uses',
      { ...english, 'ui.left': 'x' },
      { ...german, 'ui.left': 'x' },
      '',
      /^en\.json: "ui\.left" is used nowhere/,
    ],
    [
      'a value that the code does not give',
      english,
      german,
      "translate('blip.panic', { unt: name })",
      /^x\.ts: "blip\.panic" needs a value for \{unit\}/,
    ],
    [
      'values that the code forgets',
      english,
      german,
      "translate('blip.panic')",
      /^x\.ts: "blip\.panic" needs a value/,
    ],
  ])('%s', (_, en, de, code, expected) => {
    expect(check(en, de, code)).toContainEqual(expect.stringMatching(expected));
  });

  test.each([
    ['a name that is put together', `translate(\`ui.left.$\{side}\`)`],
    ['values by shorthand', "translate('blip.panic', { unit })"],
    ['values it cannot follow', "translate('blip.panic', values)"],
    ['a spread', "translate('blip.panic', { ...values })"],
    ['several lines', "translate(\n  'blip.panic',\n  { unit: name(1) },\n)"],
  ])('nothing wrong with %s', (_, code) => {
    const own = { 'ui.left.a': 'x' };
    const used = code.includes('ui.left') ? own : {};
    expect(check({ ...english, ...used }, { ...german, ...used }, code)).toEqual([]);
  });
});
