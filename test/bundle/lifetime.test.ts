// What must hold over time: expiry, crash, restart, limits, idleness, and that nothing piles up.

import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createKvpStore, type ServerOptions, type SimServer, startServer } from '../../simulator/index.ts';
import { LATE_REFS, refsGrown } from '../support/function-refs.ts';
import { request } from '../support/http.ts';
import { copyResource, type ResourceFolder } from '../support/resource-folder.ts';
import { KEY, OFF_DUTY, OFFICER } from './world.ts';

const MINUTE = 60_000;
const servers: SimServer[] = [];

async function boot(options: Partial<ServerOptions> = {}): Promise<SimServer> {
  const server = await startServer({
    resourceDir: process.cwd(),
    clock: 'manual',
    convars: { sonoran_apiKey: KEY },
    players: [OFFICER, OFF_DUTY],
    ...options,
  });
  servers.push(server);
  for (const { id } of server.players()) server.join(id);
  await server.advance(200);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.shutdown()));
});

/** Hands an event to the listener, without the way over the network. */
function push(server: SimServer, type: string, data: unknown): number | undefined {
  const body = JSON.stringify({ key: KEY, type, data });
  return server.inject({
    method: 'POST',
    path: '/sonorancad/event',
    headers: { 'Content-Length': String(Buffer.byteLength(body)) },
    body,
  }).reply?.status;
}

const pushCall = (server: SimServer, callId: number) =>
  push(server, 'EVENT_911', { call: { callId, location: 'Alta St', metaData: { x: 10 + callId, y: 20 } } });

const blips = (server: SimServer, player = 1) => (server.client(player)?.blips ?? []).map(({ name }) => name);
const posts = (server: SimServer, player = 1) => server.client(player)?.feed.length;

describe('a call', () => {
  /** Half an hour is the default; three minutes are played much faster. */
  const settings = JSON.stringify({ calls: { expireEmergencyMinutes: 3 } });
  let copy: ResourceFolder;
  beforeAll(() => {
    copy = copyResource({ 'config.json': settings });
  });
  afterAll(() => copy.remove());

  test('nobody changed for as long as the settings say leaves every map', async () => {
    const server = await boot({ resourceDir: copy.folder });
    pushCall(server, 1);
    await server.advance(2.9 * MINUTE);
    expect(blips(server)).toEqual(['#1 911 Alta St']);
    await server.advance(0.2 * MINUTE);
    expect([blips(server), server.callExport('sonorancad', 'getCalls')]).toEqual([[], []]);
  });

  test('expires also when the resource was restarted in between', async () => {
    const server = await boot({ resourceDir: copy.folder });
    pushCall(server, 1);
    await server.advance(2 * MINUTE);
    server.restart();
    await server.advance(0.2 * MINUTE);
    expect(blips(server)).toHaveLength(1);
    await server.advance(MINUTE);
    expect(blips(server)).toEqual([]);
  });
});

describe('after a crash', () => {
  test('the calls are there again and nobody is alerted again', async () => {
    const kvp = createKvpStore();
    const first = await boot({ kvp });
    pushCall(first, 1);
    await first.advance(100);
    first.crash();
    const second = await boot({ kvp, epoch: first.now() });
    expect([blips(second), posts(second)]).toEqual([['#1 911 Alta St'], 0]);
    expect(pushCall(second, 1)).toBe(200);
    await second.advance(200);
    expect(posts(second)).toBe(0);
  });

  test('a request is answered again, not left hanging on the old script', async () => {
    const server = await boot();
    server.crash();
    server.start('sonorancad');
    await server.advance(100);
    const answer = await request(server.port, 'GET', '/sonorancad/');
    expect(answer.status).toBe(200);
  });
});

test('rows of the store that cannot be read are one line on the console', async () => {
  const kvp = createKvpStore();
  const first = await boot({ kvp });
  pushCall(first, 1);
  await first.advance(1500);
  first.evaluate("SetResourceKvp('call:911:2', 'garbage'); SetResourceKvpInt('call:911:3', 5);");
  await first.shutdown();
  const second = await boot({ kvp, epoch: first.now() });
  expect(blips(second)).toEqual(['#1 911 Alta St']);
  expect(second.console.filter(({ text }) => text.includes('could not be read'))).toHaveLength(1);
});

