import { describe, expect, test } from '@jest/globals';
import type { Cad } from '../cad.ts';
import { call, useCads } from '../test-support.ts';

const start = useCads();
const UNITS = '/v2/emergency/servers/1/units';
const ACCOUNT = '5b1d3c52-6f0a-4d1e-9a3b-0c8f2a7e1102';

/** A dispatcher (1), two units of one group (2, 3), and one that went off the air (4). */
function logIn({ desk }: Cad): void {
  desk.login({ isDispatch: true, data: { unitNum: 'DISP-1' } });
  desk.login({ accId: ACCOUNT, data: { unitNum: 'A-1', communityUserId: 'a1', group: 'CAR 5' } });
  desk.login({ accId: 'other', data: { unitNum: 'A-2', communityUserId: 'a2', group: 'CAR 5' } });
  desk.login({ data: { unitNum: 'A-3', communityUserId: 'a3' } });
  desk.logout(4);
}

describe('GET units', () => {
  test.each([
    ['', [2, 3]],
    ['?onlyUnits=false', [1, 2, 3]],
    ['?onlyUnits=false&includeOffline=true', [1, 2, 3, 4]],
    ['?limit=1', [2]],
    ['?limit=1&offset=1', [3]],
    ['?limit=many&offset=-1', [2, 3]],
  ])('with %s', async (query, ids) => {
    const { cad } = await start();
    logIn(cad);
    const { status, type, body } = await call(cad, 'GET', UNITS + query);
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(body.map(({ id }: { id: number }) => id)).toEqual(ids);
  });

  test('gives whole units', async () => {
    const { cad } = await start({ wire: { unitList: 'wrapped' } });
    cad.desk.login({ accId: ACCOUNT, location: 'Pier', aop: 'LS', data: { unitNum: 'A-1', page: 1 } });
    expect((await call(cad, 'GET', UNITS)).body).toEqual({
      units: [
        {
          id: 1,
          accId: ACCOUNT,
          status: 2,
          isPanic: false,
          location: 'Pier',
          aop: 'LS',
          coordinates: null,
          isDispatch: false,
          data: {
            apiIds: [],
            unitNum: 'A-1',
            name: '',
            district: '',
            department: '',
            subdivision: '',
            rank: '',
            group: '',
            page: 1,
          },
        },
      ],
    });
  });
});

describe('targets of units', () => {
  test.each<[string, object, number[]]>([
    ['a user', { communityUserId: 'a1' }, [2]],
    ['users', { communityUserIds: ['a1', 'a2', 'a3'] }, [2, 3]],
    ['an account', { accountUuid: ACCOUNT }, [2]],
    ['idents', { identIds: [3, 1, 99] }, [1, 3]],
    ['a group', { groupName: 'CAR 5' }, [2, 3]],
    ['a linked user without an id in the unit', { communityUserId: 'linked later' }, [2]],
  ])('%s', async (_, target, ids) => {
    const { cad, pushed } = await start();
    logIn(cad);
    cad.state.links.link('linked later', ACCOUNT);
    const before = pushed.length;
    const { status, body } = await call(cad, 'PATCH', `${UNITS}/status`, { ...target, status: 3 });
    expect([status, body]).toEqual([200, { updated: ids.length, status: 'ENROUTE' }]);
    const enroute = cad.state.units.online().filter((unit) => unit.status === 3);
    expect(enroute.map(({ id }) => id)).toEqual(ids);
    expect(pushed).toHaveLength(before);
  });

  test.each<[string, object, number, RegExp]>([
    ['nobody on the air', { communityUserId: 'a3', status: 3 }, 404, /unit/],
    ['Discord users', { discord: '1234', status: 3 }, 404, /unit/],
    ['no target', { units: ['a1'], status: 3 }, 400, /communityUserId/],
    ['no status', { communityUserId: 'a1' }, 400, /^status: /],
    ['a status in words', { communityUserId: 'a1', status: 'BUSY' }, 400, /^status: /],
  ])('%s', async (_, body, status, detail) => {
    const { cad } = await start();
    logIn(cad);
    const reply = await call(cad, 'PATCH', `${UNITS}/status`, body);
    expect([reply.status, reply.type]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(reply.body.detail).toMatch(detail);
  });
});

describe('what requests do to units', () => {
  test('panic', async () => {
    const { cad } = await start();
    logIn(cad);
    const { body } = await call(cad, 'PATCH', `${UNITS}/panic`, { communityUserId: 'a1', isPanic: true });
    expect(body).toEqual({ updated: 1, isPanic: true });
    expect(cad.state.units.get(2)?.isPanic).toBe(true);
  });

  test('a kick takes one off the air', async () => {
    const { cad } = await start();
    logIn(cad);
    const one = { communityUserId: 'a1', reason: 'Restart' };
    expect((await call(cad, 'POST', `${UNITS}/kick`, one)).body).toEqual({ identId: 2, reason: 'Restart' });
    expect((await call(cad, 'POST', `${UNITS}/kick`, one)).status).toBe(404);
    const many = [one, { communityUserId: 'a2', reason: 'Restart' }];
    expect((await call(cad, 'DELETE', `${UNITS}/kick`, many)).body).toEqual({
      count: 1,
      kicked: [{ identId: 3, communityUserId: 'a2', reason: 'Restart' }],
    });
  });

  test('places', async () => {
    const { cad } = await start();
    logIn(cad);
    const path = '/v2/emergency/servers/1/unit-locations';
    const coordinates = { x: 1, y: 2, z: 3, w: 90 };
    const updates = [
      { communityUserId: 'a1', location: 'Pier', coordinates, peerId: 'p' },
      { communityUserId: 'nobody', location: 'Pier' },
    ];
    expect((await call(cad, 'PATCH', path, { updates })).body).toEqual({ updated: 1 });
    expect(cad.state.units.get(2)).toMatchObject({ location: 'Pier', coordinates });
    expect((await call(cad, 'PATCH', path, { updates: [{ identId: 2, location: 'x' }] })).status).toBe(400);
  });

  test('are pushed only when the CAD is set up so', async () => {
    const { cad, pushed } = await start({ pushesOwn: ['EVENT_UNIT_STATUS'] });
    logIn(cad);
    const before = pushed.length;
    await call(cad, 'PATCH', `${UNITS}/panic`, { identIds: [2], isPanic: true });
    await call(cad, 'PATCH', `${UNITS}/status`, { identIds: [2], status: 4 });
    expect(pushed.slice(before)).toEqual([
      { key: cad.apiKey, type: 'EVENT_UNIT_STATUS', data: { identIds: [2], status: 4 } },
    ]);
  });
});
