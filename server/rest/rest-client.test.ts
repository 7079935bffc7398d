import { afterEach, describe, expect, test } from '@jest/globals';
import { restFixtureText } from '../../test/support/fixtures.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { until } from '../../test/support/settle.ts';
import { startTcpServer } from '../../test/support/tcp-server.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import { startWebServer, type WebReply, type WebRequest } from '../../test/support/web-server.ts';
import { createHttpClient } from '../net/http-client.ts';
import { readConnection } from './connection.ts';
import type { RestResult } from './failure.ts';
import { createRestClient, type RestClient } from './rest-client.ts';

const KEY = 'TEST-API-KEY-0000';
const running: { close(): void | Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()));
});

/** A client of whatever listens at `port`. */
function connect(port: number, { timeoutMs = 2000, convars = {} } = {}) {
  const all: Record<string, string> = {
    sonoran_apiKey: KEY,
    sonoran_serverId: '1',
    sonoran_apiUrl: `http://127.0.0.1:${port}`,
    ...convars,
  };
  const console = createTestConsole();
  const clock = createManualClock();
  const http = createHttpClient();
  running.push(http);
  const client = createRestClient({
    connection: () => readConnection((name) => all[name] ?? '', true),
    send: http.send,
    clock,
    console,
    timeoutMs: () => timeoutMs,
  });
  return { client, console, clock };
}

/** A client of a CAD that answers as told; `asked` is what it was asked. */
async function serve(
  answer: WebReply | ((request: WebRequest) => WebReply | Promise<WebReply>),
  options = {},
) {
  const asked: WebRequest[] = [];
  const server = await startWebServer((request) => {
    asked.push(request);
    return typeof answer === 'function' ? answer(request) : answer;
  });
  running.push(server);
  return { asked, ...connect(server.port, options) };
}

const call = JSON.parse(restFixtureText('get_calls')).ActiveCalls[0];
const emergency = JSON.parse(restFixtureText('get_calls')).EmergencyCalls[0];

