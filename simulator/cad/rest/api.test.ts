import { describe, expect, test } from '@jest/globals';
import { blankServer } from '../state/state.ts';
import { call, useCads } from '../test-support.ts';

const start = useCads();
const UNITS = '/v2/emergency/servers/1/units';
const VERSION = '/v2/general/version';

describe('a refusal', () => {
  test('is a problem with all its parts', async () => {
    const { cad } = await start();
    const { status, type, body } = await call(cad, 'GET', `${UNITS}?limit=1`, undefined, {});
    expect([status, type]).toEqual([401, 'application/problem+json; charset=utf-8']);
    expect(body).toEqual({
      type: 'https://httpstatuses.com/401',
      title: 'Unauthorized',
      status: 401,
      detail: 'Missing Authorization header.',
      instance: UNITS,
      traceId: expect.stringMatching(/^00-.+-00$/),
    });
  });

  test.each<[string, string, Record<string, string>, number, RegExp]>([
    ['another scheme', UNITS, { Authorization: 'Basic TEST-API-KEY-0000' }, 401, /Bearer/],
    ['a wrong key', UNITS, { Authorization: 'Bearer nope' }, 401, /invalid/],
    ['a server nobody configured', '/v2/emergency/servers/7/units', {}, 404, /7 is not configured/],
    ['a server that is no number', '/v2/emergency/servers/x/units', {}, 404, /x is not configured/],
    ['a server that is not emulated', '/v2/emergency/servers/2/units', {}, 501, /only 1/],
    ['an unknown path', '/v2/emergency/nothing', {}, 404, /No such/],
    ['the API before this one', '/emergency/get_calls', {}, 404, /No such/],
  ])('of %s', async (_, path, headers, status, detail) => {
    const { cad } = await start({ servers: [blankServer(1), blankServer(2)] });
    const reply = await call(cad, 'GET', path, undefined, {
      Authorization: `Bearer ${cad.apiKey}`,
      ...headers,
    });
    expect([reply.status, reply.body.detail]).toEqual([status, expect.stringMatching(detail)]);
  });

  test('of another method names those there are', async () => {
    const { cad } = await start();
    const { status, body } = await call(cad, 'DELETE', '/v2/general/servers');
    expect([status, body.detail]).toEqual([405, 'Allowed: GET, PUT.']);
  });

  test.each([
    ['no JSON', '{'],
    ['no body', undefined],
    ['a list', []],
  ])('of %s', async (_, body) => {
    const { cad } = await start();
    expect((await call(cad, 'POST', '/v2/general/links', body)).status).toBe(400);
  });

  test('of a plan without the API, but for its version', async () => {
    const { cad } = await start();
    cad.setPlan({ version: 0, name: 'FREE', isApiIncluded: false });
    const { status, body } = await call(cad, 'GET', UNITS);
    expect([status, body.title]).toEqual([402, 'Payment Required']);
    expect((await call(cad, 'GET', VERSION)).body).toEqual({ version: 0, name: 'FREE' });
  });

  test('of the old key once it was changed', async () => {
    const { cad, pushed } = await start();
    const old = { Authorization: `Bearer ${cad.apiKey}` };
    cad.setApiKey('NEW');
    expect((await call(cad, 'GET', UNITS, undefined, old)).status).toBe(401);
    expect((await call(cad, 'GET', UNITS)).status).toBe(200);
    cad.desk.login();
    expect(pushed[0]?.key).toBe('NEW');
  });
});

describe('limits', () => {
  test('are per endpoint and minute, and say how long to wait', async () => {
    const { cad, clock } = await start();
    const ask = async () => (await call(cad, 'GET', UNITS)).status;
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200]);
    const refused = await call(cad, 'GET', UNITS);
    expect([refused.status, refused.type]).toEqual([429, 'application/json; charset=utf-8']);
    expect(refused.body).toEqual({ message: 'API rate limit exceeded', request_id: expect.any(String) });
    // The minute has 50 s left.
    expect(refused.headers.get('retry-after')).toBe('50');
    expect((await call(cad, 'GET', VERSION)).status).toBe(200);
    await clock.advance(49_999);
    expect(await ask()).toBe(429);
    await clock.advance(1);
    expect(await ask()).toBe(200);
  });

  test('do not count requests with a wrong key', async () => {
    const { cad } = await start();
    for (let asked = 0; asked < 5; asked++) {
      await call(cad, 'GET', UNITS, undefined, { Authorization: 'Bearer nope' });
    }
    expect((await call(cad, 'GET', UNITS)).status).toBe(200);
  });

  test('can be off', async () => {
    const { cad } = await start({ limits: false });
    for (let asked = 0; asked < 5; asked++) expect((await call(cad, 'GET', UNITS)).status).toBe(200);
  });
});
