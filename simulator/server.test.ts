import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createKvpStore, startServer } from './index.ts';
import { clientOf, PROBE, printed, problemsOf, useServers } from './test-support.ts';

const start = useServers();

describe('HTTP', () => {
  const ANSWER =
    "SetHttpHandler((req, res) => { res.writeHead(200, { 'X-Path': req.path }); res.send('hello') })";

  test('reaches the handler of a resource', async () => {
    const server = await start({ server: ANSWER, clock: 'real' });
    const reply = await fetch(`${server.url}/event?a=1`);
    expect([reply.status, reply.headers.get('x-path'), await reply.text()]).toEqual([
      200,
      '/event?a=1',
      'hello',
    ]);
    expect(server.urlOf('other')).toBe(server.url.replace(PROBE, 'other'));
    expect(server.http).toMatchObject([{ method: 'GET', status: 200, resource: PROBE }]);
  });

  test('without a socket', async () => {
    const server = await start({
      server: `SetHttpHandler((req, res) => req.setDataHandler((body) => { res.writeHead(201, { A: 'b' }); res.send(body + req.headers.Key) }))`,
    });
    const { reply, done } = server.inject({
      method: 'POST',
      path: `/${PROBE}/x`,
      body: 'ü',
      headers: { Key: 'k' },
    });
    expect(reply).toEqual({ status: 201, headers: { A: 'b' }, body: 'ük' });
    expect(await done).toEqual(reply);
  });

  test('leaves no function behind', async () => {
    const server = await start({
      server: 'SetHttpHandler((req, res) => req.setDataHandler((body) => res.send(body)))',
    });
    const before = server.stats().functionRefs;
    for (let i = 0; i < 3; i++) server.inject({ method: 'POST', path: `/${PROBE}/`, body: 'x' });
    expect(server.stats().functionRefs).toBe(before);
  });

  test('bodies as text of any bytes, or as an ArrayBuffer', async () => {
    const server = await start({
      server: `SetHttpHandler((req, res) => req.setDataHandler((body) => {
        res.send(typeof body === 'string' ? JSON.stringify(body) : String(body instanceof ArrayBuffer && body.byteLength)) }, ...(req.path === '/bin' ? ['binary'] : []))) `,
    });
    const send = (where: string) =>
      server.inject({ method: 'POST', path: `/${PROBE}/${where}`, body: new Uint8Array([0xff, 0xfe]) }).reply
        ?.body;
    expect([send('bin'), send('text')]).toEqual(['2', '"ÿþ"']);
  });

  test.each([
    ['res.send(42)', 'response.send()'],
    ['res.send(Buffer.from("x"))', 'response.send()'],
    ["res.writeHead(200, { 'Content-Length': 5 }); res.send('x')", 'header'],
    ["res.writeHead('200')", 'status'],
    ['res.writeHead(200, undefined)', 'headers'],
  ])('%s would end the server', async (code, what) => {
    const server = await start({ server: `SetHttpHandler((req, res) => { ${code} })` });
    expect(server.inject({ method: 'GET', path: `/${PROBE}/` }).reply).toBeNull();
    expect(
      server.problems
        .filter(({ kind }) => kind === 'fatal')
        .map(({ message }) => message)
        .join(),
    ).toContain(what);
    expect(printed(server)[0]).toContain('Error in nested ref call');
  });

  test('hangs after a restart until a handler is set, and is no route while stopped', async () => {
    const server = await start({
      server: `if (GetConvar('late', '') === '') { ${ANSWER} } on('go', () => { ${ANSWER} })`,
    });
    const ask = () => server.inject({ method: 'GET', path: `/${PROBE}/` }).reply?.status ?? 'hangs';
    expect(ask()).toBe(200);
    server.setConvar('late', 'yes');
    server.stop(PROBE);
    expect(ask()).toBe(404);
    server.start(PROBE);
    expect(ask()).toBe('hangs');
    server.emit('go');
    expect(ask()).toBe(200);
  });

  test('a handler that throws or is async', async () => {
    const server = await start({
      server:
        "SetHttpHandler((req, res) => { if (req.path === '/throw') throw new Error('bad'); return Promise.resolve() })",
    });
    const before = server.stats().functionRefs;
    server.inject({ method: 'GET', path: `/${PROBE}/throw` });
    server.inject({ method: 'GET', path: `/${PROBE}/async` });
    expect(problemsOf(server)).toEqual([expect.stringContaining('SCRIPT ERROR in call ref: Error: bad')]);
    expect(server.stats().functionRefs).toBe(before + 1);
  });

  test('is limited by address where that is asked for', async () => {
    const server = await start({
      server: ANSWER,
      clock: 'real',
      limiter: { rate: 1, burst: 2, exempt: false },
    });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await fetch(server.url)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
  });
});

test('scripts find the port in netPort, as on the host', async () => {
  const server = await start({ server: "console.log('port ' + GetConvar('netPort', ''))" });
  expect(printed(server)).toContain(`port ${server.port}`);
  const other = await start({
    server: "console.log(GetConvar('netPort', ''))",
    convars: { netPort: '30120' },
  });
  expect(printed(other)).toContain('30120');
});

