// The built bundles beside the simulated CAD: what an officer asks for in the list reaches the CAD, and comes back.

import { afterEach, expect, test } from '@jest/globals';
import type { ListView, ScreenMessage } from '../../shared/screen.ts';
import { createTwoWayStage, type TwoWayStage } from './two-way-stage.ts';

const NOTE = 'Two suspects <b>~r~north^1';

let stage: TwoWayStage | null = null;
afterEach(() => stage?.close());

test('a note and a status', async () => {
  stage = await createTwoWayStage();
  const { cad, server, passUntil, units } = stage;
  const client = stage.games.iris;
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

  await ask('ready', {});
  const { callId } = cad.desk.createDispatch({ title: 'Burglary', idents: [units.iris] });
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