test("the game server's own limit answers 429 before us, and its convars lift it", async () => {
  const server = await boot({ limiter: { exempt: false } });
  const burst = async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => request(server.port, 'GET', '/sonorancad/')),
    );
    return answers.filter(({ status }) => status === 429).length;
  };
  expect(await burst()).toBe(15);
  server.setConvar('rateLimiter_http_sonorancad_rate', '50');
  server.setConvar('rateLimiter_http_sonorancad_burst', '200');
  // The convars are read with the next request; the bucket fills up from then on.
  await burst();
  await server.advance(5000);
  expect(await burst()).toBe(0);
});

describe('an idle client', () => {
  test('has no ticks, no timers and calls no natives', async () => {
    const server = await boot();
    pushCall(server, 1);
    await server.advance(1000);
    const client = server.client(1);
    const before = client?.stats();
    await server.advance(10_000);
    expect(client?.stats()).toEqual(before);
    expect(before).toMatchObject({ tickers: 0, timers: [], frames: 0 });
  });
});

describe('nothing piles up', () => {
  test('function references, timers and handlers after many events and restarts', async () => {
    const server = await boot();
    pushCall(server, 0);
    await server.advance(2000);
    const before = server.stats();
    for (let id = 1; id <= 300; id += 1) {
      pushCall(server, id);
      push(server, 'EVENT_REMOVE_911', { callIds: [id] });
      if (id % 50 === 0) await server.advance(500);
    }
    await server.advance(70_000);
    expect(server.stats().timers.length).toBeLessThanOrEqual(before.timers.length);
    expect(await refsGrown(server, before.functionRefs)).toBeLessThanOrEqual(LATE_REFS);
    expect(blips(server)).toEqual(['#0 911 Alta St']);
  });

  test('requests that are refused or broken off hold nothing', async () => {
    const server = await boot();
    const before = server.stats().functionRefs;
    for (let i = 0; i < 100; i += 1) {
      server.inject({
        method: 'POST',
        path: '/sonorancad/event',
        headers: { 'Content-Length': '5' },
        body: '{"a":',
      });
      const pending = server.inject({
        method: 'POST',
        path: '/sonorancad/event',
        headers: { 'Content-Length': '9' },
      });
      pending.done.catch(() => 'broken off');
      pending.cancel();
    }
    await server.advance(6000);
    expect(await refsGrown(server, before)).toBeLessThanOrEqual(LATE_REFS);
  });
});

test('a hostile client that floods "ready" gets its picture at our pace', async () => {
  const server = await boot();
  pushCall(server, 1);
  await server.advance(2000);
  const before = server.sentEvents.length;
  for (let i = 0; i < 40; i += 1) server.netEvent(1, 'sonorancad:ready', 'junk', { a: [i] });
  for (let i = 0; i < 40; i += 1) server.netEvent(2, 'sonorancad:ready');
  await server.advance(1000);
  const sent = server.sentEvents.slice(before);
  expect(sent.filter(({ target }) => Number(target) === 1).length).toBeLessThanOrEqual(2);
  const toOffDuty = sent.filter(({ target }) => Number(target) === 2);
  expect(toOffDuty.length).toBeLessThanOrEqual(2);
  // Settings, and not a word of any call.
  expect(
    toOffDuty.every(
      ({ args }) =>
        Object.keys(args[0] as object)
          .sort()
          .join() === 'isOnDuty,now,settings',
    ),
  ).toBe(true);
});

test('a client cannot raise our local events or send itself deliveries', async () => {
  const server = await boot();
  for (const name of [
    'sonorancad:push',
    'sonorancad:callOpened',
    'sonorancad:delivery',
    'sonorancad:dutyChanged',
  ]) {
    server.netEvent(2, name, { reset: true, calls: [] });
  }
  await server.advance(200);
  expect([server.callExport('sonorancad', 'getCalls'), blips(server, 2)]).toEqual([[], []]);
});

test('a source copy without bundles says what to do', async () => {
  const server = await startServer({
    clock: 'manual',
    resources: [
      {
        name: 'sonorancad',
        files: { 'server/fx/no-build.js': 'x' },
        scripts: { server: [readFileSync('server/fx/no-build.js', 'utf8')] },
      },
    ],
  });
  servers.push(server);
  const lines = server.console.map(({ text }) => text).join('\n');
  expect(lines).toContain(
    'dist/server.js, dist/console.js, dist/mistakes.js, dist/websocket.js, dist/client.js missing',
  );
  expect(lines).toContain('npm run build');
});
