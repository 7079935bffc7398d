// The built bundle beside the simulated CAD: what was never told as an event is seen all the same, and nobody is alerted.

import { afterEach, expect, test } from '@jest/globals';
import { startCad, startServer } from '../../simulator/index.ts';

const IDENTITY = 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1';
const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

async function setUp() {
  const cad = await startCad();
  running.push(() => cad.close());
  const server = await startServer({
    resourceDir: process.cwd(),
    clock: 'manual',
    convars: {
      sonoran_apiKey: cad.apiKey,
      sonoran_serverId: `${cad.serverId}`,
      sonoran_apiUrl: cad.url,
    },
    players: [{ id: 1, name: 'Iris Dale', identifiers: [`license:${IDENTITY}`], coords: [0, 0, 0] }],
  });
  running.push(() => server.shutdown());
  server.join(1);
  const client = server.client(1);
  if (!client) throw new Error('Player 1 has no game client.');
  /** Lets ticks pass until it is so; answers come over the real network meanwhile. */
  const passUntil = async (isSo: () => boolean) => {
    while (!isSo()) await server.advance(50);
  };
  /** Lets the time to the next resync pass, and the resync itself. */
  const resync = async (ms: number, nth: number) => {
    await server.advance(ms);
    await cad.seen({ endpoint: 'getUnits' }, nth);
  };
  return { cad, server, client, passUntil, resync };
}

test('calls and units are found at the start and lost events made up for, silently', async () => {
  const { cad, server, client, passUntil, resync } = await setUp();
  cad.desk.login({ data: { communityUserId: IDENTITY, unitNum: '2-ADAM-14' } });
  const missed = cad.desk.callEmergency({ caller: 'Nora', metaData: { x: '425.1', y: '-979.5' } });
  await resync(4_000, 1);
  await passUntil(() => client.blips.length > 0);
  expect(client.feed).toEqual([]);

  cad.desk.removeEmergency(missed.callId);
  await resync(6 * 60_000, 2);
  await passUntil(() => client.blips.length === 0);
  expect(client.feed).toEqual([]);

  cad.setEventUrl(`${server.url}/event`);
  cad.desk.callEmergency({ caller: 'Tom', metaData: { x: '425.1', y: '-979.5' } });
  await passUntil(() => client.feed.length > 0 && client.blips.length > 0);
});

test('a CAD that does not answer costs one line, and events are not held up by it', async () => {
  const { cad, server, client, passUntil } = await setUp();
  cad.fail({ status: 503, times: Number.POSITIVE_INFINITY });
  cad.desk.login({ data: { communityUserId: IDENTITY } });
  const troubles = () => server.console.filter(({ text }) => text.includes('has trouble of its own'));
  while (troubles().length === 0) {
    await server.advance(60_000);
    await cad.idle();
  }
  expect(troubles()).toHaveLength(1);

  cad.setEventUrl(`${server.url}/event`);
  cad.desk.login({ data: { communityUserId: IDENTITY } });
  cad.desk.callEmergency({ caller: 'Tom', metaData: { x: '425.1', y: '-979.5' } });
  await passUntil(() => client.blips.length > 0);
});
