import { expect, test } from '@jest/globals';
import { printed, useServers } from '../../test-support.ts';

const start = useServers();
const TABLE: [code: string, text: string][] = [
  ["console.log('a', 1, true, null, undefined)", 'a 1 true null undefined'],
  ['console.log()', 'undefined'],
  [
    "console.log('%s is %d, %f, %o and %O', 'x', '5.9', '1.5', { a: 1 }, [1], 'rest')",
    'x is 5, 1.5, {\n  "a": 1\n} and [\n  1\n] rest',
  ],
  ["console.log('100%', 1)", '100% 1'],
  ["console.log('%s')", '%s'],
  ["console.log('%x %s', 1)", '%x 1'],
  ['console.log({ a: { b: [1, "x"] } })', '{\n  "a": {\n    "b": [\n      1,\n      "x"\n    ]\n  }\n}'],
  ['console.log(1, { a: 1 })', '1 {\n  "a": 1\n}'],
  ['const o = { n: 1 }; o.self = o; console.log(o)', '{\n  "n": 1\n}'],
  ['const s = {}; console.log({ a: s, b: s })', '{\n  "a": {}\n}'],
  [
    "console.log(new Map([['k', { a: 1 }]]), new Set([1]))",
    'Map {\n  k => {\n    "a": 1\n  }\n} Set {\n  1\n}',
  ],
  [
    'console.log(new Uint8Array([1, 2]), new WeakMap(), new WeakSet())',
    'Uint8Array[ 1 2 ] WeakMap {} WeakSet {}',
  ],
  ["console.log(Symbol('q'), /x/g, (a) => a)", 'Symbol(q) /x/g (a) => a'],
  ['console.log([undefined, () => 1])', '[\n  null,\n  null\n]'],
  ["console.log(new Error('bad').message)", 'bad'],
  ["console.info('a')", 'Info: a'],
  ["console.warn('a', 1)", '^3Warning: a 1^7'],
  ["console.error('a')", '^1Error: a^7'],
  ["console.debug('a')", 'Debug: a'],
  ['console.dir({ a: 1 })', 'Dir:  {\n  "a": 1\n}'],
  ['console.table([])', '^1Error: console.table is not implemented yet^7'],
  ['console.group()', '^1Error: console.group is not implemented yet^7'],
  ["console.count(); console.count('x')", 'default: 1'],
  ['console.count(); console.countReset(); console.count()', 'default: 1'],
  ["console.countReset('x')", '^3Warning: Counter "x" doesn\'t exist.^7'],
  ["console.timeEnd('x')", '^3Warning: No such label x for console.timeEnd()^7'],
  ["console.time('x'); console.timeEnd('x')", 'x: 0 ms'],
  ["print('a', 1, { a: 1 })", 'a 1 [object Object]'],
  ["Citizen.trace('a', 2)", 'a 2'],
  ['const { log } = console; log("torn off")', 'torn off'],
];

test.each(TABLE)('%s', async (code, text) => {
  const server = await start({ server: code });
  expect(printed(server)[0]).toBe(text);
});

test('errors are printed with their stack, up to where the host comes in', async () => {
  const server = await start({ server: "function f() { console.log(new TypeError('bad')) }\nf()" });
  expect(printed(server)).toEqual([
    'TypeError: bad\n    at f (@probe/server-1.js:1:28)\n    at @probe/server-1.js:2:1',
  ]);
});

test('a failed assertion throws', async () => {
  const server = await start();
  expect(() => server.evaluate("console.assert(1 > 2, 'not %s', 'so')")).toThrow('not so');
  expect(server.evaluate('console.assert(true)')).toBeUndefined();
});

test('lines are told where they come from', async () => {
  const server = await start({ server: "console.log('^2green')" });
  expect(server.console.find(({ resource }) => resource === 'probe')).toMatchObject({ resource: 'probe' });
  const line = server.console.find(({ text }) => text === '^2green');
  expect(line).toEqual({ channel: 'script:probe', resource: 'probe', text: '^2green', at: server.now() });
});
