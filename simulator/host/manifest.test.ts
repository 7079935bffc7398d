import { describe, expect, test } from '@jest/globals';
import { madeUpManifest, parseManifest } from './manifest.ts';

const pairs = (text: string) => parseManifest(text).map(({ key, value }) => [key, value]);

describe('entries', () => {
  test.each([
    ['a text', "version '1.2'", [['version', '1.2']]],
    ['a number', 'x(5)', [['x', '5']]],
    [
      'a table takes the s away',
      "server_scripts { 'a.js', 'b.js' }",
      [
        ['server_script', 'a.js'],
        ['server_script', 'b.js'],
      ],
    ],
    ['only one s', "dependencies { 'a' }", [['dependencie', 'a']]],
    ['no s to take away', "data { 'a' }", [['data', 'a']]],
    ['a text keeps the s', "files 'a'", [['files', 'a']]],
    [
      'repeated keys add up',
      "file 'a'\nfile 'b'",
      [
        ['file', 'a'],
        ['file', 'b'],
      ],
    ],
    [
      'extra data as JSON',
      "my 'a' { x = 1, y = { 'z' } }",
      [
        ['my', 'a'],
        ['my_extra', '{"x":1,"y":["z"]}'],
      ],
    ],
    [
      'extra data of a table',
      "things { 'a' } { true }",
      [
        ['thing', 'a'],
        ['thing_extra', '[true]'],
      ],
    ],
    ['nobody claims the mark of the host', "is_cfxv2 'true'", []],
  ])('%s', (_name, text, entries) => {
    expect(pairs(text)).toEqual(entries);
  });

  test.each([
    ['lua54(true)', 'string expected, got boolean'],
    ['x { {} }', 'string expected, got table'],
    ['x(nil)', 'string expected, got nil'],
    ["x 'a", 'Could not parse resource metadata file'],
  ])('refuses %s', (text, message) => {
    expect(() => parseManifest(text)).toThrow(message);
  });
});

test('a manifest made up by a test', () => {
  const manifest = madeUpManifest({ version: '1', file: ['a', 'b'] });
  expect([manifest.values('version'), manifest.values('file'), manifest.values('none')]).toEqual([
    ['1'],
    ['a', 'b'],
    [],
  ]);
});
