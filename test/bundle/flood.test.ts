// Floods of requests against the built bundle: everything is answered once, little is said, and nothing stays behind.

import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  type InjectedRequest,
  type ServerOptions,
  type SimServer,
  startServer,
} from '../../simulator/index.ts';
import { fixtureText } from '../support/fixtures.ts';
import { LATE_REFS, refsGrown } from '../support/function-refs.ts';
import { heapGrown, heapInUse } from '../support/heap.ts';
import { request } from '../support/http.ts';
import { KEY, OFFICER } from './world.ts';

const EVENT = '/sonorancad/event';
const FLOOD = 10_000;
const MIB = 1024 * 1024;
/** Megabytes that the engine's compiled code may take meanwhile. */
const NOISE = 2;
/** Megabytes that the simulator records of each request: less than 400 bytes. */
const RECORD = 0.0004;
const WRONG = JSON.stringify({ key: 'WRONG-KEY-1234', type: 'EVENT_911', data: { call: { callId: 1 } } });
const right = (type: string, data: unknown) => JSON.stringify({ key: KEY, type, data });

// Bounded by count; a busy machine may take its time.
jest.setTimeout(300_000);

const servers: SimServer[] = [];

async function boot(options: Partial<ServerOptions> = {}): Promise<SimServer> {
  const server = await startServer({
    resourceDir: process.cwd(),
    clock: 'manual',
    convars: { sonoran_apiKey: KEY },
    players: [OFFICER],
    ...options,
  });
  servers.push(server);
  await server.advance(200);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.shutdown()));
});

const lines = (server: SimServer) =>
  server.console.filter(({ resource }) => resource === 'sonorancad').length;
const addressOf = (i: number) => `198.${18 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}:4000`;

/** Hands a body to the listener, past the host's limiter. */
const post = (server: SimServer, body: string | Uint8Array, address = '203.0.113.7:4000') =>
  server.inject({ method: 'POST', path: EVENT, body, address });

