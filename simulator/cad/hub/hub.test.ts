import { describe, expect, test } from '@jest/globals';
import type { Cad } from '../cad.ts';
import { call, type HubClient, useCads, useHubClients, useListeners } from '../test-support.ts';
import { encodeFrame } from './frames.ts';

const start = useCads();
const connect = useHubClients();
const listen = useListeners();

const authenticate = (client: HubClient, cad: Cad, serverId: number | null = 1) =>
  client.invoke('authenticatev2', cad.communityId, cad.apiKey, serverId);
const pushes = (client: HubClient) => client.messages.filter(({ target }) => target === 'pushEvent');

describe('a connection', () => {
  test('begins with a handshake that is answered by an empty object', async () => {
    const { cad } = await start();
    const client = await connect(cad, { handshake: null });
    client.sendText('{"protocol":"json",');
    client.sendText('"version":1}\u001e');
    expect(await client.message(() => true)).toEqual({});
    expect(cad.hub.connections()).toBe(1);
    expect(cad.requests).toMatchObject([{ method: 'GET', path: '/apiWsHub', status: 101 }]);
  });

  test.each([
    ['another protocol', '{"protocol":"messagepack","version":1}\u001e', /messagepack.*not supported/],
    ['no handshake', '{"type":6}\u001e', /not supported/],
  ])('ends with %s', async (_, text, error) => {
    const { cad } = await start();
    const client = await connect(cad, { handshake: null });
    client.sendText(text);
    expect(await client.message(() => true)).toEqual({ error: expect.stringMatching(error) });
    await client.closed;
  });

  test('ends without a handshake within 15 s', async () => {
    const { cad, clock } = await start();
    const client = await connect(cad, { handshake: null });
    await clock.advance(15_000);
    expect(await client.message(() => true)).toEqual({ error: 'Handshake was canceled.' });
    await client.closed;
  });

  test('is pinged every 15 s and given up after 30 s of silence', async () => {
    const { cad, clock } = await start();
    const client = await connect(cad);
    await clock.advance(30_000);
    client.send({ type: 6 });
    await client.invoke('unitLocation');
    await clock.advance(30_000);
    expect(cad.hub.connections()).toBe(1);
    await clock.advance(15_000);
    await client.closed;
    expect(client.messages.map(({ type }) => type)).toEqual([undefined, 6, 6, 3, 6, 6, 7]);
  });

  test('ends when the client says goodbye', async () => {
    const { cad } = await start();
    const client = await connect(cad);
    client.send({ type: 7 });
    await client.closed;
    await cad.hub.whenEmpty();
  });

  test('ends with an error when something is no message, and hears no more', async () => {
    const { cad } = await start();
    const client = await connect(cad);
    await authenticate(client, cad);
    const report = { type: 1, target: 'unitLocation', arguments: [[{ identId: 1, location: 'Pier' }]] };
    client.sendText(`nonsense\u001e${encodeFrame(report)}`);
    expect(await client.message(({ type }) => type === 7)).toEqual({
      type: 7,
      error: 'Connection closed with an error.',
    });
    await client.closed;
    expect(cad.hub.locations).toEqual([]);
  });

  test.each<[string, object, RegExp | null]>([
    ['an unknown method', { type: 1, target: 'authenticate', arguments: [] }, /Method does not exist/],
    ['wrong arguments', { type: 1, target: 'authenticatev2', arguments: ['a'] }, /Failed to invoke/],
    ['a stream', { type: 4, target: 'authenticatev2', arguments: [] }, /no streams/],
  ])('answers an error to %s', async (_, message, error) => {
    const { cad } = await start();
    const client = await connect(cad);
    client.send({ ...message, invocationId: 'x' });
    expect(await client.message(({ type }) => type === 3)).toEqual({
      type: 3,
      invocationId: 'x',
      error: expect.stringMatching(error ?? /./),
    });
  });
});

