// The websocket with real sockets against the CAD of the simulator: what comes over it ends in the store as by HTTP.

import { afterEach, describe, expect, test } from '@jest/globals';
import { createAdmit } from '../../server/admit.ts';
import type { Change } from '../../server/cad/changes.ts';
import { createApiKeys } from '../../server/http/api-keys.ts';
import { createIntake } from '../../server/intake.ts';
import { createDecode } from '../../server/push/decode.ts';
import { pushDefinitions } from '../../server/push/registry.ts';
import { startWebsocket } from '../../server/websocket/start-websocket.ts';
import { openWsSocket } from '../../server/websocket/ws-socket.ts';
import { createManualClock as createCadClock } from '../../simulator/host/clock.ts';
import { type CadOptions, type PushEnvelope, startCad } from '../../simulator/index.ts';
import { makeStore } from '../support/make-store.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { until } from '../support/settle.ts';
import { createTestConsole } from '../support/test-console.ts';

const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of running.splice(0).reverse()) await end();
});

interface Options {
  readonly cad?: CadOptions;
  readonly convars?: Record<string, string>;
  readonly maxBodyBytes?: number;
}

async function setUp({ cad: cadOptions, convars: ownConvars, maxBodyBytes = 100_000 }: Options = {}) {
  const cadClock = createCadClock(Date.UTC(2026, 0, 1));
  const pushed: PushEnvelope[] = [];
  const cad = await startCad({ clock: cadClock, onPush: (envelope) => pushed.push(envelope), ...cadOptions });
  const clock = createManualClock();
  const console = createTestConsole();
  const store = makeStore(clock.now);
  const keys = createApiKeys();
  keys.set([cad.apiKey]);
  const changes: Change[] = [];
  const forwarded: string[] = [];
  const defects: unknown[] = [];
  const refused: string[] = [];
  const admit = createAdmit({
    keys,
    maxBodyBytes: () => maxBodyBytes,
    accept: createIntake({
      decode: createDecode(pushDefinitions),
      store,
      isFollowed: () => false,
      onAccepted: () => undefined,
      deliver: (made) => changes.push(...made),
      forward: ({ bytes }) => forwarded.push(Buffer.from(bytes).toString()),
      raise: () => undefined,
      raiseUnknown: () => undefined,
    }),
    onDefect: (where, error) => defects.push([where, error]),
  });
  const convars: Record<string, string> = {
    sonoran_apiKey: cad.apiKey,
    sonoran_communityID: cad.communityId,
    sonoran_serverId: String(cad.serverId),
    sonoran_apiUrl: cad.url,
    ...ownConvars,
  };
  let changed: () => void = () => undefined;
  const websocket = startWebsocket({
    settings: () => ({ transport: 'both', maxBodyBytes }),
    convars: {
      get: (name) => convars[name] ?? '',
      onChange: (_, run) => {
        changed = () => run('sonoran_apiKey');
      },
    },
    ...{ clock, console, admit, open: openWsSocket },
    onRefused: (from, { reason, detail }) => refused.push(`${from}: ${reason}: ${detail}`),
    onResumed: () => undefined,
    random: () => 0,
  });
  running.push(async () => {
    websocket.stop();
    await cad.close();
    expect(defects).toEqual([]);
  });
  const isConnected = () => websocket.status().connectedSince !== null;
  const connected = () => until(isConnected);
  const lost = () => until(() => !isConnected());
  const openCalls = () => store.incidents.openCalls().length;
  return {
    ...{ cad, cadClock, clock, websocket, store, admit, pushed, changes, forwarded, refused, convars },
    ...{ connected, lost, openCalls },
    lines: console.lines,
    convarsChanged: () => changed(),
    /** Starts the attempt that is due. */
    attempt: (afterMs = 0) => clock.advance(afterMs),
  };
}

/** The same, connected. */
async function setUpConnected(options: Options = {}) {
  const all = await setUp(options);
  all.attempt();
  await all.connected();
  return all;
}

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

