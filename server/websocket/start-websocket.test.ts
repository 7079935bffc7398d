import { expect, test } from '@jest/globals';
import { createFakeHub } from '../../test/support/fake-hub.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import type { Brought } from '../admit.ts';
import { refusals } from '../http/reply.ts';
import { startWebsocket } from './start-websocket.ts';
import type { Transport } from './websocket-config.ts';

const complete = { sonoran_apiKey: 'KEY', sonoran_serverId: '2', sonoran_communityID: 'demo' };

function setUp(transport: Transport, convars: Record<string, string> = complete) {
  const clock = createManualClock();
  const console = createTestConsole();
  const hub = createFakeHub();
  const settings = { transport, maxBodyBytes: 5000 };
  const admitted: Brought[] = [];
  const refused: string[] = [];
  let resumed = 0;
  let changed: () => void = () => undefined;
  const websocket = startWebsocket({
    settings: () => settings,
    convars: {
      get: (name) => convars[name] ?? '',
      onChange: (_, run) => {
        changed = () => run('sonoran_apiKey');
      },
    },
    ...{ clock, console, open: hub.open, random: () => 0 },
    admit(brought, answer) {
      admitted.push(brought);
      answer(Buffer.from(brought.bytes).toString() === '{}' ? refusals.key() : null);
    },
    onRefused: (from, { reason }) => refused.push(`${from}: ${reason}`),
    onResumed: () => {
      resumed += 1;
    },
  });
  return {
    ...{ clock, hub, settings, websocket, admitted, refused, lines: console.lines },
    convarsChanged: () => changed(),
    resumed: () => resumed,
  };
}

test('over HTTP alone there is no connection, and nothing is missing', () => {
  const { clock, hub, websocket, convarsChanged, lines } = setUp('http', {});
  convarsChanged();
  clock.advance(60_000);
  expect([hub.sockets, lines, clock.pending()]).toEqual([[], [], 0]);
  expect(websocket.status()).toMatchObject({ transport: 'http', missing: null, connectedSince: null });
});

test.each(['websocket', 'both'] as const)(
  '%s connects, and the settings may change while it does',
  (transport) => {
    const { clock, hub, settings, websocket } = setUp(transport);
    expect(hub.sockets).toEqual([]);
    clock.advance(0);
    hub.socket().accept();
    expect(websocket.status()).toMatchObject({ transport, missing: null, connectedSince: clock.now() });
    // An envelope that is just allowed has to get through, with all of its quotes escaped.
    expect(hub.socket().maxMessageBytes).toBeGreaterThan(2 * settings.maxBodyBytes);

    settings.transport = 'http';
    websocket.settingsChanged();
    expect([hub.socket().isClosed, websocket.status().connectedSince, clock.pending()]).toEqual([
      true,
      null,
      0,
    ]);
    settings.transport = transport;
    websocket.settingsChanged();
    clock.advance(0);
    expect(hub.sockets).toHaveLength(2);
  },
);

test('an event is admitted as a body without headers, and a refusal is told', () => {
  const { clock, hub, admitted, refused } = setUp('both');
  clock.advance(0);
  hub.socket().accept();
  const push = (...args: unknown[]) => hub.socket().say({ type: 1, target: 'pushEvent', arguments: args });
  push('{"type":"T"}');
  push({});
  push();
  hub.socket().onBinary();
  expect(admitted.map(({ bytes, header }) => [Buffer.from(bytes).toString(), header('x')])).toEqual([
    ['{"type":"T"}', undefined],
    ['{}', undefined],
  ]);
  const from = "the CAD's websocket";
  expect(refused).toEqual([`${from}: key`, `${from}: payload`, `${from}: payload`]);
});

test('what may have been missed is asked for after a reconnection, not after the first one', () => {
  const { clock, hub, resumed } = setUp('both');
  clock.advance(0);
  hub.socket().accept();
  expect(resumed()).toBe(0);
  hub.socket().onEnd('connection broken off');
  clock.advance(0);
  hub.socket().accept();
  expect(resumed()).toBe(1);
});