describe('requests', () => {
  test('carry key and format, and nothing else of us', async () => {
    const { client, asked } = await serve({ body: [] });
    await client.getUnits();
    expect(asked[0]?.headers).toEqual({
      accept: 'application/json',
      authorization: `Bearer ${KEY}`,
      connection: 'keep-alive',
      host: expect.any(String),
      'user-agent': 'sonorancad',
    });
  });

  const cases: [
    name: string,
    ask: (client: RestClient) => Promise<RestResult<unknown>>,
    line: string,
    body: unknown,
    answer: unknown,
    value: unknown,
  ][] = [
    [
      'getUnits',
      (client) => client.getUnits(),
      'GET /v2/emergency/servers/1/units?includeOffline=false&onlyUnits=false&limit=100&offset=0',
      null,
      JSON.parse(restFixtureText('get_units')),
      { units: [{ ident: 40 }, { ident: 12, position: { x: 430.1 } }, { ident: 34 }], isComplete: true },
    ],
    [
      'getUnits, wrapped',
      (client) => client.getUnits(),
      'GET /v2/emergency/servers/1/units?includeOffline=false&onlyUnits=false&limit=100&offset=0',
      null,
      JSON.parse(restFixtureText('get_units_wrapped_v')),
      { units: [{ ident: 40, isDispatch: true }, { ident: 12 }, { ident: 34 }] },
    ],
    [
      'getCalls',
      (client) => client.getCalls(),
      'GET /v2/emergency/servers/1/calls?closedLimit=1&closedOffset=0&type=100',
      null,
      JSON.parse(restFixtureText('get_calls')),
      { dispatches: [{ callId: 501, idents: [12, 34] }], emergencies: [{ callId: 302 }], isComplete: true },
    ],
    [
      'createDispatchCall',
      (client) => client.createDispatchCall({ origin: 0, status: 1, priority: 2, title: 'Officer response' }),
      'POST /v2/emergency/servers/1/dispatch-calls',
      { communityUserIds: [], origin: 0, status: 1, priority: 2, title: 'Officer response' },
      call,
      { callId: 501, title: 'Burglary in progress', primary: 12 },
    ],
    [
      'updateCall',
      (client) => client.updateCall(501, { status: 1, metaData: { x: '1' } }),
      'PATCH /v2/emergency/servers/1/dispatch-calls/501',
      { status: 1, metaData: { x: '1' } },
      { dispatch: call },
      { callId: 501 },
    ],
    [
      'setPostal',
      (client) => client.setPostal(501, '9001'),
      'PATCH /v2/emergency/servers/1/dispatch-calls/501/postal',
      { postal: '9001' },
      { callId: 501 },
      { callId: 501 },
    ],
    [
      'setPrimary',
      (client) => client.setPrimary(501, 12, true),
      'PATCH /v2/emergency/servers/1/dispatch-calls/501/primary',
      { identId: 12, trackPrimary: true },
      null,
      null,
    ],
    [
      'closeCalls',
      (client) => client.closeCalls([501, 502]),
      'POST /v2/emergency/servers/1/dispatch-calls/close',
      { callIds: [501, 502] },
      { callIds: [501, 502] },
      null,
    ],
    [
      'attachUnits',
      (client) => client.attachUnits(501, { communityUserIds: ['player-1234'] }),
      'POST /v2/emergency/servers/1/dispatch-calls/501/attachments',
      { communityUserIds: ['player-1234'] },
      { callId: 501, identIds: ['12', 34] },
      [12, 34],
    ],
    [
      'attachUnits, not told whom',
      (client) => client.attachUnits(501, { idents: [12] }),
      'POST /v2/emergency/servers/1/dispatch-calls/501/attachments',
      { identIds: [12] },
      {},
      [12],
    ],
    [
      'detachUnits',
      (client) => client.detachUnits({ groupName: 'LADDER 61' }),
      'DELETE /v2/emergency/servers/1/dispatch-calls/attachments',
      { groupName: 'LADDER 61' },
      { identIds: [34] },
      [34],
    ],
    [
      'addNote',
      (client) => client.addNote(501, 'On scene', '2-ADAM-14'),
      'POST /v2/emergency/servers/1/dispatch-calls/501/notes',
      { note: 'On scene', noteType: 'text', label: '2-ADAM-14' },
      { callId: 501, note: { time: '16:03:02', label: '2-ADAM-14', type: 'text', content: 'On scene' } },
      { time: '16:03:02', label: '2-ADAM-14', type: 'text', content: 'On scene' },
    ],
    [
      'addNote, told back as text',
      (client) => client.addNote(501, 'On scene', '2-ADAM-14'),
      'POST /v2/emergency/servers/1/dispatch-calls/501/notes',
      { note: 'On scene', noteType: 'text', label: '2-ADAM-14' },
      { callId: 501, note: 'On scene' },
      { time: '', label: '2-ADAM-14', type: 'text', content: 'On scene' },
    ],
    [
      'createEmergencyCall',
      (client) =>
        client.createEmergencyCall({ isEmergency: true, caller: 'A', location: 'B', description: 'C' }),
      'POST /v2/emergency/servers/1/calls/911',
      { isEmergency: true, caller: 'A', location: 'B', description: 'C' },
      emergency,
      { callId: 302, caller: 'Nora Fields', metaData: { postal: '8112' } },
    ],
    [
      'deleteEmergencyCall',
      (client) => client.deleteEmergencyCall(302),
      'DELETE /v2/emergency/servers/1/calls/911/302',
      null,
      { callId: 302, serverId: 1 },
      null,
    ],
    [
      'setStatus',
      (client) => client.setStatus({ accountUuid: '5b1d3c52' }, 3),
      'PATCH /v2/emergency/servers/1/units/status',
      { accountUuid: '5b1d3c52', status: 3 },
      { updated: 1, status: 'ENROUTE' },
      null,
    ],
    [
      'setPanic',
      (client) => client.setPanic({ discord: '1234' }, true),
      'PATCH /v2/emergency/servers/1/units/panic',
      { discord: '1234', isPanic: true },
      { updated: 1, isPanic: true },
      null,
    ],
    [
      'updateUnitLocations',
      (client) =>
        client.updateUnitLocations([
          { communityUserId: 'p', location: 'Alta St', coordinates: { x: 1, y: 2, z: 3, w: 90 } },
        ]),
      'PATCH /v2/emergency/servers/1/unit-locations',
      {
        updates: [{ communityUserId: 'p', location: 'Alta St', coordinates: { x: 1, y: 2, z: 3, w: 90 } }],
      },
      { updated: 1 },
      null,
    ],
    [
      'checkLink',
      (client) => client.checkLink('player-1234'),
      'POST /v2/general/links/check',
      { communityUserId: 'player-1234' },
      { communityUserId: 'player-1234', linked: false, accountUuid: null },
      { isLinked: false, accountUuid: null },
    ],
    [
      'getVersion',
      (client) => client.getVersion(),
      'GET /v2/general/version',
      null,
      { version: 2, name: 'PLUS' },
      { version: 2, name: 'PLUS' },
    ],
    [
      'getServers',
      (client) => client.getServers(),
      'GET /v2/general/servers',
      null,
      JSON.parse(restFixtureText('get_servers')),
      [{ id: 1, name: 'Main Server', mapIp: '203.0.113.10', outboundIp: '', listenerPort: '30120' }],
    ],
    [
      'heartbeat',
      (client) => client.heartbeat(42),
      'POST /v2/general/servers/1/heartbeat',
      { playerCount: 42 },
      { receivedAtUtc: '2026-11-23T16:03:02Z' },
      null,
    ],
  ];

  test.each(cases)('%s', async (_, ask, line, body, answer, value) => {
    const { client, asked } = await serve({ body: answer });
    const result = await ask(client);
    expect(asked.map((request) => `${request.method} ${request.path}`)).toEqual([line]);
    expect(asked[0]?.body === '' ? null : JSON.parse(asked[0]?.body ?? '')).toEqual(body);
    expect(asked[0]?.headers['content-type']).toBe(body === null ? undefined : 'application/json');
    expect(result).toMatchObject(
      value === null ? { ok: true, value: null } : { ok: true, value: value as object },
    );
  });
});

