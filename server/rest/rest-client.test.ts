import { afterEach, describe, expect, test } from '@jest/globals';
import { REST_KEY, serveRest } from '../../test/support/connect-rest.ts';
import { restFixtureText } from '../../test/support/fixtures.ts';
import type { RestResult } from './failure.ts';
import type { RestClient } from './rest-client.ts';

const running: { close(): void | Promise<void> }[] = [];

afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.close();
});

/** A client of a CAD that answers as told, for as long as the test takes. */
async function serve(...options: Parameters<typeof serveRest>) {
  const served = await serveRest(...options);
  running.push(served);
  return served;
}

const call = JSON.parse(restFixtureText('get_calls')).ActiveCalls[0];
const emergency = JSON.parse(restFixtureText('get_calls')).EmergencyCalls[0];

describe('requests', () => {
  test('carry key and format, and nothing else of us', async () => {
    const { client, asked } = await serve({ body: [] });
    await client.getUnits();
    expect(asked[0]?.headers).toEqual({
      accept: 'application/json',
      authorization: `Bearer ${REST_KEY}`,
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
