import { describe, expect, test } from '@jest/globals';
import { createFakeHub } from '../../test/support/fake-hub.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import { pauseAfter } from './backoff.ts';
import { createWebsocketTransport } from './websocket-transport.ts';

const target = {
  url: 'wss://cad.example/apiWsHub',
  host: 'cad.example',
  communityId: 'demo',
  serverId: 3,
  key: 'KEY',
};
const MINUTE = 60_000;

function setUp() {
  const clock = createManualClock();
  const console = createTestConsole();
  const hub = createFakeHub();
  const received: unknown[] = [];
  let resumed = 0;
  const transport = createWebsocketTransport({
    open: hub.open,
    clock,
    console,
    random: () => 0,
    maxMessageBytes: () => 1000,
    receive: (envelope) => received.push(envelope),
    onUnreadable: () => received.push('unreadable'),
    onResumed: () => {
      resumed += 1;
    },
  });
  const attempts = () => hub.sockets.length;
  /** Passes until the next attempt, and gives how long that was. */
  const passToNext = () => {
    const [before, start] = [attempts(), clock.now()];
    while (attempts() === before && clock.now() - start < 5 * MINUTE) clock.advance(100);
    return clock.now() - start;
  };
  /** Passes a minute in which the hub gives signs of life. */
  const holdForMinute = () => {
    for (let passed = 0; passed < MINUTE; passed += 20_000) {
      clock.advance(20_000);
      hub.socket().say({ type: 6 });
    }
  };
  return {
    clock,
    hub,
    transport,
    received,
    attempts,
    passToNext,
    holdForMinute,
    lines: console.lines,
    resumed: () => resumed,
  };
}

/** The same, connected. */
function setUpConnected() {
  const all = setUp();
  all.transport.aim(target);
  all.clock.advance(0);
  all.hub.socket().accept();
  return all;
}

test('connects when it has a target, and not before the next tick', () => {
  const { transport, attempts, clock, hub, lines } = setUp();
  clock.advance(MINUTE);
  transport.aim(target);
  expect(attempts()).toBe(0);
  clock.advance(0);
  expect(hub.socket().url).toBe(target.url);
  expect([transport.status().connectedSince, lines]).toEqual([null, []]);
  hub.socket().accept();
  expect(transport.status()).toMatchObject({ connectedSince: clock.now(), reconnects: 0, lastError: null });
  expect(lines).toEqual([
    expect.stringContaining('connected to cad.example; it sends the events of server 3 here'),
  ]);
});

test('events are handed on and counted', () => {
  const { hub, received, transport, clock } = setUpConnected();
  clock.advance(1000);
  hub
    .socket()
    .say(
      { type: 1, target: 'pushEvent', arguments: ['a'] },
      { type: 1, target: 'pushEvent', arguments: [{}] },
    );
  hub.socket().onText('?\u001e');
  expect(received).toEqual(['a', {}, 'unreadable']);
  expect(transport.status()).toMatchObject({ events: 2, lastEventAt: clock.now() });
});

describe('a call of the hub', () => {
  test('is answered', async () => {
    const { hub, transport } = setUpConnected();
    const answer = transport.invoke('unitLocation', [[{ identId: 1 }]]);
    expect(hub.socket().sent.at(-1)).toMatchObject({ target: 'unitLocation', arguments: [[{ identId: 1 }]] });
    hub.socket().answer({ result: { success: true } });
    expect(await answer).toEqual({ ok: true, value: { success: true } });
  });

  test.each<[string, (world: ReturnType<typeof setUp>) => void]>([
    ['the connection breaks', ({ hub }) => hub.socket().onEnd('broken off')],
    ['it is not wanted any more', ({ transport }) => transport.aim(null)],
    ['the resource stops', ({ transport }) => transport.stop()],
  ])('is refused when %s before the answer, not left waiting', async (_, end) => {
    const world = setUpConnected();
    const answer = world.transport.invoke('unitLocation', []);
    end(world);
    expect(await answer).toMatchObject({ ok: false });
  });

  test('is refused at once without a connection', async () => {
    expect(await setUp().transport.invoke('unitLocation', [])).toMatchObject({ ok: false });
  });
});

describe('after a loss', () => {
  test('it connects and authenticates again, at once the first time, then ever more slowly', () => {
    const { hub, passToNext, holdForMinute, transport, clock, resumed } = setUpConnected();
    holdForMinute();
    const pauses: number[] = [];
    for (let tried = 0; tried < 6; tried += 1) {
      hub.socket().onEnd('connection broken off');
      pauses.push(passToNext());
    }
    expect(pauses).toEqual([100, 2000, 10_000, 30_000, 30_000, 30_000]);
    expect(resumed()).toBe(0);
    hub.socket().accept();
    expect(hub.socket().sent[1]).toMatchObject({ target: 'authenticatev2', arguments: ['demo', 'KEY', 3] });
    expect(transport.status()).toMatchObject({
      connectedSince: clock.now(),
      reconnects: 1,
      lastError: 'connection broken off',
    });
    expect(resumed()).toBe(1);
  });

  test('a session that held for a minute starts the pauses over', () => {
    const { hub, passToNext, holdForMinute } = setUpConnected();
    hub.socket().onEnd('x');
    passToNext();
    hub.socket().onEnd('x');
    passToNext();
    hub.socket().accept();
    holdForMinute();
    hub.socket().onEnd('x');
    expect(passToNext()).toBe(100);
  });

  test('a session that is thrown out again and again does not hammer the CAD', () => {
    const { hub, passToNext } = setUpConnected();
    const pauses: number[] = [];
    for (let tried = 0; tried < 5; tried += 1) {
      hub.socket().say({ type: 7, error: 'Another connection' });
      pauses.push(passToNext());
      hub.socket().accept();
    }
    expect(pauses).toEqual([100, 2000, 10_000, 30_000, 30_000]);
  });

  test('servers do not come back all at once', () => {
    expect([1, 2, 3, 4, 9].map((failures) => pauseAfter(failures, 1))).toEqual([
      1000, 3000, 12_500, 37_500, 37_500,
    ]);
    expect(pauseAfter(3, 0.5)).toBe(11_250);
  });
});