describe('negotiation', () => {
  test('gives a token that opens one connection', async () => {
    const { cad } = await start();
    const { body } = await call(cad, 'POST', '/apiWsHub/negotiate?negotiateVersion=1');
    expect(body).toEqual({
      negotiateVersion: 1,
      connectionId: expect.any(String),
      connectionToken: expect.any(String),
      availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text'] }],
    });
    const client = await connect(cad, { query: `?id=${body.connectionToken}` });
    await authenticate(client, cad);
    expect(cad.hub.sessions()).toEqual([
      { connectionId: body.connectionId, communityId: cad.communityId, serverId: 1 },
    ]);
    await expect(connect(cad, { query: `?id=${body.connectionToken}` })).rejects.toThrow('404');
    await expect(connect(cad, { query: '?id=made-up' })).rejects.toThrow('404');
  });

  test('of the first version has no token', async () => {
    const { cad } = await start();
    const { body } = await call(cad, 'POST', '/apiWsHub/negotiate');
    expect(body.connectionToken).toBeUndefined();
    await connect(cad, { query: `?id=${body.connectionId}` });
  });
});

describe('authentication', () => {
  test.each<[string, unknown[], object]>([
    ['with a server', ['test-community', 'TEST-API-KEY-0000', 1], { success: true, error: '', count: 0 }],
    ['without one', ['test-community', 'TEST-API-KEY-0000'], { success: true, error: '', count: 0 }],
    ['of another community', ['other', 'TEST-API-KEY-0000', 1], { success: false, error: /community ID/ }],
    ['with a wrong key', ['test-community', 'nope', 1], { success: false, error: /API key/ }],
    [
      'with an unknown server',
      ['test-community', 'TEST-API-KEY-0000', 7],
      { success: false, error: /server ID/ },
    ],
  ])('%s', async (_, args, { error, ...expected }: { error?: string | RegExp }) => {
    const { cad } = await start();
    const client = await connect(cad);
    const { result } = await client.invoke('AuthenticateV2', ...args);
    expect(result).toMatchObject({
      ...expected,
      error: error instanceof RegExp ? expect.stringMatching(error) : error,
    });
    expect(cad.hub.sessions()).toHaveLength((result as { success: boolean }).success ? 1 : 0);
  });

  test('is refused on demand, and to plans without the API', async () => {
    const { cad } = await start();
    const client = await connect(cad);
    cad.hub.refuse('Maintenance', 2);
    const results = [];
    for (let tried = 0; tried < 3; tried++) results.push((await authenticate(client, cad)).result);
    expect(results).toMatchObject([
      { success: false, error: 'Maintenance' },
      { error: 'Maintenance' },
      { success: true },
    ]);
    cad.setPlan({ version: 0, name: 'FREE', isApiIncluded: false });
    expect((await authenticate(client, cad)).result).toMatchObject({ success: false });
  });
});

describe('events', () => {
  test.each([['string'], ['object']] as const)(
    'come over the websocket as %s instead of HTTP',
    async (websocketPayload) => {
      const listener = await listen();
      const { cad } = await start({ eventUrl: listener.url, wire: { websocketPayload } });
      const client = await connect(cad);
      await authenticate(client, cad);
      expect(await cad.hub.whenListening()).toMatchObject({ serverId: 1 });
      cad.desk.tone('a.mp3');
      const { arguments: args } = await client.message(({ target }) => target === 'pushEvent');
      const [payload] = args as [string | object];
      expect(typeof payload).toBe(websocketPayload);
      expect(typeof payload === 'string' ? JSON.parse(payload) : payload).toMatchObject({
        key: cad.apiKey,
        type: 'EVENT_TONE',
      });
      await cad.idle();
      expect(cad.delivered).toMatchObject([{ via: 'websocket', reply: null }]);
      expect(listener.received).toEqual([]);
    },
  );

  test.each<[string, (client: HubClient, cad: Cad) => Promise<unknown>]>([
    ['was not authenticated', async () => undefined],
    ['named no server', (client, cad) => authenticate(client, cad, null)],
    [
      'has ended',
      async (client, cad) => {
        await authenticate(client, cad);
        cad.hub.kill();
        await cad.hub.whenEmpty();
      },
    ],
  ])('go over HTTP when the connection %s', async (_, prepare) => {
    const listener = await listen();
    const { cad } = await start({ eventUrl: listener.url });
    const client = await connect(cad);
    await prepare(client, cad);
    cad.desk.tone('a.mp3');
    await cad.idle();
    expect(listener.received).toHaveLength(1);
    expect(pushes(client)).toEqual([]);
  });
});