describe('without a connection', () => {
  test('every method says so at once, without network and console', async () => {
    const { client, asked, console } = await serve({ body: [] }, { convars: { sonoran_apiKey: '' } });
    const failure = { ok: false, code: 'not-configured', reason: expect.stringContaining('sonoran_apiKey') };
    expect(await client.getUnits()).toEqual(failure);
    expect(await client.addNote(1, 'x', 'y')).toEqual(failure);
    expect(await client.heartbeat(1)).toEqual(failure);
    expect([asked, console.lines]).toEqual([[], []]);
    expect(client.status()).toMatchObject({ missing: failure.reason, failed: 0 });
  });
});

describe('trouble', () => {
  const json = { 'Content-Type': 'application/problem+json' };

  test.each<[name: string, reply: WebReply, code: string, status: number, reason: RegExp]>([
    [
      'problem+json',
      { status: 401, headers: json, body: restFixtureText('problem_401') },
      'unauthorized',
      401,
      /\(401: Missing Authorization header\)/,
    ],
    [
      'problem+json as a text',
      { status: 400, headers: json, body: JSON.stringify('{"detail":"No such unit."}') },
      'refused',
      400,
      /\(400: No such unit\)/,
    ],
    [
      'the gateway',
      { status: 429, body: restFixtureText('rate_limited_429') },
      'rate-limited',
      429,
      /API rate limit exceeded/,
    ],
    [
      'a page of a proxy',
      { status: 200, body: '<html>Welcome</html>' },
      'bad-answer',
      200,
      /did not answer in JSON/,
    ],
    [
      'a page with an error',
      { status: 502, body: '<html>Bad Gateway</html>' },
      'server-error',
      502,
      /\(502\)/,
    ],
    ['cut JSON', { status: 200, body: '[{"id":12' }, 'bad-answer', 200, /did not answer in JSON/],
    [
      'a redirect',
      { status: 302, headers: { Location: 'https://elsewhere.example/' } },
      'bad-answer',
      302,
      /sends us elsewhere/,
    ],
    [
      'the key said back',
      { status: 403, body: { detail: `Key ${KEY} may not` } },
      'forbidden',
      403,
      /\(403\)/,
    ],
    [
      'a longer answer than anybody needs',
      { body: `[${' '.repeat(5 * 1024 * 1024)}]` },
      'bad-answer',
      200,
      /was too long/,
    ],
  ])('%s', async (_, reply, code, status, reason) => {
    const { client, console } = await serve(reply);
    const result = await client.setStatus({ idents: [12] }, 3);
    expect(result).toEqual({ ok: false, code, status, reason: expect.stringMatching(reason) });
    expect(JSON.stringify([result, console.lines, client.status()])).not.toContain(KEY);
  });

  test.each([
    ['units', { units: 12 }, (client: RestClient) => client.getUnits(), /expected a list of units/],
    ['calls', { calls: [] }, (client: RestClient) => client.getCalls(), /expected lists of calls/],
    [
      'a new call',
      { message: 'created' },
      (client: RestClient) => client.createDispatchCall({ origin: 0, status: 0, priority: 1, title: '' }),
      /answer\.callId: expected a whole number/,
    ],
  ])('JSON that holds no %s', async (_, body, ask, reason) => {
    const { client } = await serve({ body });
    expect(await ask(client)).toEqual({
      ok: false,
      code: 'bad-answer',
      reason: expect.stringMatching(reason),
    });
  });

  test('what cannot be read of a list leaves it incomplete', async () => {
    const { client } = await serve({
      body: { ActiveCalls: [call, { callId: {} }, 7, null], EmergencyCalls: [] },
    });
    expect(await client.getCalls()).toMatchObject({
      ok: true,
      value: { dispatches: [{ callId: 501 }], emergencies: [], isComplete: false },
    });
  });

  test.each([
    ['is never answered', () => undefined],
    [
      'is half answered',
      (write: (text: string) => void) => write('HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n[{'),
    ],
    ['gets only a status line', (write: (text: string) => void) => write('HTTP/1.1 200 OK\r\n')],
  ])('a request that %s ends in time', async (_, onData) => {
    const server = await startTcpServer((socket) =>
      socket.on('data', () => onData((text) => socket.write(text))),
    );
    running.push(server);
    const { client } = connect(server.port, { timeoutMs: 80 });
    expect(await client.getUnits()).toMatchObject({ ok: false, code: 'timeout' });
  });

  test('nobody there', async () => {
    const server = await startTcpServer(() => undefined);
    await server.close();
    const { client } = connect(server.port);
    expect(await client.getUnits()).toMatchObject({
      code: 'unreachable',
      reason: expect.stringContaining(`127.0.0.1:${server.port}: connection refused (ECONNREFUSED)`),
    });
  });

  test('a plain text server where HTTPS was meant', async () => {
    const server = await startTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    running.push(server);
    const { client } = connect(server.port, {
      convars: { sonoran_apiUrl: `https://127.0.0.1:${server.port}` },
    });
    expect(await client.getUnits()).toMatchObject({ code: 'unreachable' });
  });
});