describe('the console', () => {
  test('has one line for a loss and one for the return, however often it is tried', () => {
    const { hub, passToNext, holdForMinute, lines } = setUpConnected();
    holdForMinute();
    for (let tried = 0; tried < 5; tried += 1) {
      hub.socket().onEnd('connection broken off');
      passToNext();
    }
    hub.socket().accept();
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^warn: Websocket: lost \(connection broken off\)\. It is tried again by itself/),
      expect.stringContaining('Websocket: connected'),
    ]);
  });

  test('has one line when the first connection does not come about', () => {
    const { transport, hub, clock, passToNext, lines } = setUp();
    transport.aim(target);
    clock.advance(0);
    for (let tried = 0; tried < 3; tried += 1) {
      hub.socket().onEnd('unknown host name (ENOTFOUND)');
      passToNext();
    }
    expect(lines).toEqual([
      expect.stringContaining('Websocket: no connection (unknown host name (ENOTFOUND))'),
    ]);
  });

  test('has one line for a session that breaks again and again, with what may be the reason, and one when it holds', () => {
    const { hub, passToNext, holdForMinute, lines } = setUpConnected();
    for (let tried = 0; tried < 5; tried += 1) {
      hub.socket().say({ type: 7 });
      passToNext();
      hub.socket().accept();
    }
    expect(lines.slice(1)).toEqual([expect.stringMatching(/lost soon after it was made.*same server id/)]);
    holdForMinute();
    expect(lines.slice(2)).toEqual([expect.stringContaining('Websocket: connected')]);
  });
});

describe('a refusal', () => {
  function refused(reason: string, { hub }: Pick<ReturnType<typeof setUp>, 'hub'>) {
    hub.socket().welcome();
    hub.socket().answer({ result: { success: false, error: reason } });
  }

  test('is told once with what to do, and tried again once a minute', () => {
    const all = setUp();
    all.transport.aim(target);
    all.clock.advance(0);
    const pauses: number[] = [];
    for (let tried = 0; tried < 3; tried += 1) {
      refused('Invalid API key.', all);
      pauses.push(all.passToNext());
    }
    expect(pauses).toEqual([MINUTE, MINUTE, MINUTE]);
    expect(all.lines).toEqual([
      expect.stringMatching(/^error: .*Invalid API key\. Compare sonoran_communityID/),
    ]);
    expect(all.lines.join()).not.toContain('KEY');
    expect(all.transport.status()).toMatchObject({ isRefused: true, lastError: 'Invalid API key' });

    refused('Invalid server ID.', all);
    all.passToNext();
    expect(all.lines).toHaveLength(2);
    all.hub.socket().accept();
    expect(all.transport.status()).toMatchObject({ isRefused: false, reconnects: 0 });
    expect(all.lines[2]).toContain('connected');
  });
});

describe('another target', () => {
  test('is connected to at once, whatever was waited for', () => {
    const { hub, transport, clock, attempts } = setUpConnected();
    const first = hub.socket();
    transport.aim({ ...target });
    clock.advance(1000);
    expect([attempts(), first.isClosed]).toEqual([1, false]);

    transport.aim({ ...target, key: 'NEW' });
    clock.advance(0);
    expect([attempts(), first.isClosed, transport.status().connectedSince]).toEqual([2, true, null]);
    hub.socket().welcome();
    hub.socket().answer({ result: { success: false, error: 'No.' } });
    transport.aim({ ...target, key: 'NEWER' });
    clock.advance(0);
    expect(attempts()).toBe(3);
    hub.socket().accept();
    expect(transport.status()).toMatchObject({ isRefused: false, connectedSince: clock.now() });
  });

  test('may be none: then there is no connection, and what is missing is told once', () => {
    const { hub, transport, clock, attempts, lines } = setUpConnected();
    transport.aim(null, 'No API key.');
    transport.aim(null, 'No API key.');
    clock.advance(MINUTE);
    expect([attempts(), hub.socket().isClosed]).toEqual([1, true]);
    expect(lines.slice(1)).toEqual(['error: Websocket: No API key.']);
  });
});

test.each<[string, (all: ReturnType<typeof setUpConnected>) => void]>([
  ['connected', () => undefined],
  ['waiting', ({ hub }) => hub.socket().onEnd('x')],
  [
    'connecting',
    ({ hub, passToNext }) => {
      hub.socket().onEnd('x');
      passToNext();
    },
  ],
])('stop ends everything while %s', (_, prepare) => {
  const all = setUpConnected();
  prepare(all);
  const tried = all.attempts();
  all.transport.stop();
  expect(all.clock.pending()).toBe(0);
  all.clock.advance(5 * MINUTE);
  expect([all.attempts(), all.hub.socket().isClosed]).toEqual([tried, true]);
});
