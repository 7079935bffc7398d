// The REST client and the resync against the simulated CAD: both were written from the same documents, apart.

import { afterEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../server/cad/changes.ts';
import { restConfig } from '../../server/rest/rest-config.ts';
import { startRest } from '../../server/rest/start-rest.ts';
import { type CadOptions, startCad } from '../../simulator/cad/index.ts';
import { makeStore } from '../support/make-store.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { until } from '../support/settle.ts';
import { createTestConsole } from '../support/test-console.ts';

const running: { close(): void | Promise<void> }[] = [];

afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.close();
});

async function setUp(options: CadOptions = {}, convars: Record<string, string> = {}, timeoutSeconds = 30) {
  const cad = await startCad(options);
  const clock = createManualClock(Date.now());
  const all: Record<string, string> = {
    sonoran_apiKey: cad.apiKey,
    sonoran_serverId: `${cad.serverId}`,
    sonoran_apiUrl: cad.url,
    ...convars,
  };
  const store = makeStore(clock.now);
  const console = createTestConsole();
  const delivered: Change[] = [];
  const rest = startRest({
    settings: () => restConfig().parse({ timeoutSeconds, resyncMinutes: 0 }),
    convars: { get: (name) => all[name] ?? '', onChange: () => undefined },
    store,
    clock,
    console,
    deliver: (changes) => delivered.push(...changes),
  });
  running.push(cad, { close: rest.stop });
  return { cad, clock, store, console, delivered, rest, client: rest.client };
}

const draft = { origin: 0, status: 1, priority: 2, title: 'Officer response' };

describe('a unit responds to a 911 call', () => {
  test('from the call in the CAD to its end', async () => {
    const { cad, client } = await setUp();
    const unit = cad.desk.login({ data: { communityUserId: 'a1' } });
    const other = cad.desk.login({ data: { communityUserId: 'b2' } });
    const placed = await client.createEmergencyCall({
      isEmergency: true,
      caller: 'Nora Fields',
      location: 'Sinner St',
      description: 'Burglary',
      metaData: { x: '425.1', y: '-979.5' },
    });
    if (!placed.ok) throw new Error(placed.reason);
    expect(placed.value).toMatchObject({ caller: 'Nora Fields', metaData: { x: '425.1' } });

    const made = await client.createDispatchCall({
      ...draft,
      communityUserIds: ['a1'],
      metaData: { ...placed.value.metaData, createdFromId: `${placed.value.callId}` },
    });
    if (!made.ok) throw new Error(made.reason);
    const { callId } = made.value;
    expect(made.value).toMatchObject({ title: 'Officer response', status: 1, idents: [unit.id] });
    expect(await client.deleteEmergencyCall(placed.value.callId)).toEqual({ ok: true, value: null });

    expect(await client.attachUnits(callId, { idents: [other.id] })).toEqual({ ok: true, value: [other.id] });
    expect(await client.addNote(callId, 'On scene', '2-ADAM-14')).toMatchObject({
      ok: true,
      value: { content: 'On scene', label: '2-ADAM-14' },
    });
    expect(await client.setStatus({ idents: [unit.id] }, 4)).toEqual({ ok: true, value: null });
    expect(await client.setPanic({ communityUserIds: ['b2'] }, true)).toEqual({ ok: true, value: null });
    expect(await client.setPostal(callId, '9001')).toMatchObject({ ok: true });
    expect(await client.setPrimary(callId, unit.id, true)).toMatchObject({ ok: true });
    expect(await client.updateCall(callId, { priority: 1, code: '10-31' })).toMatchObject({ ok: true });
    expect(await client.detachUnits({ idents: [other.id] })).toEqual({ ok: true, value: [other.id] });

    const calls = await client.getCalls();
    expect(calls).toMatchObject({
      value: {
        dispatches: [
          {
            callId,
            idents: [unit.id],
            postal: '9001',
            primary: unit.id,
            trackPrimary: true,
            priority: 1,
            code: '10-31',
            notes: [{ content: 'On scene' }],
          },
        ],
        emergencies: [],
        isComplete: true,
      },
    });
    expect(await client.getUnits()).toMatchObject({
      value: {
        units: [
          { ident: unit.id, status: 4, isPanic: false },
          { ident: other.id, isPanic: true },
        ],
      },
    });
    expect(await client.closeCalls([callId])).toEqual({ ok: true, value: null });
    expect(await client.getCalls()).toMatchObject({ value: { dispatches: [] } });
  });
});

