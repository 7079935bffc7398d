import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../test/support/load-config.ts';
import { fc } from '../../test/support/properties.ts';
import { defaultConfig } from './default-config.ts';

const ALL_DEFAULTS = 'All settings are at their defaults until this is mended.';

describe('config.json', () => {
  test.each([
    ['missing', null],
    ['empty', ' \n'],
    ['an empty object', '{}'],
    ['comments only', '// nothing yet\n{ /* here */ }'],
    ['with a byte order mark', '\ufeff{}'],
    ['with a byte order mark and a comment', '\ufeff// mine\r\n{}'],
    ['a comment and nothing else', '// later'],
  ])('may be %s', (_, text) => {
    expect(loadConfig(text)).toEqual({ config: defaultConfig, problems: [] });
  });

  test('as shipped holds the defaults', () => {
    const { config, problems } = loadConfig(readFileSync('config.json', 'utf8'));
    expect(problems).toEqual([]);
    expect(config).toMatchObject(defaultConfig);
  });

  test('a setting overrides its default and no other', () => {
    const { config } = loadConfig('{ "calls": { "expireEmergencyMinutes": 5, }, }');
    expect(config).toEqual({
      ...defaultConfig,
      calls: { ...defaultConfig.calls, expireEmergencyMinutes: 5 },
    });
  });
});

describe('a file that cannot be read is told with the place, and all defaults used', () => {
  test.each<[string, string, string]>([
    ['a comma too many', '{\n  "calls": {,\n}', 'config.json line 2, column 13: got ",", expected a value'],
    [
      'a comma too few',
      '{\r\n  "log": {}\r\n  "http": {}\r\n}',
      'config.json line 3, column 3: got "http", expected a comma in front of this',
    ],
    [
      'a comment as in server.cfg',
      '# mine\n{}',
      'config.json line 1, column 1: got "#", expected // in front of a comment',
    ],
    [
      'a comment as in Lua',
      '{\n  "log": {}, -- mine\n}',
      'config.json line 2, column 14: got "-", expected // in front of a comment',
    ],
    [
      'a byte order mark in front',
      '\ufeff{ "a" 1 }',
      'config.json line 1, column 7: got "1", expected a colon after the name',
    ],
    [
      'curly quotes',
      '{"transport": “http”}',
      'config.json line 1, column 15: got "“http”", expected a value; texts and names stand between straight quotes: "text"',
    ],
    [
      'a name without quotes',
      '{transport: 1}',
      'config.json line 1, column 2: got "transport", expected a value; texts and names stand between straight quotes: "text"',
    ],
    [
      'a Windows path',
      '{"x": "C:\\server"}',
      'config.json line 1, column 7: got "\\"C:\\\\server\\"", expected two backslashes in place of one: \\\\',
    ],
    ['no end', '{"a":1', 'config.json line 1, column 7: got the end of the file, expected a closing }'],
    [
      'a text without an end',
      '{"a":"b}',
      'config.json line 1, column 6: got "\\"b}", expected a straight quote at the end of the text',
    ],
    [
      'a comment without an end, and nothing else',
      '/*',
      'config.json line 1, column 1: got "/*", expected the end of the comment: */',
    ],
    [
      'a comment without an end',
      '{"a":1 /* the rest',
      'config.json line 1, column 8: got "/* the rest", expected the end of the comment: */',
    ],
    [
      'something behind the end',
      '{} }',
      'config.json line 1, column 4: got "}", expected nothing after the last closing }',
    ],
    [
      'UTF-16 as Windows Notepad writes it, seen through the host',
      '\ufffd\ufffd{',
      'config.json is saved as UTF-16 ("Unicode" in Windows Notepad), which cannot be read: choose Save As in the editor and the encoding UTF-8',
    ],
    [
      'UTF-16 with its zeros',
      '{\0}\0',
      'config.json is saved as UTF-16 ("Unicode" in Windows Notepad), which cannot be read: choose Save As in the editor and the encoding UTF-8',
    ],
    [
      'a bomb of brackets',
      '['.repeat(200_000),
      'config.json line 1, column 33: expected no more than 32 levels of brackets',
    ],
    [
      'a list',
      '[1]',
      'config.json line 1, column 1: got [1], expected one group { ... } around all settings',
    ],
    [
      'a word',
      '\n"x"',
      'config.json line 2, column 1: got "x", expected one group { ... } around all settings',
    ],
  ])('%s', (_, text, expected) => {
    expect(loadConfig(text)).toEqual({ config: defaultConfig, problems: [`${expected}. ${ALL_DEFAULTS}`] });
  });
});

test('nothing that a file can hold throws, and what comes out is usable', () => {
  const names = fc.constantFrom(...Object.keys(defaultConfig), 'x', '__proto__');
  /** What files are made of, in any order: comments, quotes and brackets that do not end. */
  const marks = fc.string({
    unit: fc.constantFrom('/', '*', '"', '\\', '{', '}', '[', ']', ',', ':', '1', 'u', '\n', ' '),
  });
  const group = fc.dictionary(names, fc.jsonValue({ maxDepth: 4 })).map((value) => JSON.stringify(value));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), group, marks), (text) => {
      const { config, problems } = loadConfig(text);
      expect(Object.keys(config)).toEqual(expect.arrayContaining(['http', 'duty', 'notify']));
      for (const problem of problems) expect(problem).toMatch(/^config\.json/);
    }),
    { numRuns: 300 },
  );
});

test('plain JSON means what it means with a comment behind it', () => {
  const names = fc.constantFrom(...Object.keys(defaultConfig), 'x', '__proto__');
  const values = fc.oneof(
    fc.constantFrom<unknown>(...Object.values(defaultConfig)),
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
  );
  const files = fc
    .tuple(fc.dictionary(names, values), fc.constantFrom(0, 2))
    .map(([said, indent]) => JSON.stringify(said, null, indent));
  fc.assert(
    fc.property(files, (text) => expect(loadConfig(text)).toEqual(loadConfig(`${text} // mine`))),
    { numRuns: 200 },
  );
  // Twice the same in plain JSON is told all the same.
  expect(loadConfig('{ "log": {}, "log": { "events": false } }')).toEqual(
    loadConfig('{ "log": {}, "log": { "events": false } } // mine'),
  );
});
