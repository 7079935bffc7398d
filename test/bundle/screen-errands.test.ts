// The built bundles beside the simulated CAD: what an officer asks for in the list reaches the CAD, and comes back.

import { afterEach, expect, test } from '@jest/globals';
import type { ListView, ScreenMessage } from '../../shared/screen.ts';
import { startCad, startServer } from '../../simulator/index.ts';

const IDENTITY = 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1';
const NOTE = 'Two suspects <b>~r~north^1';
const PATIENCE_MS = 10_000;
const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

test('a note and a status', async () => {
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
  cad.setEventUrl(`${server.url}/event`);
  server.join(1);
  const client = server.client(1);
  if (!client) throw new Error('Player 1 has no game client.');
  const passUntil = async (isSo: () => boolean) => {
    const end = Date.now() + PATIENCE_MS;
    while (!isSo() && Date.now() < end) await server.advance(50);
    expect(isSo()).toBe(true);
  };
  const cards = () =>
    JSON.stringify(client.nuiMessages.filter(({ data }) => (data as ScreenMessage).type === 'cards'));
  const list = (): ListView | null =>
    client.nuiMessages
      .map(({ data }) => data as ScreenMessage)
      .flatMap((message) => (message.type === 'list' ? [message.list] : []))
      .at(-1) ?? null;
  // It is answered in a tick, which does not come by itself.
  const ask = (name: string, body: unknown) => {
    void client.postNui(name, body);
    return server.advance(100);
  };

  await server.advance(1000);
  await ask('ready', {});
  const unit = cad.desk.login({ data: { communityUserId: IDENTITY, unitNum: '2-ADAM-14' } });
  const { callId } = cad.desk.createDispatch({ title: 'Burglary', idents: [unit.id] });
  await passUntil(() => cards().includes('Burglary'));
  client.command('cad list');
  await ask('act', { action: 'open', key: `dispatch:${callId}` });
  await ask('note', { key: `dispatch:${callId}`, text: NOTE });
  await passUntil(() => list()?.detail?.note?.state !== 'pending');
  expect(list()?.detail?.note).toEqual({ state: 'done' });
  // What the unit wrote comes back as the CAD has it.
  await passUntil(() => list()?.detail?.call.notes[0]?.content === NOTE);

  await ask('act', { action: 'set-status', key: '1' });
  await passUntil(() => list()?.status.state !== 'pending');
  expect([list()?.status, list()?.unit?.statusLabel]).toEqual([{ state: 'done' }, 'BUSY']);
  expect(server.allProblems()).toEqual([]);
});
