import { describe, expect, test } from '@jest/globals';
import { call, useCads } from '../test-support.ts';

const start = useCads();
const VERSION = '/v2/general/version';
const STATUS = '/v2/emergency/servers/1/units/status';

describe('a failure on demand', () => {
  test('has a status, and comes as often as asked', async () => {
    const { cad } = await start();
    cad.fail({ status: 503, times: 2 });
    const statuses = [];
    for (let asked = 0; asked < 3; asked++) statuses.push((await call(cad, 'GET', VERSION)).status);
    expect(statuses).toEqual([503, 503, 200]);
    expect(cad.requests.map(({ status }) => status)).toEqual(statuses);
  });

  test('with 429 looks like the limit', async () => {
    const { cad } = await start();
    cad.fail({ status: 429, retryAfter: 7 });
    const { status, headers, body } = await call(cad, 'GET', VERSION);
    expect([status, headers.get('retry-after')]).toEqual([429, '7']);
    expect(body).toMatchObject({ message: 'API rate limit exceeded' });
  });

  test.each([
    ['by method', { method: 'patch' }],
    ['by path', { path: STATUS }],
    ['by pattern', { path: /status$/ }],
    ['by endpoint', { endpoint: 'setUnitStatus' }],
  ] as const)('meets only what fits %s', async (_, match) => {
    const { cad } = await start();
    cad.fail({ status: 500, match, times: Number.POSITIVE_INFINITY });
    expect((await call(cad, 'GET', VERSION)).status).toBe(200);
    expect((await call(cad, 'PATCH', STATUS, {})).status).toBe(500);
    cad.recover();
    expect((await call(cad, 'PATCH', STATUS, {})).status).toBe(400);
  });

  test('ends when told to', async () => {
    const { cad } = await start();
    const end = cad.fail({ status: 500, times: Number.POSITIVE_INFINITY });
    end();
    expect((await call(cad, 'GET', VERSION)).status).toBe(200);
  });

  test('resets the connection', async () => {
    const { cad } = await start();
    cad.fail({ reset: true });
    await expect(call(cad, 'GET', VERSION)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(cad.requests).toMatchObject([{ path: VERSION, status: null }]);
  });

  test('never answers', async () => {
    const { cad } = await start();
    cad.fail({ timeout: true });
    const giveUp = new AbortController();
    const asked = fetch(cad.url + VERSION, { signal: giveUp.signal });
    expect(await cad.seen({ path: VERSION })).toMatchObject([{ status: null }]);
    giveUp.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  test.each([
    [true, /^<!DOCTYPE html>/],
    ['{"half":', /^\{"half":$/],
  ] as const)('answers garbage: %s', async (garbage, text) => {
    const { cad } = await start();
    cad.fail({ garbage });
    const response = await fetch(cad.url + VERSION);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(await response.text()).toMatch(text);
  });

  test('answers late, by the clock of the CAD', async () => {
    const { cad, clock } = await start();
    cad.fail({ slow: 5_000 });
    let isAnswered = false;
    const asked = call(cad, 'GET', VERSION).then((reply) => {
      isAnswered = true;
      return reply;
    });
    await cad.seen({ path: VERSION });
    await clock.advance(4_999);
    expect(isAnswered).toBe(false);
    await clock.advance(1);
    expect((await asked).status).toBe(200);
  });

  test.each([
    [false, 2],
    [true, 4],
  ])('with isDone %s leaves the unit at status %s', async (isDone, status) => {
    const { cad } = await start();
    cad.desk.login();
    cad.fail({ reset: true, isDone });
    await expect(call(cad, 'PATCH', STATUS, { identIds: [1], status: 4 })).rejects.toThrow();
    expect(cad.state.units.get(1)?.status).toBe(status);
  });
});

describe('the log of requests', () => {
  test('holds what was asked and what was answered', async () => {
    const { cad } = await start();
    await call(cad, 'PATCH', `${STATUS}?dry=1`, { status: 3 });
    expect(cad.requests).toEqual([
      {
        at: Date.UTC(2026, 10, 23, 16, 2, 10),
        method: 'PATCH',
        path: STATUS,
        query: { dry: '1' },
        endpoint: 'setUnitStatus',
        headers: expect.objectContaining({ authorization: `Bearer ${cad.apiKey}` }),
        body: { status: 3 },
        status: 400,
      },
    ]);
  });

  test('tells when enough was asked', async () => {
    const { cad } = await start();
    const twice = cad.seen({ endpoint: 'getVersion' }, 2);
    await call(cad, 'GET', VERSION);
    await call(cad, 'GET', '/elsewhere');
    await call(cad, 'GET', VERSION);
    expect(await twice).toHaveLength(2);
  });
});
