import { describe, expect, test } from '@jest/globals';
import { parseLua } from './lua.ts';

const table = (list: unknown[], named: Record<string, unknown> = {}) => ({
  list,
  named: new Map(Object.entries(named)),
});

describe('a call', () => {
  test.each([
    ["game 'gta5'", ['gta5']],
    ['game "gta5"', ['gta5']],
    ['game [[gta5]]', ['gta5']],
    ['game [==[a]]b]==]', ['a]]b']],
    ["game('gta5')", ['gta5']],
    ['x(true)', [true]],
    ['x(nil)', [null]],
    ['x(-1.5e2)', [-150]],
    ['x(0x10)', [16]],
    ['x { \'a\', "b", }', [table(['a', 'b'])]],
    [
      "x { a = 1, ['b c'] = true, [1] = 'z', 'd'; e = { f = 'g' } }",
      [table(['d'], { a: 1, 'b c': true, 1: 'z', e: table([], { f: 'g' }) })],
    ],
    ["x 'a' { b = 1 }", ['a', table([], { b: 1 })]],
    ["x 'a\\'b\\n\\065\\\\'", ["a'b\nA\\"]],
    ['x "a\\"b"', ['a"b']],
    ['x [[\nfirst line break is cut]]', ['first line break is cut']],
    ['x {}', [table([])]],
  ])('%s', (text, args) => {
    expect(parseLua(text)).toEqual(
      [{ name: 'x', args, line: 1 }].map((call) => ({ ...call, name: text.slice(0, text.search(/\W/)) })),
    );
  });
});

test('comments, semicolons and line numbers', () => {
  const text = "-- one\nfx_version 'cerulean'; --[[ two\nthree ]] game 'gta5' --[=[ ]] ]=]\n\nversion '1'";
  expect(parseLua(text).map(({ name, line }) => [name, line])).toEqual([
    ['fx_version', 2],
    ['game', 3],
    ['version', 5],
  ]);
});

test.each([
  ["x 'open", 'unfinished string'],
  ["x 'two\nlines'", 'unfinished string'],
  ['x [[open', 'unfinished long string'],
  ["x { 'a'", "'}' expected"],
  ['x', 'a string or a table expected'],
  ['local a = 1', 'a string or a table expected'],
  ['x(a)', 'only literals'],
  ["\n\n= 'x'", 'near line 3'],
  ["x('a'", "')' expected"],
])('refuses %j', (text, message) => {
  expect(() => parseLua(text)).toThrow(message);
});
