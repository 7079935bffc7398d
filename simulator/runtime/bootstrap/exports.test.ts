import { describe, expect, test } from '@jest/globals';
import { printed, problemsOf, useServers } from '../../test-support.ts';

const start = useServers();
const OTHER = {
  name: 'other',
  metadata: { server_export: 'legacy' },
  scripts: {
    server: [
      `exports('double', (x) => x * 2); exports('nothing', () => {}); exports('echo', (x) => x);
       exports('fail', () => { throw new Error('inside') });
       exports('later', async (x) => x + 1); exports('failLater', async () => { throw new Error('too late') });
       exports('callBack', (fn) => fn(41) + 1); exports('give', () => (x) => x * 10);
       exports('who', () => GetInvokingResource());
       var legacy = (x) => 'legacy ' + x;`,
    ],
  },
};

describe('calling another resource', () => {
  test.each([
    ['a result', 'exports.other.double(4)', 8],
    ['by brackets', "exports['other'].double(4)", 8],
    ['no result', 'exports.other.nothing() === undefined', false],
    ['no result is null', 'exports.other.nothing()', null],
    ['data goes through bytes', 'JSON.stringify(exports.other.echo({ a: [undefined] }))', '{"a":[null]}'],
    ['an own function is called back', 'exports.other.callBack((x) => x)', 42],
    ['a function comes back', 'exports.other.give()(3)', 30],
    ['the caller is known', 'exports.other.who()', 'probe'],
  ])('%s', async (_name, code, result) => {
    const server = await start({ resources: [OTHER] });
    expect(server.evaluate(code)).toEqual(result);
  });

  test.each([
    ['an error', 'exports.other.fail()', 'An error occurred while calling export fail of resource other'],
    ['an unknown export', 'exports.other.none', 'No such export none in resource other'],
    ['an unknown resource', 'exports.none.any()', 'No such export any in resource none'],
    ['setting', 'exports.a = 1', 'cannot set values on exports'],
    ['setting deeper', 'exports.other.a = 1', 'cannot set values on an export resource'],
    ['publishing half', "exports('a')", 'this needs 2 arguments'],
  ])('%s throws', async (_name, code, message) => {
    const server = await start({ resources: [OTHER] });
    expect(() => server.evaluate(`'use strict'; ${code}`)).toThrow(message);
  });

  test('that fails prints the error on the other side', async () => {
    const server = await start({ resources: [OTHER], server: 'try { exports.other.fail() } catch {}' });
    expect(printed(server, 'other')[0]).toMatch(/^\^1SCRIPT ERROR in call ref: Error: inside\^7\n/);
    expect(problemsOf(server)).toEqual(['script: SCRIPT ERROR in call ref: Error: inside']);
  });

  test('async ones give promises; of an error only the text comes over', async () => {
    const server = await start({
      resources: [OTHER],
      server: `exports.other.later(1).then((x) => console.log(x));
        exports.other.failLater().catch((e) => console.log(typeof e, e))`,
    });
    await server.advance(50);
    expect(printed(server)).toEqual(['2', 'string too late']);
    expect(problemsOf(server)).toEqual([]);
  });

  test('server_export publishes a global once the resource has started', async () => {
    const server = await start({ resources: [OTHER] });
    expect(() => server.evaluate("exports.other.legacy('x')")).toThrow('No such export');
    await server.advance(50);
    expect(server.evaluate("exports.other.legacy('x')")).toBe('legacy x');
  });
});

describe('when the owner restarts', () => {
  test('exports are looked up again, functions held on to are dead', async () => {
    const server = await start({
      resources: [OTHER],
      server:
        'var held = exports.other.double; var given = exports.other.give(); console.log(held(1), given(1))',
    });
    server.restart('other');
    // Until the stop is known here the old function is still in the cache, and dead.
    expect(() => server.evaluate('exports.other.double(2)')).toThrow(
      'An error occurred while calling export double',
    );
    await server.advance(50);
    expect(server.evaluate('exports.other.double(2)')).toBe(4);
    expect(() => server.evaluate('given(1)')).toThrow('Error in nested ref call for probe.');
    expect(server.evaluate('held(3)')).toBe(6);
  });

  test('and is stopped, there is nothing to call', async () => {
    const server = await start({ resources: [OTHER], server: 'exports.other.double(1)' });
    server.stop('other');
    await server.advance(50);
    expect(() => server.evaluate('exports.other.double(1)')).toThrow(
      'No such export double in resource other',
    );
  });
});

describe('exports of the test itself', () => {
  const resources = [
    {
      name: 'framework',
      exports: {
        add: (a: number, b: number) => a + b,
        later: async (x: number) => x + 1,
        fail: () => {
          throw new Error('no');
        },
        makeAdder: (a: number) => (b: number) => a + b,
        withCallback: (fn: (x: number) => number) => fn(4) * 2,
      },
    },
  ];

  test.each([
    ['exports.framework.add(1, 2)', 3],
    ['exports.framework.makeAdder(1)(5)', 6],
    ['exports.framework.withCallback((x) => x + 1)', 10],
  ])('%s', async (code, result) => {
    const server = await start({ resources });
    expect(server.evaluate(code)).toBe(result);
  });

  test('may be async or fail', async () => {
    const server = await start({ resources });
    await expect(server.evaluate('exports.framework.later(1)')).resolves.toBe(2);
    expect(() => server.evaluate('exports.framework.fail()')).toThrow(
      'An error occurred while calling export fail',
    );
  });

  test('end with their resource', async () => {
    const server = await start({ resources, server: 'var add = exports.framework.add; add(1, 1)' });
    server.stop('framework');
    expect(() => server.evaluate('add(1, 1)')).toThrow('An error occurred');
    server.start('framework');
    await server.advance(50);
    expect(server.evaluate('exports.framework.add(1, 1)')).toBe(2);
  });
});

describe('callExport', () => {
  test('calls as a script would', async () => {
    const server = await start({ resources: [OTHER] });
    expect(server.callExport('other', 'double', 4)).toBe(8);
    expect(server.callExport('other', 'callBack', (x: number) => x)).toBe(42);
    expect((server.callExport('other', 'give') as (x: number) => number)(2)).toBe(20);
    await expect(server.callExport('other', 'later', 1)).resolves.toBe(2);
    await expect(server.callExport('other', 'failLater')).rejects.toThrow('too late');
    expect(() => server.callExport('other', 'fail')).toThrow('failed: see the console');
    expect(() => server.callExport('other', 'none')).toThrow('No such export none');
  });
});

test('an async function given to the host leaks a reference per call, a plain one does not', async () => {
  const server = await start({
    server: "RegisterCommand('plain', () => {}, false); RegisterCommand('async', async () => {}, false)",
  });
  const held = (command: string) => {
    const before = server.stats().functionRefs;
    for (let i = 0; i < 5; i++) server.execute(command);
    return server.stats().functionRefs - before;
  };
  expect([held('plain'), held('async')]).toEqual([0, 5]);
});
