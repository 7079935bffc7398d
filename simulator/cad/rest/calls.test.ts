import { describe, expect, test } from '@jest/globals';
import type { Cad } from '../cad.ts';
import { call, useCads } from '../test-support.ts';

const start = useCads();
const SERVER = '/v2/emergency/servers/1';
const DISPATCH = `${SERVER}/dispatch-calls`;
const emergency = { isEmergency: true, caller: 'Nora', location: 'Pier', description: 'Help' };
const dispatch = { origin: 0, status: 1, priority: 1, title: 'Fire' };

/** Units 1 and 2, of the users a1 and a2. */
function logIn({ desk }: Cad): void {
  for (const communityUserId of ['a1', 'a2'])
    desk.login({ accId: `of ${communityUserId}`, data: { communityUserId } });
}

describe('911 calls', () => {
  test('are made with a push, and removed without', async () => {
    const { cad, pushed } = await start();
    const metaData = { x: '425.1', postal: '9001' };
    const made = await call(cad, 'POST', `${SERVER}/calls/911`, { ...emergency, metaData });
    const expected = { callId: 1, ...emergency, metaData, updated: '2026-11-23T16:02:10Z' };
    expect([made.status, made.body]).toEqual([200, expected]);
    expect(pushed).toEqual([{ key: cad.apiKey, type: 'EVENT_911', data: { call: expected } }]);

    const removed = await call(cad, 'DELETE', `${SERVER}/calls/911/1`);
    expect([removed.status, removed.body]).toEqual([200, { callId: 1, serverId: 1 }]);
    expect(cad.state.calls.emergencies()).toEqual([]);
    expect(pushed).toHaveLength(1);
    expect((await call(cad, 'DELETE', `${SERVER}/calls/911/1`)).status).toBe(404);
  });

  test('that go by themselves are pushed, whoever made them', async () => {
    const { cad, pushed, clock } = await start();
    await call(cad, 'POST', `${SERVER}/calls/911`, { ...emergency, deleteAfterMinutes: 1 });
    await clock.advance(60_000);
    expect(pushed.map(({ type }) => type)).toEqual(['EVENT_911', 'EVENT_REMOVE_911']);
  });

  test.each<[string, object, RegExp]>([
    ['no caller', { ...emergency, caller: undefined }, /^caller: /],
    ['numbers in metaData', { ...emergency, metaData: { x: 425.1 } }, /^metaData\.x: /],
  ])('with %s are refused', async (_, body, detail) => {
    const { cad } = await start();
    const reply = await call(cad, 'POST', `${SERVER}/calls/911`, body);
    expect([reply.status, reply.body.detail]).toEqual([400, expect.stringMatching(detail)]);
  });
});

