import { expect, test } from '@jest/globals';
import { loadMistakes } from '../../test/support/load-config.ts';
import { checkLocales } from './check-locales.ts';

const english = { 'card.new': 'New call', 'card.by': 'by {caller}' };

test.each<[string, string, Record<string, string>, string[]]>([
  ['none is set', '', {}, []],
  ['what is set is no language', '../../x', {}, []],
  ['a file that is right', 'de', { de: '{"card.by":"von {caller}"}' }, []],
  ['English, whatever it says', 'en', { en: '{"new.text":"x"}' }, []],
  ['a region of English', 'en-GB', { en: '{}' }, []],
  [
    'English that is broken, where nothing is set',
    '',
    { en: '{"card.new": 7}' },
    [
      'locales/en.json line 1, column 2: "card.new": got 7, expected a text. Texts are shown by their names until this is mended.',
    ],
  ],
  [
    'English that is broken, behind another language',
    'de',
    { de: '{}', en: '[]' },
    [
      'locales/en.json: expected one group { ... } of texts. Texts are shown by their names until this is mended.',
    ],
  ],
  [
    'no such file',
    'xx',
    {},
    ['locales/xx.json: there is no such file. English is used. See docs/locales.md.'],
  ],
  ['a region that takes its texts from the language', 'de-AT', { de: '{}' }, []],
  [
    'a comma too many',
    'de',
    { de: '{\n  "card.new": "Neu",\n}' },
    [
      'locales/de.json line 3, column 1: got "}", expected the name of a setting in straight quotes, or the end of the group: }. English is used until this is mended.',
    ],
  ],
  [
    'a comment',
    'de',
    { de: '// mine\n{}' },
    [
      'locales/de.json line 1, column 1: got "// mine", expected no comment: none are allowed in this file. English is used until this is mended.',
    ],
  ],
  [
    'a number in place of a text',
    'de',
    { de: '{"card.new":\n7}' },
    [
      'locales/de.json line 1, column 2: "card.new": got 7, expected a text. English is used until this is mended.',
    ],
  ],
  [
    'a list',
    'de',
    { de: '[]' },
    ['locales/de.json: expected one group { ... } of texts. English is used until this is mended.'],
  ],
  [
    'a text that there is not',
    'de',
    { de: '{"card.neu":"x"}' },
    ['locales/de.json: "card.neu": there is no such text, see locales/en.json.'],
  ],
  [
    'a value that there is not',
    'de',
    { de: '{"card.by":"von {name}"}' },
    [expect.stringContaining('locales/de.json: "card.by": {name} is never filled in') as unknown as string],
  ],
])('%s', (_, language, files, expected) => {
  const readFile = (path: string) => files[path.replace(/^locales\/|\.json$/g, '')] ?? null;
  expect(checkLocales(language, readFile, english, loadMistakes)).toEqual(expected);
});