test('after five failures the CAD is left alone, and the first answer ends that', async () => {
  let isUp = false;
  const { client, asked, console, clock } = await serve(() =>
    isUp ? { body: { version: 2, name: 'PRO' } } : { status: 503 },
  );
  for (let i = 0; i < 5; i += 1) await client.addNote(501, `${i}`, 'x');
  expect(await client.getVersion()).toMatchObject({ code: 'unavailable' });
  expect(client.status()).toMatchObject({ isDown: true, failed: 6 });
  isUp = true;
  clock.advance(15_000);
  expect(await client.getVersion()).toMatchObject({ ok: true });
  expect(asked).toHaveLength(6);
  expect(console.lines.map((line) => line.split(' ')[0])).toEqual(['warn:', 'info:']);
});

test('slow answers out of order come to those who asked', async () => {
  const held: (() => void)[] = [];
  const { client, asked } = await serve(
    ({ path }) =>
      new Promise<WebReply>((resolve) => {
        held.push(() =>
          resolve(path.includes('version') ? { body: { name: 'PLUS' } } : { body: { linked: true } }),
        );
      }),
  );
  const [version, link] = [client.getVersion(), client.checkLink('p')];
  await until(() => asked.length === 2);
  for (const answer of held.reverse()) answer();
  expect([await version, await link]).toMatchObject([
    { value: { name: 'PLUS' } },
    { value: { isLinked: true } },
  ]);
});

test('a restart in between: what waits is refused', async () => {
  const { client } = await serve(() => new Promise(() => undefined));
  void client.addNote(501, 'a', 'x');
  const waiting = client.addNote(501, 'b', 'x');
  client.stop();
  expect(await waiting).toMatchObject({ code: 'stopped' });
});