describe('GET calls', () => {
  test('gives what is open and what was last closed', async () => {
    const { cad } = await start();
    cad.desk.callEmergency(emergency);
    for (let made = 0; made < 12; made++) cad.desk.close(cad.desk.createDispatch().callId);
    const open = cad.desk.createDispatch({ title: 'Open' });
    const { body } = await call(cad, 'GET', `${SERVER}/calls`);
    expect(body).toMatchObject({
      ActiveCalls: [{ ...open, notes: [], idents: [] }],
      EmergencyCalls: [emergency],
      ClosedCallCount: 12,
    });
    const ids = (calls: { callId: number }[]) => calls.map(({ callId }) => callId);
    expect(ids(body.ClosedCalls)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    const last = await call(cad, 'GET', `${SERVER}/calls?closedLimit=5&closedOffset=10`);
    expect(ids(last.body.ClosedCalls)).toEqual([2, 1]);
  });

  test.each([
    [0, [1, 0]],
    [1, [0, 1]],
    [100, [1, 1]],
  ])('of type %s', async (type, counts) => {
    const { cad } = await start();
    cad.desk.callEmergency();
    cad.desk.createDispatch();
    const { body } = await call(cad, 'GET', `${SERVER}/calls?type=${type}`);
    expect([body.ActiveCalls.length, body.EmergencyCalls.length]).toEqual(counts);
  });
});

describe('dispatch calls', () => {
  test('are made, changed, taken, commented and closed without a push', async () => {
    const { cad, pushed } = await start();
    logIn(cad);
    const before = pushed.length;
    const made = await call(cad, 'POST', DISPATCH, {
      ...dispatch,
      communityUserIds: ['a1', 'nobody'],
      notes: [{ content: 'First' }],
      metaData: { x: '1', y: '2' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      callId: 1,
      ...dispatch,
      block: '',
      address: '',
      postal: '',
      code: '',
      primary: 1,
      trackPrimary: false,
      description: '',
      notes: [{ time: '2026-11-23T16:02:10Z', label: 'Sonoran CAD', type: 'text', content: 'First' }],
      idents: [1],
      metaData: { x: '1', y: '2' },
      updated: '2026-11-23T16:02:10Z',
    });

    const steps: [string, string, object, object][] = [
      ['POST', '/1/attachments', { communityUserId: 'a2' }, { callId: 1, identIds: [2] }],
      ['POST', '/1/notes', { note: 'Second', label: 'A-1' }, { callId: 1, note: 'Second' }],
      ['PATCH', '/1/postal', { postal: '9002' }, { callId: 1, postal: '9002' }],
      [
        'PATCH',
        '/1/primary',
        { identId: 2, trackPrimary: true },
        { callId: 1, identId: 2, trackPrimary: true },
      ],
      ['DELETE', '/attachments', { communityUserIds: ['a1'] }, { identIds: [1] }],
    ];
    for (const [method, path, body, expected] of steps) {
      const reply = await call(cad, method, DISPATCH + path, body);
      expect([path, reply.status, reply.body]).toEqual([path, 200, expected]);
    }
    const edited = await call(cad, 'PATCH', `${DISPATCH}/1`, { title: 'Big fire', metaData: { x: '3' } });
    expect(edited.body).toMatchObject({
      callId: 1,
      title: 'Big fire',
      postal: '9002',
      primary: 2,
      trackPrimary: true,
      idents: [2],
      notes: [{ content: 'First' }, { content: 'Second', label: 'A-1' }],
    });
    expect(edited.body.metaData).toEqual({ x: '3' });
    expect((await call(cad, 'POST', `${DISPATCH}/close`, { callIds: [99, 1] })).body).toEqual({
      callIds: [1],
    });
    expect(cad.state.calls.closed()).toHaveLength(1);
    expect(pushed).toHaveLength(before);
  });

  test.each<[string, object, number]>([
    ['without a target', dispatch, 400],
    ['without a title', { ...dispatch, title: undefined, communityUserIds: [] }, 400],
    ['without units on purpose', { ...dispatch, communityUserIds: [] }, 201],
    ['for an account', { ...dispatch, accounts: ['of a2'] }, 201],
  ])('%s', async (_, body, status) => {
    const { cad } = await start();
    logIn(cad);
    expect((await call(cad, 'POST', DISPATCH, body)).status).toBe(status);
  });

  test.each<[string, string, object]>([
    ['POST', '/9/attachments', { identIds: [1] }],
    ['POST', '/1/attachments', { identIds: [9] }],
    ['DELETE', '/attachments', { groupName: 'none' }],
    ['POST', '/9/notes', { note: 'x' }],
    ['PATCH', '/9', { title: 'x' }],
    ['PATCH', '/9/postal', { postal: '1' }],
    ['PATCH', '/9/primary', { identId: 1 }],
    ['PATCH', '/1/primary', { identId: 9 }],
    ['POST', '/close', { callIds: [9] }],
  ])('%s %s names what is not there', async (method, path, body) => {
    const { cad } = await start();
    logIn(cad);
    cad.desk.createDispatch();
    expect((await call(cad, method, DISPATCH + path, body)).status).toBe(404);
  });
});

describe('current call', () => {
  test('is the last one that the unit of the account is on', async () => {
    const { cad } = await start();
    logIn(cad);
    const path = '/v2/emergency/accounts/of%20a1/current-call';
    expect((await call(cad, 'GET', path)).body).toEqual({ IdentId: 1, CallId: null });
    cad.desk.createDispatch({ idents: [1] });
    cad.desk.createDispatch({ idents: [1, 2] });
    expect((await call(cad, 'GET', path)).body).toEqual({ IdentId: 1, CallId: 2 });
    cad.desk.logout(1);
    expect((await call(cad, 'GET', path)).status).toBe(404);
  });
});