test('what is about the community and the server', async () => {
  const { client } = await setUp();
  expect(await client.getVersion()).toEqual({ ok: true, value: { version: 2, name: 'PLUS' } });
  expect(await client.getServers()).toMatchObject({ ok: true, value: [{ id: 1 }] });
  expect(await client.checkLink('a1')).toEqual({ ok: true, value: { isLinked: false, accountUuid: null } });
  expect(await client.heartbeat(42)).toEqual({ ok: true, value: null });
  const coordinates = { x: 1, y: 2, z: 3, w: 90 };
  const location = { communityUserId: 'a1', location: 'Alta St', coordinates };
  expect(await client.updateUnitLocations([location])).toEqual({ ok: true, value: null });
});

test.each([['list'], ['wrapped']] as const)('250 units in a %s, within the limits', async (unitList) => {
  const { cad, clock, client } = await setUp({ wire: { unitList } });
  for (let i = 0; i < 250; i += 1) cad.desk.login({ isDispatch: i === 0 });
  const asked = client.getUnits();
  await until(() => client.status().waiting === 1);
  expect(cad.requests).toHaveLength(2);
  clock.advance(60_000);
  const units = await asked;
  expect(units).toMatchObject({ ok: true, value: { isComplete: true } });
  expect(units.ok && units.value.units.length).toBe(250);
});

test('a resync brings everything that was missed, and nothing twice', async () => {
  const { cad, clock, store, delivered, rest, console } = await setUp();
  const unit = cad.desk.login({ data: { communityUserId: 'a1', unitNum: '2-ADAM-14' } });
  const dispatcher = cad.desk.login({ isDispatch: true });
  const { callId } = cad.desk.callEmergency({ caller: 'Nora', metaData: { x: '425.1', y: '-979.5' } });
  const call = cad.desk.createDispatch({ fromEmergency: callId, title: 'Burglary' });
  cad.desk.attach(call.callId, unit.id);
  cad.desk.note(call.callId, 'Caller on line');
  cad.desk.callEmergency({ caller: 'Tom' });
  await rest.resync.run();
  expect(store.units.all().map(({ ident, isDispatch }) => [ident, isDispatch])).toEqual([
    [unit.id, false],
    [dispatcher.id, true],
  ]);
  expect(store.incidents.openCalls()).toMatchObject([
    { dispatchId: call.callId, title: 'Burglary', idents: [unit.id], position: { x: 425.1 } },
    { stage: '911', caller: 'Tom' },
  ]);
  expect(console.lines).toEqual([expect.stringMatching(/^info: Resync: \d+ changes that no event/)]);

  delivered.length = 0;
  await rest.resync.run();
  expect(delivered).toEqual([]);

  clock.advance(60_000);
  cad.desk.close(call.callId);
  cad.desk.logout(unit.id);
  await rest.resync.run();
  expect(delivered.map((change) => ('reason' in change ? change.reason : change.type))).toEqual([
    'resynced',
    'unit.logout',
  ]);
});

test.each<[string, CadOptions, Record<string, string>, string, number]>([
  ['a wrong key', {}, { sonoran_apiKey: 'WRONG' }, 'unauthorized', 401],
  ['another server', {}, { sonoran_serverId: '7' }, 'not-found', 404],
  ['a small plan', { plan: { version: 0, name: 'FREE', isApiIncluded: false } }, {}, 'plan', 402],
])('%s', async (_, options, convars, code, status) => {
  const { client } = await setUp(options, convars);
  expect(await client.getCalls()).toMatchObject({ ok: false, code, status });
});

test('a call that is gone', async () => {
  const { client } = await setUp();
  expect(await client.addNote(77, 'x', 'y')).toMatchObject({ code: 'not-found', status: 404 });
});

test.each([
  ['garbage', { garbage: true }, 'bad-answer', 30],
  ['reset', { reset: true }, 'unreachable', 30],
  ['timeout', { timeout: true }, 'timeout', 1],
  ['status', { status: 503 }, 'server-error', 30],
] as const)('%s ends as a failure that says so', async (_, failure, code, timeoutSeconds) => {
  const { cad, client } = await setUp({}, {}, timeoutSeconds);
  cad.fail({ ...failure, match: { endpoint: 'getVersion' } });
  expect(await client.getVersion()).toMatchObject({ ok: false, code });
});

test('as many changes of status as one likes: the CAD never has to say that it is enough', async () => {
  const { cad, client } = await setUp();
  const unit = cad.desk.login();
  const results = await Promise.all(
    Array.from({ length: 60 }, (_, i) => client.setStatus({ idents: [unit.id] }, i % 5)),
  );
  expect(cad.requests.every(({ status }) => status === 200)).toBe(true);
  expect(results.filter(({ ok }) => ok)).toHaveLength(24);
  expect(
    results.filter((result) => !result.ok).every((result) => !result.ok && result.code === 'rate-limited'),
  ).toBe(true);
});
