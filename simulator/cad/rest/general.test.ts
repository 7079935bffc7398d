import { describe, expect, test } from '@jest/globals';
import { call, useCads } from '../test-support.ts';

const start = useCads();
const SERVERS = '/v2/general/servers';

describe('links', () => {
  test('are checked, and made by a code that the user types into the CAD', async () => {
    const { cad } = await start();
    const user = { communityUserId: 'license:c3' };
    const unlinked = await call(cad, 'POST', '/v2/general/links/check', user);
    expect(unlinked.body).toEqual({ ...user, linked: false, accountUuid: null });

    const { status, body } = await call(cad, 'POST', '/v2/general/links', user);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...user,
      code: expect.stringMatching(/^[A-Z0-9]{4}$/),
      communityUuid: expect.any(String),
      expiresAt: '2026-11-23T16:12:10Z',
      expiresInSeconds: 600,
    });
    cad.desk.verifyLink(body.code, 'account');
    const linked = await call(cad, 'POST', '/v2/general/links/check', user);
    expect(linked.body).toEqual({ ...user, linked: true, accountUuid: 'account' });
  });
});

describe('servers', () => {
  test('are replaced as a whole', async () => {
    const { cad } = await start();
    const [first] = (await call(cad, 'GET', SERVERS)).body.servers;
    expect(first).toMatchObject({ id: 1, mapIp: '', listenerPort: '' });
    const list = [
      { ...first, mapIp: '203.0.113.10', listenerPort: '30120' },
      { id: 2, name: 'Test' },
    ];
    const put = await call(cad, 'PUT', SERVERS, { servers: list, deployMap: false });
    expect(put.body).toMatchObject({ servers: list });
    expect((await call(cad, 'GET', SERVERS)).body).toEqual(put.body);
    expect((await call(cad, 'PUT', SERVERS, { servers: [{ ...first, listenerPort: 30120 }] })).status).toBe(
      400,
    );
  });

  test('beat', async () => {
    const { cad } = await start();
    const { body } = await call(cad, 'POST', `${SERVERS}/1/heartbeat`, { playerCount: 42 });
    expect(body).toEqual({ serverId: 1, playerCount: 42, receivedAtUtc: '2026-11-23T16:02:10Z' });
  });
});

test('the version is that of the plan', async () => {
  const { cad } = await start({ plan: { version: 3, name: 'PRO', isApiIncluded: true } });
  expect((await call(cad, 'GET', '/v2/general/version')).body).toEqual({ version: 3, name: 'PRO' });
});
