import { afterEach, describe, expect, test } from '@jest/globals';
import { FIXTURE_KEY, fixtureText } from '../../../test/support/fixtures.ts';
import { type ListenerExample, startListenerExample } from '../../../test/support/listener-example.ts';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import { settle, until } from '../../../test/support/settle.ts';
import { createTestConsole } from '../../../test/support/test-console.ts';
import { describeForwarding } from './describe-forwarding.ts';
import { type ForwardConfig, type ForwardSettings, forwardSchema } from './forward-config.ts';
import { startForwarding } from './start-forwarding.ts';

const running: { stop?: () => void; close?: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const { stop, close } of running.splice(0).reverse()) {
    stop?.();
    await close?.();
  }
});

/** The CAD's example of a listener, running. */
async function listener(): Promise<ListenerExample & { url: string }> {
  const started = await startListenerExample(FIXTURE_KEY);
  running.push(started);
  return { ...started, url: `http://127.0.0.1:${started.port}/sonorancad/event` };
}

/** Forwarding with real requests; only the pauses between them are the test's. */
function setUp(forward: Partial<ForwardConfig>, official: Omit<ForwardSettings, 'forward'> = {}) {
  const clock = createManualClock();
  const console = createTestConsole();
  const forwarder = startForwarding({
    settings: { forward: { ...forwardSchema().parse({}), ...forward }, ...official },
    resource: 'sonorancad',
    port: '30120',
    clock,
    console,
  });
  running.push(forwarder);
  return {
    ...forwarder,
    lines: console.lines,
    clock,
    /** Forwards recorded events of the CAD, as they came. */
    send(...names: string[]) {
      for (const name of names) {
        const text = fixtureText(name);
        forwarder.forward(new TextEncoder().encode(text), { type: JSON.parse(text).type });
      }
      clock.advance(0);
    },
    isIdle: () => forwarder.status().targets.every(({ queued }) => queued === 0),
  };
}

describe("the CAD's example of a listener", () => {
  test('gets events in order, under the official settings too', async () => {
    const { url, log } = await listener();
    const { send, isIdle, lines, status } = setUp(
      {},
      { enablePushEventForwarding: true, pushEventForwardUrl: url },
    );
    send('04_911_in_game', '08_unit_status', '04_911_in_game');
    await until(isIdle);
    const { caller } = JSON.parse(fixtureText('04_911_in_game')).data.call;
    expect(log).toEqual([`911 call of ${caller}`, 'unit status', `911 call of ${caller}`]);
    expect(status().targets).toMatchObject([{ sent: 3, failed: 0, lastStatus: 200 }]);
    expect(lines).toEqual([`info: Events are forwarded to ${new URL(url).host}.`]);
  });

  test('refuses types it does not handle; that holds nothing up', async () => {
    const { url, log } = await listener();
    const { send, isIdle, lines, status } = setUp({ enabled: true, urls: [url] });
    send('15_tone', '15_tone', '08_unit_status');
    await until(isIdle);
    expect(log).toEqual(['Invalid Type', 'Invalid Type', 'unit status']);
    expect(status().targets).toMatchObject([{ sent: 1, failed: 2 }]);
    expect(lines.filter((line) => /refused/.test(line))).toHaveLength(1);
  });

  test.each<[string, ForwardConfig['urls'][number] & object, string]>([
    ['without the key', { url: '', headers: {}, key: 'remove' }, 'Authentication Key Failed!'],
    [
      'with another key',
      { url: '', headers: {}, key: { replaceWith: 'another' } },
      'Authentication Key Failed!',
    ],
    ['with its own key', { url: '', headers: {}, key: { replaceWith: FIXTURE_KEY } }, 'unit status'],
    [
      'with its types only',
      { url: '', headers: {}, key: 'keep', types: ['EVENT_UNIT_STATUS'] },
      'unit status',
    ],
  ])('%s', async (_, options, outcome) => {
    const { url, log } = await listener();
    const { send, isIdle } = setUp({ enabled: true, urls: [{ ...options, url }] });
    send('08_unit_status');
    await until(isIdle);
    expect(log).toEqual([outcome]);
  });

  test('at an address without its path never answers, which the owner is told how to mend', async () => {
    const { url } = await listener();
    const { send, lines, isIdle, status } = setUp({
      enabled: true,
      urls: [new URL('/', url).href],
      timeoutSeconds: 0.1,
      retries: 0,
    });
    send('08_unit_status');
    await until(isIdle);
    expect(status().targets).toMatchObject([{ failed: 1, isDown: true, lastStatus: null }]);
    expect(lines[1]).toMatch(/no answer within 0\.1 s\..*answers at "\/sonorancad\/event" only/);
  });

  test('that comes up later gets what waited', async () => {
    const first = await listener();
    await first.close();
    const { send, status, clock } = setUp({ enabled: true, urls: [first.url] });
    send('04_911_in_game', '08_unit_status');
    await until(() => status().targets[0]?.lastError !== null);
    expect(describeForwarding(status())).toEqual([
      `Forwarding to 127.0.0.1:${first.port}: 0 sent, 2 waiting, 0 failed, 0 dropped; ` +
        'last trouble: connection refused (ECONNREFUSED).',
    ]);
    const second = await startListenerExample(FIXTURE_KEY, first.port);
    running.push(second);
    clock.advance(1000);
    await until(() => status().targets[0]?.queued === 0);
    expect(second.log).toHaveLength(2);
  });
});

describe('what the owner is told at the start', () => {
  test.each<[string, Partial<ForwardConfig>, Omit<ForwardSettings, 'forward'>, string[]]>([
    ['nothing while it is off', {}, {}, []],
    [
      'that it is off, where web servers are named',
      { urls: ['http://a/x'] },
      {},
      ['info: Events are not forwarded: forward.urls names web servers, but forward.enabled is false.'],
    ],
    [
      'the hosts, and nothing else of the addresses',
      { enabled: true, urls: ['http://user:secret@a:1/secret', 'https://b/?secret'] },
      {},
      ['info: Events are forwarded to a:1, b.'],
    ],
    [
      'that nothing is left to forward to',
      { enabled: true, urls: ['http://localhost:30120/sonorancad/event'] },
      {},
      [
        'warn: config.json: forward.urls[0] leads back to this resource (localhost:30120), where every event would go round for ever; it is left out.',
        'warn: Forwarding is on, but config.json names no web server to forward to (forward.urls).',
      ],
    ],
    [
      'that the official setting lacks its address',
      {},
      { enablePushEventForwarding: true, pushEventForwardUrl: 'https://host' },
      ['warn: Forwarding is on, but config.json names no web server to forward to (forward.urls).'],
    ],
  ])('%s', (_, forward, official, expected) => {
    expect(setUp(forward, official).lines).toEqual(expected);
  });
});

test('a stopped forwarder leaves no timer and lets go of its connections', async () => {
  const { url } = await listener();
  const { send, isIdle, stop, clock } = setUp({ enabled: true, urls: [url] });
  send('15_tone');
  await until(isIdle);
  send('08_unit_status');
  stop();
  await settle();
  expect(clock.pending()).toBe(0);
});