/** How often each status was answered; `none` for requests without an answer. */
function tally(requests: Iterable<InjectedRequest>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reply } of requests) {
    const status = reply?.status ?? 'none';
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

/** Sends `count` bodies and tells what was answered. */
function flood(
  server: SimServer,
  count: number,
  body: (i: number) => string,
  address?: (i: number) => string,
) {
  return tally(Array.from({ length: count }, (_, i) => post(server, body(i), address?.(i))));
}

test('10,000 requests in a second: the host lets few through, and each has one answer', async () => {
  const server = await boot({ limiter: { exempt: false } });
  const counts: Record<number, number> = {};
  for (let tenth = 0; tenth < 10; tenth += 1) {
    for (let batch = 0; batch < 20; batch += 1) {
      const answers = await Promise.all(
        Array.from({ length: FLOOD / 200 }, () => request(server.port, 'POST', EVENT, WRONG)),
      );
      for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
    }
    await server.advance(100);
  }
  // 25 at once and one more after every tenth of a second; of these twenty are told that their key is wrong.
  expect(counts).toEqual({ 400: 20, 429: FLOOD - 20 });
  expect(server.callExport('sonorancad', 'getStatus')).toMatchObject({ refused: { key: 34 } });
  await server.advance(1000);
  expect(await request(server.port, 'POST', EVENT, fixtureText('04_911_in_game'))).toMatchObject({
    status: 200,
  });
  expect(server.allProblems()).toEqual([]);
});

describe('past the limiter, 10,000 requests', () => {
  test('with wrong keys from one address are throttled, and the right key from there is not', async () => {
    const server = await boot();
    const before = lines(server);
    expect(flood(server, FLOOD, () => WRONG)).toEqual({ 400: 20, 429: FLOOD - 20 });
    expect(flood(server, 100, (callId) => right('EVENT_911', { call: { callId } }))).toEqual({ 200: 100 });
    expect(flood(server, 1, () => WRONG)).toEqual({ 429: 1 });
    expect(server.callExport('sonorancad', 'getCalls')).toHaveLength(100);
    await server.advance(61_000);
    const said = server.console.slice(before).filter(({ text }) => text.includes('Refused'));
    expect(said.map(({ text }) => /9999|10000/.test(text))).toEqual([false, true]);
    expect(flood(server, 1, () => WRONG)).toEqual({ 400: 1 });
    expect(server.allProblems()).toEqual([]);
  });

  test.each<[string, number, (i: number) => string, Record<string, number>]>([
    // A thousand addresses are counted one by one, all others as one.
    ['with wrong keys', FLOOD, () => WRONG, { 400: 1020, 429: FLOOD - 1020 }],
    ['that are no JSON', FLOOD / 5, (i) => `{"key":${i}`, { 400: FLOOD / 5 }],
    ['of unknown types', FLOOD / 5, (i) => right(`NO_EVENT_${i}`, {}), { 400: FLOOD / 5 }],
    [
      'with unusable data',
      FLOOD / 5,
      (i) => right('EVENT_911', { call: { callId: `x${i}` } }),
      { 400: FLOOD / 5 },
    ],
  ])('%s, each from another address: few lines, and memory stays', async (_, count, body, answers) => {
    const server = await boot();
    const before = lines(server);
    const run = async (round: number) => {
      const answered = flood(server, count, body, (i) => addressOf(round * count + i));
      await server.advance(61_000);
      return answered;
    };
    await run(0);
    const heap = await heapInUse();
    expect(await run(1)).toEqual(answers);
    const allowed = NOISE + count * RECORD;
    expect(await heapGrown(heap, allowed)).toBeLessThan(allowed);
    // A line for each of 200 addresses, one for all others, and one that counts those.
    expect(lines(server) - before).toBeLessThanOrEqual(2 * 202);
    expect(server.allProblems()).toEqual([]);
  });

  test('that never send their body are given up, and nothing is left of them', async () => {
    const server = await boot();
    const before = server.stats();
    const open = () =>
      Array.from({ length: FLOOD / 2 }, (_, i) =>
        server.inject({
          method: 'POST',
          path: EVENT,
          headers: { 'Content-Length': '900' },
          address: addressOf(i),
        }),
      );
    const waiting = open();
    const gone = open();
    for (const { cancel } of gone) cancel();
    await server.advance(5100);
    expect([tally(waiting), tally(gone)]).toEqual([{ 408: FLOOD / 2 }, { none: FLOOD / 2 }]);
    // The host keeps what a request has handed over until its connection is closed.
    for (const { cancel } of waiting) cancel();
    await server.advance(61_000);
    expect(server.stats().timers).toHaveLength(before.timers.length);
    expect(await refsGrown(server, before.functionRefs)).toBeLessThanOrEqual(LATE_REFS);
    expect(server.allProblems()).toEqual([]);
  });
});

/** Bodies that are as large as may be, and as hard to read. */
const size = 4 * MIB - 100;
const large: Readonly<Record<string, string>> = {
  lists: `{"key":"x","data":[${'[],'.repeat(size / 3 - 20)}0]}`,
  objects: `{"data":[${'{},'.repeat(size / 3 - 20)}0],"key":"x"}`,
  'lists in lists': '['.repeat(size / 2) + ']'.repeat(size / 2),
  members: `{${'"a":1,'.repeat(size / 6 - 20)}"key":"x"}`,
  keys: `{${'"key":"x",'.repeat(size / 10 - 20)}"key":"x"}`,
  'one text': `{"key":"${'x'.repeat(size - 20)}"}`,
  'what looks like a key for long': '"ke'.repeat(size / 3),
  zeros: '\0'.repeat(size),
};

const BATCH = 25;

describe('without the key, bodies of 4 MiB are refused unread', () => {
  test.each(Object.keys(large))('%s', async (kind) => {
    const server = await boot();
    const body = Buffer.from(large[kind] ?? '');
    expect(body.length).toBeGreaterThan(3.9 * MIB);
    const statuses: Record<string, number> = {};
    for (let i = 0; i < BATCH; i += 1) {
      const status = post(server, body, addressOf(i)).reply?.status ?? 0;
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    expect(statuses).toEqual({ 400: BATCH });
    expect(server.callExport('sonorancad', 'getStatus')).toMatchObject({ refused: { key: BATCH } });
    expect(server.allProblems()).toEqual([]);
  });
});

test.each([
  ['deep', `{"key":"${KEY}","type":"EVENT_911","data":${'['.repeat(MIB)}${']'.repeat(MIB)}}`, 'nesting'],
  ['wide', `{"key":"${KEY}","type":"EVENT_911","data":[${'[],'.repeat(MIB)}0]}`, 'values'],
])('with the key, a %s body is refused all the same', async (_, body, reason) => {
  const server = await boot();
  const { reply } = post(server, body);
  expect(reply).toMatchObject({ status: 400, body: expect.stringContaining(reason) });
  expect(server.allProblems()).toEqual([]);
});

test('5 MiB are refused by their length, before they are sent', async () => {
  const server = await boot();
  const refused = Array.from({ length: 1000 }, (_, i) =>
    server.inject({
      method: 'POST',
      path: EVENT,
      headers: { 'Content-Length': String(5 * MIB) },
      address: addressOf(i),
    }),
  );
  expect(tally(refused)).toEqual({ 413: 1000 });
  const answer = await request(server.port, 'POST', EVENT, Buffer.alloc(5 * MIB - 1000, 0x20));
  expect(answer.status).toBe(413);
  expect(server.allProblems()).toEqual([]);
});