describe('the configuration', () => {
  test('sets variables before anything starts, wherever they stand', async () => {
    const server = await start({
      cfg: `# comment\nensure ${PROBE}\nset a "1 2"; setr b 3\nadd_ace group.admin command allow # all\nadd_principal identifier.license:x group.admin`,
      server: "console.log(GetConvar('a', ''), GetConvar('b', ''))",
    });
    expect(printed(server)).toEqual(['1 2 3']);
    expect(server.evaluate("IsPrincipalAceAllowed('identifier.license:x', 'command.stop')")).toBe(1);
    expect(server.console.filter(({ text }) => text === `Started resource ${PROBE}`)).toHaveLength(1);
  });

  test('does not restart with ensure, the console does', async () => {
    const server = await start({ cfg: `ensure ${PROBE}\nensure ${PROBE}`, server: "console.log('up')" });
    expect(printed(server)).toEqual(['up']);
    server.execute(`ensure ${PROBE}`);
    expect(printed(server)).toEqual(['up', 'up']);
  });

  test.each([
    ['start none', "^3Couldn't find resource none.^7"],
    ['restart other', "Can't restart a stopped resource."],
    ['set x a b', 'Argument count mismatch (passed 3, wanted 2)'],
    ['add_ace a b maybe', "Access type needs to be 'allow' or 'deny'."],
    ['add_ace system.console b allow', 'Changing ones own access is not permitted.'],
    ['test_ace system.console command.stop', 'system.console -> command.stop = true'],
    ['onesync', ' "onesync" is "on"'],
    ['nonsense', 'No such command nonsense.'],
  ])('%s prints %s', async (line, text) => {
    const server = await start({ resources: [{ name: 'other', start: false }] });
    server.exec(line);
    expect(server.console.at(-1)?.text).toBe(text);
  });

  test('runs commands, and variables by their name', async () => {
    const server = await start();
    server.exec(`stop ${PROBE}; onesync off\nstart ${PROBE}\nset mine 1\nsets shown 2`);
    expect(server.state(PROBE)).toBe('started');
    expect(
      server.evaluate("[GetConvar('onesync', ''), GetConvar('mine', ''), GetConvar('shown', '')]"),
    ).toEqual(['off', '1', '2']);
  });
});

test('a resource from a folder, with a server beside it that is remembered', async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'cad-'));
  try {
    writeFileSync(
      path.join(dir, 'fxmanifest.lua'),
      "fx_version 'cerulean'\ngame 'gta5'\nserver_script 's.js'",
    );
    writeFileSync(path.join(dir, 's.js'), "SetResourceKvpInt('starts', GetResourceKvpInt('starts') + 1)");
    const kvp = createKvpStore();
    const first = await startServer({ resourceDir: dir, kvp, clock: 'manual' });
    await first.shutdown();
    const second = await startServer({ resourceDir: dir, kvp, clock: 'manual' });
    expect(second.evaluate("[GetResourceKvpInt('starts'), GetCurrentResourceName()]")).toEqual([
      2,
      'sonorancad',
    ]);
    await second.shutdown();
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('the real clock ticks by itself', async () => {
  const server = await start({
    clock: 'real',
    players: [{ id: 1, name: 'Ann' }],
    server: "onNet('x', () => emitNet('y', source)); setImmediate(() => console.log('tick'))",
    client: "onNet('y', () => console.log('round trip')); emitNet('x')",
  });
  const client = clientOf(server);
  const arrived = new Promise<void>((resolve) => {
    client.onConsole(({ text }) => text === 'round trip' && resolve());
  });
  await arrived;
  expect(printed(server)).toEqual(['tick']);
  await expect(server.advance(1)).rejects.toThrow('manual');
});

test('shutting down stops resources, ends games and frees the port', async () => {
  const server = await start({
    server: "on('onResourceStop', () => console.log('stop')); on('playerDropped', (why) => console.log(why))",
  });
  const client = server.join({ id: 1, name: 'Ann' });
  await server.shutdown();
  expect(printed(server)).toEqual(['Server shutting down', 'stop']);
  expect(client.connected).toBe(false);
  await expect(fetch(server.url)).rejects.toThrow();
});

test('problems of the server and its clients, together', async () => {
  const server = await start({ server: "throw new Error('s')", client: "throw new Error('c')" });
  const client = server.join({ id: 1, name: 'Ann' });
  await server.advance(50);
  client.disconnect();
  expect(server.allProblems().map(({ message }) => message.split('\n')[0])).toEqual([
    'Error loading script server-1.js in resource probe: Error: s',
    'Error loading script client-1.js in resource probe: Error: c',
  ]);
});

test('what is evaluated comes out as plain data', async () => {
  const server = await start();
  expect(
    server.evaluate('({ a: [1, { b: null }], m: new Map([[1, [2]]]), s: new Set([1]), d: new Date(5) })'),
  ).toEqual({
    a: [1, { b: null }],
    m: new Map([[1, [2]]]),
    s: new Set([1]),
    d: new Date(5),
  });
  await expect(server.evaluate('Promise.resolve([1])')).resolves.toEqual([1]);
  await expect(server.evaluate("Promise.reject(new TypeError('no'))")).rejects.toThrow('no');
  expect(() => server.evaluate('nope()')).toThrow('nope is not defined');
  expect(() => server.evaluate('let let')).toThrow();
});
