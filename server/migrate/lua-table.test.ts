import { describe, expect, test } from '@jest/globals';
import { readLuaConfig } from './lua-table.ts';

describe('a table of settings in Lua', () => {
  test.each<[string, string, unknown]>([
    [
      'plain values',
      'local config = { a = true, b = false, c = "x", d = \'y\', e = 1.5, f = -2 }',
      { a: true, b: false, c: 'x', d: 'y', e: 1.5, f: -2 },
    ],
    ['names in brackets', 'config = { ["ON SCENE"] = 4, [\'x\'] = {}, }', { 'ON SCENE': 4, x: {} }],
    ['a list', 'local config = { jobs = { "police", "ems" } }', { jobs: { '1': 'police', '2': 'ems' } }],
    [
      'a list of tables',
      'local config = { lines = { { command = "911" }, { command = "311" } } }',
      { lines: { '1': { command: '911' }, '2': { command: '311' } } },
    ],
    [
      'comments of every kind',
      '--[[ a = 1 ]]\nlocal config = { -- b = 2,\n --[==[ c = 3, ]] ]==] d = 4 }',
      { d: 4 },
    ],
    ['a comment that names config', '-- local config = { a = 1 }\nlocal config = { b = 2 }', { b: 2 }],
    [
      'a table behind a comment, as version 3.0 is delivered',
      '--[[\n Plugin Configuration\n]] local config = { a = 1 }',
      { a: 1 },
    ],
    [
      'a table in a comment, and one in another table',
      '--[[\nlocal config = { a = 1 }\n]]\nlocal other = {\nconfig = { b = 2 } }\nconfig = { c = 3 }',
      { c: 3 },
    ],
    ['a file from Windows, with a byte order mark', '\ufefflocal config = {\r\n a = 1,\r\n}\r\n', { a: 1 }],
    [
      'quotes and braces inside texts',
      `local config = { a = "it's {fine} -- here", b = 'say "x"', c = "a\\"b\\n" }`,
      { a: "it's {fine} -- here", b: 'say "x"', c: 'a"b\n' },
    ],
    ['long texts', 'local config = { a = [[\nfirst\nsecond]] }', { a: 'first\nsecond' }],
    ['semicolons', 'local config = { a = 1; b = 2; }', { a: 1, b: 2 }],
    [
      'what only Lua could work out',
      'local config = { a = 5 * 60, b = GetConvar("x", "y"), c = function(a, b) return a end, d = 1 }',
      { a: null, b: null, c: null, d: 1 },
    ],
    ['a hexadecimal number', 'local config = { a = 0x10 }', { a: 16 }],
    [
      'what stands around it',
      'print("{")\nlocal config = { a = 1 }\nif config.a then Config.Register({ b = 2 }) end',
      { a: 1 },
    ],
    ['a table without an end', 'local config = { a = 1, b = {', { a: 1, b: {} }],
    ['no such table', 'local settings = { a = 1 }', null],
    ['nothing', '', null],
  ])('%s', (_, source, expected) => expect(readLuaConfig(source)).toEqual(expected));

  test('nested beyond reason does not throw', () => {
    expect(() => readLuaConfig(`local config = ${'{'.repeat(50_000)}`)).not.toThrow();
    expect(() => readLuaConfig(`local config = { a = ${'-'.repeat(50_000)}1 }`)).not.toThrow();
  });
});
