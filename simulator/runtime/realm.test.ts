import { describe, expect, test } from '@jest/globals';
import { clientOf, printed, problemsOf, useServers } from '../test-support.ts';

const start = useServers();

describe('a server script', () => {
  test.each([
    ['Buffer', "Buffer.from('a') instanceof Uint8Array", true],
    [
      'fetch and its kin',
      '[typeof fetch, typeof URL, typeof TextEncoder, typeof AbortController].join()',
      'function,function,function,function',
    ],
    [
      'modules as globals',
      '[typeof fs.existsSync, typeof path.join, typeof crypto.createHash].join()',
      'function,function,function',
    ],
    ['require', "require('node:path') === path", true],
    ['one global object', 'global === globalThis', true],
    [
      'built-ins made by Node',
      "Buffer.from('a').buffer instanceof ArrayBuffer && fs.promises.readFile('/none').catch(() => 1) instanceof Promise",
      true,
    ],
    [
      'errors made by Node',
      "(() => { try { fs.readFileSync('/none/x') } catch (e) { return e instanceof Error } })()",
      true,
    ],
    ['eval and new Function', "eval('1 + 1') + new Function('return 2')()", 4],
    ['no names of a module', '[typeof __filename, typeof __dirname].join()', 'undefined,undefined'],
    ['globals it may replace', 'fs = { mine: 1 }; fs.mine', 1],
  ])('has %s', async (_name, code, result) => {
    const server = await start();
    expect(server.evaluate(code)).toBe(result);
  });

  test('cannot import()', async () => {
    const server = await start();
    await expect(server.evaluate("import('node:fs')")).rejects.toThrow();
  });
});

test('a client script has the bare language and the game, nothing of Node or the web', async () => {
  const server = await start({ players: [{ id: 1, name: 'Ann' }], client: '0' });
  const client = clientOf(server);
  await server.advance(50);
  const names = [
    ...[
      'process',
      'Buffer',
      'require',
      'fetch',
      'URL',
      'TextEncoder',
      'TextDecoder',
      'structuredClone',
      'performance',
    ],
    ...[
      'queueMicrotask',
      'atob',
      'btoa',
      'crypto',
      'window',
      'document',
      'XMLHttpRequest',
      'WebSocket',
      'AbortController',
    ],
    ...['Event', 'navigator', 'MessageChannel', 'getPlayers', 'TriggerClientEvent'],
  ];
  expect(
    client.evaluate(`${JSON.stringify(names)}.filter((name) => typeof globalThis[name] !== 'undefined')`),
  ).toEqual([]);
  const present = [
    'Intl',
    'WebAssembly',
    'Citizen',
    'exports',
    'emitNet',
    'TriggerServerEvent',
    'SendNUIMessage',
    'LocalPlayer',
  ];
  expect(
    client.evaluate(`${JSON.stringify(present)}.filter((name) => typeof globalThis[name] === 'undefined')`),
  ).toEqual([]);
});

test('time follows the clock of the server', async () => {
  const server = await start({ server: 'var began = GetGameTimer()', epoch: Date.UTC(2030, 0, 1) });
  await server.advance(150);
  expect(
    server.evaluate(`[Date.now(), new Date().toISOString(), Citizen.getTickCount(), GetGameTimer() - began,
      new Date(0).getTime(), new Date() instanceof Date, new Date().constructor === Date, Date.UTC(1970, 0), typeof Date()]`),
  ).toEqual([
    Date.UTC(2030, 0, 1) + 150,
    '2030-01-01T00:00:00.150Z',
    Date.UTC(2030, 0, 1) + 150,
    150,
    0,
    true,
    true,
    0,
    'string',
  ]);
});

describe('promise continuations', () => {
  const CODE = "on('go', async () => { console.log('before'); await 0; console.log('after') })";

  test('run at once by default', async () => {
    const server = await start({ server: CODE });
    server.emit('go');
    await server.advance(1);
    expect(printed(server)).toEqual(['before', 'after']);
  });

  test('wait for the tick where that is asked for', async () => {
    const server = await start({ server: CODE, microtasks: 'tick' });
    await server.advance(10);
    server.emit('go');
    await server.advance(30);
    expect(printed(server)).toEqual(['before']);
    await server.advance(10);
    expect(printed(server)).toEqual(['before', 'after']);
  });
});

describe('errors nobody catches', () => {
  test('in promises are printed by Node on servers', async () => {
    const server = await start({ server: "Promise.reject(new Error('loose'))" });
    await server.advance(10);
    expect(server.console.find(({ channel }) => channel === 'node')?.text).toBe(
      '(node) UnhandledPromiseRejectionWarning: Error: loose\n    at @probe/server-1.js:1:16',
    );
    expect(problemsOf(server)).toEqual([expect.stringContaining('Error: loose')]);
  });

  test('in promises are printed with the next frame on clients', async () => {
    const server = await start({
      players: [{ id: 1, name: 'Ann' }],
      client: "Promise.reject(new Error('loose'))",
    });
    const client = clientOf(server);
    await server.advance(100);
    expect(printed(client)[0]).toMatch(
      /^\^1SCRIPT ERROR in promise \(unhandled rejection\): Error: loose\^7\n\^3> <unknown>/,
    );
  });

  test('in callbacks of Node are printed, and the server goes on', async () => {
    const server = await start({
      server: "require('node:timers').setTimeout(() => { throw new Error('outside') }, 1)",
    });
    while (problemsOf(server).length === 0) await new Promise(setImmediate);
    expect(problemsOf(server)).toEqual([expect.stringContaining('Uncaught Error: outside')]);
  });

  test("that are caught in time are nobody's business", async () => {
    const server = await start({ server: "const p = Promise.reject(new Error('x')); p.catch(() => {})" });
    await server.advance(50);
    expect(problemsOf(server)).toEqual([]);
  });
});