describe('places of units', () => {
  const place = { communityUserId: 'a1', location: 'Pier', coordinates: { x: 1, y: 2, z: 3, w: 4 } };

  test('are taken down', async () => {
    const { cad } = await start();
    cad.desk.login({ data: { communityUserId: 'a1' } });
    const client = await connect(cad);
    await authenticate(client, cad, null);
    const reported = cad.hub.whenLocations();
    const { result } = await client.invoke('unitLocation', [place, { apiId: 'x', location: '' }]);
    expect(result).toEqual({ success: true, error: '', count: 2 });
    expect(await reported).toMatchObject([{ updates: [place, { apiId: 'x' }] }]);
    expect(cad.state.units.get(1)).toMatchObject({ location: 'Pier', coordinates: place.coordinates });
  });

  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /^Missing unit location updates/],
    ['an empty list', [], /^Missing unit location updates/],
    ['too many', Array(26).fill(place), /Max is 25/],
    ['one without a target', [place, { location: 'x' }], /requires identId/],
    ['one without a place', [{ identId: 1 }], /requires identId/],
  ])('are refused for %s', async (_, updates, error) => {
    const { cad } = await start();
    const client = await connect(cad);
    await authenticate(client, cad);
    const { result } = await client.invoke('unitLocation', updates);
    expect(result).toEqual({ success: false, error: expect.stringMatching(error), count: 0 });
    expect(cad.hub.locations).toEqual([]);
  });

  test('are refused before authentication, and within 200 ms of the last ones', async () => {
    const { cad, clock } = await start();
    const client = await connect(cad);
    const report = async () => (await client.invoke('unitLocation', [place])).result;
    expect(await report()).toMatchObject({ error: expect.stringMatching(/^Unauthenticated/) });
    await authenticate(client, cad);
    expect(await report()).toMatchObject({ success: true });
    await clock.advance(199);
    expect(await report()).toMatchObject({ error: expect.stringMatching(/every 200ms/) });
    await clock.advance(1);
    expect(await report()).toMatchObject({ success: true });
  });
});

describe('what a test can do to connections', () => {
  test('drop says goodbye', async () => {
    const { cad } = await start();
    const client = await connect(cad);
    cad.hub.drop({ error: 'Restart', allowReconnect: true });
    expect(await client.message(({ type }) => type === 7)).toEqual({
      type: 7,
      error: 'Restart',
      allowReconnect: true,
    });
    await client.closed;
  });

  test('kill does not', async () => {
    const { cad } = await start();
    const client = await connect(cad);
    cad.hub.kill();
    expect(await client.closed).toBe(1006);
    expect(client.messages).toEqual([{}]);
  });

  test('silence keeps them open and takes events with it', async () => {
    const { cad, clock } = await start();
    const client = await connect(cad);
    await authenticate(client, cad);
    cad.hub.fallSilent();
    cad.desk.tone('a.mp3');
    await clock.advance(20_000);
    expect(cad.delivered).toMatchObject([{ via: 'websocket' }]);
    expect(cad.hub.connections()).toBe(1);
    cad.hub.kill();
    await client.closed;
    expect(client.messages).toHaveLength(2);
  });

  test('any text and any call', async () => {
    const { cad } = await start();
    const client = await connect(cad);
    cad.hub.sendText('{"type":6');
    cad.hub.sendText('}\u001e');
    cad.hub.call('pushEvent', 'no JSON');
    await client.message(({ target }) => target === 'pushEvent');
    expect(client.messages.slice(1)).toEqual([
      { type: 6 },
      { type: 1, target: 'pushEvent', arguments: ['no JSON'] },
    ]);
  });

  test.each([
    ['a status', { status: 503 }, '503'],
    ['a reset', { reset: true }, 'ECONNRESET'],
    ['garbage', { garbage: true }, 'Parse Error'],
  ] as const)('%s instead of an upgrade', async (_, failure, error) => {
    const { cad } = await start();
    cad.fail({ ...failure, match: { path: '/apiWsHub' } });
    await expect(connect(cad)).rejects.toThrow(error);
    expect(cad.requests).toMatchObject([{ status: 'status' in failure ? 503 : null }]);
    await connect(cad);
  });

  test('an upgrade that comes late, or never', async () => {
    const { cad, clock } = await start();
    cad.fail({ slow: 1_000 });
    const late = connect(cad);
    await cad.seen({ path: '/apiWsHub' });
    expect(cad.hub.connections()).toBe(0);
    await clock.advance(1_000);
    await late;

    cad.fail({ timeout: true });
    const never = connect(cad);
    await cad.seen({ path: '/apiWsHub' }, 2);
    const gone = expect(never).rejects.toThrow();
    await cad.close();
    await gone;
  });
});