describe('a connection that is lost', () => {
  test.each<[string, (cad: Awaited<ReturnType<typeof setUp>>['cad']) => void, string]>([
    ['cut', ({ hub }) => hub.kill(), 'connection broken off'],
    [
      'closed with a reason',
      ({ hub }) => hub.drop({ error: 'Restart', allowReconnect: true }),
      'the hub said Restart',
    ],
    ['closed without one', ({ hub }) => hub.drop(), 'the hub said goodbye'],
    ['flooded', ({ hub }) => hub.sendText('x'.repeat(300_000)), 'a message was larger than allowed'],
  ])('%s is made and authenticated again', async (_, lose, reason) => {
    const { cad, lost, connected, attempt, websocket, openCalls, lines } = await setUpConnected();
    const [first] = cad.hub.sessions();
    lose(cad);
    await lost();
    await cad.hub.whenEmpty();
    attempt(100);
    await connected();
    expect(cad.hub.sessions()).toMatchObject([{ communityId: 'test-community', serverId: 1 }]);
    expect(cad.hub.sessions()[0]?.connectionId).not.toBe(first?.connectionId);
    cad.desk.callEmergency({ caller: 'Nora' });
    await until(() => openCalls() === 1);
    expect(websocket.status()).toMatchObject({ reconnects: 1, lastError: reason });
    expect(lines.filter((line) => line.startsWith('warn'))).toEqual([expect.stringContaining(`(${reason})`)]);
  });

  test('without a word is given up after 30 s', async () => {
    const { cad, connected, clock, websocket, openCalls } = await setUpConnected();
    cad.hub.fallSilent();
    cad.desk.callEmergency({ caller: 'Lost' });
    clock.advance(29_999);
    expect(websocket.status().lastError).toBeNull();
    clock.advance(1);
    expect(websocket.status()).toMatchObject({
      connectedSince: null,
      lastError: 'nothing was heard for 30 s',
    });
    await connected();
    expect(websocket.status().reconnects).toBe(1);
    cad.desk.callEmergency({ caller: 'Nora' });
    await until(() => openCalls() === 1);
  });

  test('is not lost as long as both sides give signs of life', async () => {
    const { cad, cadClock, clock, websocket } = await setUpConnected();
    for (let passed = 0; passed < 120_000; passed += 3_000) {
      clock.advance(3_000);
      await cadClock.advance(3_000);
    }
    expect([websocket.status().reconnects, websocket.status().lastError]).toEqual([0, null]);
    expect(cad.hub.sessions()).toHaveLength(1);
  });
});

describe('a connection that does not come about', () => {
  test.each<[string, object, string]>([
    ['a status', { status: 503 }, 'it answered 503'],
    ['a redirect', { status: 302 }, 'it answered 302'],
    ['a reset', { reset: true }, 'connection broken off (ECONNRESET)'],
    ['garbage', { garbage: true }, 'the answer is not HTTP (HPE_INVALID_CONSTANT)'],
    ['something else', { status: 200 }, 'it answered 200'],
  ])('because of %s is tried again', async (_, failure, reason) => {
    const { cad, attempt, connected, websocket, lines } = await setUp();
    cad.fail({ ...failure, match: { path: '/apiWsHub' } } as Parameters<typeof cad.fail>[0]);
    attempt();
    await until(() => websocket.status().lastError !== null);
    expect(websocket.status().lastError).toBe(reason);
    attempt(100);
    await connected();
    expect(lines.map((line) => line.slice(0, 5))).toEqual(['warn:', 'info:']);
  });

  test('because nobody answers is given up after 15 s', async () => {
    const { cad, attempt, connected, clock, websocket } = await setUp();
    cad.fail({ timeout: true, match: { path: '/apiWsHub' } });
    attempt();
    await cad.seen({ path: '/apiWsHub' });
    clock.advance(15_000);
    expect(websocket.status().lastError).toBe('no connection within 15 s');
    attempt(100);
    await connected();
  });
});

describe('a refusal', () => {
  test('is tried again after a minute, not before', async () => {
    const { cad, attempt, connected, websocket, clock, lines } = await setUp();
    cad.hub.refuse('Maintenance');
    attempt();
    await until(() => websocket.status().isRefused);
    await cad.hub.whenEmpty();
    clock.advance(59_000);
    expect(cad.hub.connections()).toBe(0);
    attempt(1_000);
    await connected();
    expect(lines).toEqual([
      expect.stringMatching(/^error: Websocket: .*Maintenance/),
      expect.stringContaining('connected'),
    ]);
  });

  test('of a wrong key ends with the right one, and no line holds either', async () => {
    const { attempt, connected, websocket, lines, convars, convarsChanged, cad } = await setUp({
      convars: { sonoran_apiKey: 'WRONG-KEY-0000' },
    });
    attempt();
    await until(() => websocket.status().isRefused);
    convars.sonoran_apiKey = cad.apiKey;
    convarsChanged();
    attempt();
    await connected();
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/WRONG-KEY|TEST-API-KEY/);
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
