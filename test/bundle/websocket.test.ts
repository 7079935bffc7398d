// The built bundle, without any node_modules beside it, with a websocket to the simulated CAD.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { startCad, startServer } from '../../simulator/index.ts';
import { copyResource } from '../support/resource-folder.ts';

const IDENTITY = 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1';
const PLACE = { x: '425.1', y: '-979.5', z: '30.7' };
const running: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of running.splice(0).reverse()) await end();
});

async function setUp(transport: 'http' | 'websocket' | 'both', convars: Record<string, string> = {}) {
  const cad = await startCad();
  running.push(cad.close);
  const copy = copyResource({ 'config.json': JSON.stringify({ transport }) });
  running.push(copy.remove);
  expect(existsSync(path.join(copy.folder, 'node_modules'))).toBe(false);
  const server = await startServer({
    resourceDir: copy.folder,
    resourceName: 'sonorancad',
    clock: 'manual',
    convars: {
      sonoran_apiKey: cad.apiKey,
      sonoran_communityID: cad.communityId,
      sonoran_serverId: String(cad.serverId),
      sonoran_apiUrl: cad.url,
      ...convars,
    },
    players: [{ id: 1, name: 'Iris Dale', identifiers: [`license:${IDENTITY}`], coords: [0, 0, 0] }],
  });
  running.push(server.shutdown);
  server.join(1);
  const client = server.client(1);
  if (!client) throw new Error('Player 1 has no game client.');
  cad.setEventUrl(`${server.url}/event`);
  /** Lets ticks pass until it is so; the websocket is a real one meanwhile. */
  const passUntil = async (isSo: () => boolean) => {
    while (!isSo()) await server.advance(50);
  };
  const blips = () => client.blips.map(({ name }) => name);
  const status = () => {
    const { websocket } = server.callExport('sonorancad', 'getStatus') as {
      websocket: Record<string, unknown>;
    };
    return websocket;
  };
  const connected = () => passUntil(() => status().connectedSince !== null);
  const lines = (pattern: RegExp) => server.console.filter(({ text }) => pattern.test(text)).length;
  return { cad, server, client, passUntil, connected, blips, status, lines };
}

test('a 911 call that is pushed over it reaches the officer, and the port still answers', async () => {
  const { cad, server, client, passUntil, connected, blips, status, lines } = await setUp('both');
  await connected();
  expect(cad.hub.sessions()).toMatchObject([{ communityId: cad.communityId, serverId: cad.serverId }]);
  cad.desk.login({ data: { communityUserId: IDENTITY, unitNum: '2-ADAM-14' } });
  const { callId } = cad.desk.callEmergency({ caller: 'Nora', location: 'Sinner St', metaData: PLACE });
  await passUntil(() => client.blips.length > 0);
  expect(cad.delivered.map(({ via }) => via)).toEqual(['websocket', 'websocket']);
  expect(blips()).toEqual([expect.stringContaining('Sinner St')]);

  const again = JSON.stringify(cad.delivered.at(-1)?.envelope);
  const reply = await fetch(`${server.url}/event`, { method: 'POST', body: again });
  expect([reply.status, await reply.text()]).toEqual([200, 'ok']);
  expect(blips()).toHaveLength(1);
  cad.desk.removeEmergency(callId);
  await passUntil(() => client.blips.length === 0);

  expect(status()).toMatchObject({
    transport: 'both',
    missing: null,
    events: 3,
    reconnects: 0,
    lastError: null,
  });
  server.execute('sonorancad status');
  server.execute('sonorancad doctor');
  expect(lines(/Websocket: connected for \d+ s, 3 events, 0 reconnects\./)).toBe(1);
  expect(lines(/ok.*SC-SOCKET.*has been connected/)).toBe(1);
  expect(server.allProblems()).toEqual([]);
});

test('what comes while it is away is posted to the port, and it comes back by itself', async () => {
  const { cad, client, passUntil, connected, status, lines } = await setUp('both');
  await connected();
  cad.fail({ status: 503, times: 2, match: { path: '/apiWsHub' } });
  cad.hub.kill();
  await cad.hub.whenEmpty();
  cad.desk.login({ data: { communityUserId: IDENTITY } });
  cad.desk.callEmergency({ location: 'Sinner St', metaData: PLACE });
  await passUntil(() => client.blips.length === 1);
  expect(cad.delivered.map(({ via }) => via)).toEqual(['http', 'http']);

  await connected();
  cad.desk.callEmergency({ location: 'Alta St', metaData: { ...PLACE, x: '10' } });
  await passUntil(() => client.blips.length === 2);
  expect(cad.delivered.at(-1)?.via).toBe('websocket');
  expect(status()).toMatchObject({ reconnects: 1, lastError: 'it answered 503' });
  expect(lines(/Websocket: lost/)).toBe(1);
});

test('restarting or stopping the resource leaves no session behind', async () => {
  const { cad, server, connected } = await setUp('websocket');
  await connected();
  const [first] = cad.hub.sessions();
  server.restart();
  await connected();
  const seconds = cad.hub.sessions().filter(({ connectionId }) => connectionId !== first?.connectionId);
  expect(seconds).toHaveLength(1);
  server.stop('sonorancad');
  await cad.hub.whenEmpty();
  expect(server.allProblems()).toEqual([]);
});

test('over HTTP alone nothing is connected to, and the doctor says who may take the events', async () => {
  const { cad, server, lines } = await setUp('http');
  await server.advance(60_000);
  server.execute('sonorancad doctor');
  expect(cad.requests.filter(({ path: asked }) => asked === '/apiWsHub')).toEqual([]);
  expect(
    lines(
      /SC-SOCKET.*the official resource on another server, holds a websocket session for the same server id/,
    ),
  ).toBe(1);
});

test('a wrong key is told with what to do, never with the key, and the right one works at once', async () => {
  const { cad, server, connected, passUntil, status, lines } = await setUp('both', {
    sonoran_apiKey: 'WRONG-KEY-0000',
  });
  await passUntil(() => status().isRefused === true);
  expect(lines(/did not accept us.*sonoran_communityID/)).toBe(1);
  server.setConvar('sonoran_apiKey', cad.apiKey);
  await connected();
  expect(lines(/WRONG-KEY|TEST-API-KEY/)).toBe(0);
});
