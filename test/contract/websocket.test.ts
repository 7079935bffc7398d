// The websocket with real sockets against the CAD of the simulator: what comes over it ends in the store as by HTTP.

import { describe, expect, test } from '@jest/globals';
import { until } from '../support/settle.ts';
import { setUp, setUpConnected } from './websocket-stage.ts';

describe('events', () => {
  test.each(['string', 'object'] as const)('as %s end in the store as by HTTP', async (websocketPayload) => {
    const { cad, forwarded, pushed, store, websocket, openCalls } = await setUpConnected({
      cad: { wire: { websocketPayload } },
    });
    cad.desk.login({ data: { unitNum: '2-ADAM-14', communityUserId: 'a1' } });
    cad.desk.callEmergency({ caller: 'Jörg 🚓', location: 'Alta "St"', metaData: { x: '1.5', y: '-2' } });
    await until(() => openCalls() === 1);
    expect(cad.delivered).toMatchObject([{ via: 'websocket' }, { via: 'websocket' }]);
    expect(store.incidents.openCalls()).toMatchObject([{ caller: 'Jörg 🚓', position: { x: 1.5, y: -2 } }]);
    expect(forwarded.map((body) => JSON.parse(body))).toEqual(pushed);
    expect(websocket.status()).toMatchObject({ events: 2, reconnects: 0, lastError: null });
  });

  test.each([
    ['before', true],
    ['after', false],
  ])('that come by HTTP %s they come over the websocket change nothing more', async (_, isHttpFirst) => {
    const { cad, admit, pushed, changes, store, websocket } = await setUpConnected();
    const post = () => {
      const bytes = new TextEncoder().encode(JSON.stringify(pushed.at(-1))).buffer;
      admit({ bytes, header: () => undefined, from: 'test' }, (refusal) => expect(refusal).toBeNull());
    };
    const arrived = () => until(() => websocket.status().events === pushed.length);
    /** Does what pushes one event, lets it come both ways, and tells whether only the first one changed something. */
    async function both<T>(act: () => T): Promise<T> {
      const before = changes.length;
      const done = act();
      if (isHttpFirst) post();
      else await arrived();
      const made = changes.length;
      if (isHttpFirst) await arrived();
      else post();
      expect([made > before, changes.length]).toEqual([true, made]);
      return done;
    }

    const { id } = await both(() => cad.desk.login({ data: { unitNum: '1' } }));
    const { callId } = await both(() => cad.desk.callEmergency({ caller: 'Nora', location: 'Alta St' }));
    const call = await both(() => cad.desk.createDispatch({ title: 'Burglary' }));
    await both(() => cad.desk.attach(call.callId, id));
    await both(() => cad.desk.note(call.callId, 'On scene'));
    await both(() => cad.desk.setStatus(id, 3));
    await both(() => cad.desk.removeEmergency(callId));
    expect(store.incidents.openCalls()).toMatchObject([
      { title: 'Burglary', idents: [id], notes: [{ content: 'On scene' }] },
    ]);
  });

  test('with a wrong key, unknown or no events at all are refused, and those after them are not', async () => {
    const { cad, refused, openCalls } = await setUpConnected();
    cad.setApiKey('ANOTHER-KEY-0000');
    cad.desk.tone('a.mp3');
    cad.setApiKey('TEST-API-KEY-0000');
    cad.hub.call('pushEvent', 'no JSON');
    cad.hub.call('pushEvent', null);
    cad.hub.call('pushEvent');
    cad.hub.call('pushEvent', [1]);
    cad.hub.call('somethingNew', 1);
    cad.desk.push('EVENT_OF_NEXT_YEAR', {});
    cad.hub.sendText('nonsense\u001e{"type":6');
    cad.hub.sendText('}\u001e');
    cad.desk.callEmergency({ caller: 'Nora' });
    await until(() => openCalls() === 1);
    const from = "the CAD's websocket";
    expect(refused).toEqual([
      `${from}: key: the key is missing or differs from sonoran_apiKey in server.cfg`,
      `${from}: payload: body: expected JSON`,
      `${from}: payload: body: expected a JSON object`,
      `${from}: payload: body: expected JSON`,
      `${from}: payload: body: expected a JSON object`,
      `${from}: type: nothing here knows the event type EVENT_OF_NEXT_YEAR`,
      `${from}: payload: frame: expected a message of the hub`,
    ]);
  });

  test('that are too large or too deep are refused, and the connection stays', async () => {
    const { cad, refused, websocket, openCalls } = await setUpConnected();
    cad.desk.callEmergency({ description: 'x'.repeat(150_000) });
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    cad.hub.sendText(`{"type":1,"target":"pushEvent","arguments":[${deep}]}\u001e`);
    cad.desk.callEmergency({ caller: 'Nora' });
    await until(() => openCalls() === 1);
    expect(refused).toEqual([
      expect.stringContaining('too-large: '),
      expect.stringContaining('payload: body: expected JSON'),
    ]);
    expect(websocket.status().reconnects).toBe(0);
  });
});

test('what is missing in server.cfg is said once, and made up for when it is there', async () => {
  const { cad, attempt, connected, websocket, lines, convars, convarsChanged } = await setUp({
    convars: { sonoran_communityID: '' },
  });
  convarsChanged();
  attempt(60_000);
  expect(lines).toEqual([
    expect.stringMatching(/^error: Websocket: No community id: set sonoran_communityID "/),
  ]);
  expect([websocket.status().missing, cad.hub.connections()]).toEqual([
    lines[0]?.slice('error: Websocket: '.length),
    0,
  ]);
  convars.sonoran_communityID = cad.communityId;
  convarsChanged();
  attempt();
  await connected();
  expect(websocket.status().missing).toBeNull();
});

test('stop says goodbye: the CAD sends nothing there any more', async () => {
  const { cad, websocket } = await setUpConnected();
  websocket.stop();
  await cad.hub.whenEmpty();
  cad.desk.tone('a.mp3');
  expect(cad.delivered).toMatchObject([{ via: 'nowhere' }]);
});
