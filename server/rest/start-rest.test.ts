import { expect, test } from '@jest/globals';
import { makeStore } from '../../test/support/make-store.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { settle } from '../../test/support/settle.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import type { Change } from '../cad/changes.ts';
import type { HttpClientRequest } from '../net/http-client.ts';
import { describeRest } from './describe-rest.ts';
import { restConfig } from './rest-config.ts';
import { startRest } from './start-rest.ts';

const COMPLETE = { sonoran_apiKey: 'KEY', sonoran_serverId: '2' };

function setUp(settings: unknown = {}, convars: Record<string, string> = COMPLETE) {
  const clock = createManualClock(0);
  const console = createTestConsole();
  const store = makeStore(clock.now);
  const sent: HttpClientRequest[] = [];
  const delivered: Change[] = [];
  let status = 200;
  let isClosed = false;
  let changed: () => void = () => undefined;
  const rest = startRest({
    settings: () => restConfig().parse(settings),
    convars: {
      get: (name) => convars[name] ?? '',
      onChange: (_, run) => {
        changed = () => run('sonoran_apiKey');
      },
    },
    store,
    clock,
    console,
    deliver: (changes) => delivered.push(...changes),
    http: {
      async send(request) {
        sent.push(request);
        const text = request.url.pathname.endsWith('/units')
          ? '[{"id":12}]'
          : '{"ActiveCalls":[],"EmergencyCalls":[]}';
        const body = new TextEncoder().encode(text);
        return { ok: true, value: { status, retryAfterMs: null, body, bodyTrouble: null } };
      },
      close: () => {
        isClosed = true;
      },
    },
  });
  return {
    clock,
    console,
    rest,
    sent,
    delivered,
    convars,
    isClosed: () => isClosed,
    answer: (next: number) => {
      status = next;
    },
    change: () => changed(),
    run: async () => {
      clock.advance(4_000);
      for (let i = 0; i < 10; i += 1) await settle();
    },
    lines: () => describeRest(rest.client.status(), rest.resync.status(), (at) => `${clock.now() - at} ms`),
  };
}

test('asks with what server.cfg and config.json say, and heals what was missed', async () => {
  const { run, sent, delivered, lines } = setUp({ timeoutSeconds: 3 });
  expect(sent).toEqual([]);
  await run();
  expect(sent.map(({ url, timeoutMs }) => [url.origin + url.pathname, timeoutMs])).toEqual([
    ['https://api.sonorancad.com/v2/emergency/servers/2/calls', 3000],
    ['https://api.sonorancad.com/v2/emergency/servers/2/units', 3000],
  ]);
  expect(delivered.map(({ type }) => type)).toEqual(['unit.login']);
  expect(lines()).toEqual([
    'REST API: 2 requests answered, 0 failed, 0 waiting.',
    'Resync: 0 ms ago. Changes found by it that no event had told of: 1.',
  ]);
});

test.each([
  ['auto', 'auto', []],
  ['wanted', true, ['warn: REST API: No API key: set sonoran_apiKey "..." in server.cfg.']],
  ['not wanted', false, []],
])('without a key: %s', async (_, enabled, lines) => {
  const { run, console, sent } = setUp({ enabled }, {});
  await run();
  expect([console.lines, sent]).toEqual([lines, []]);
});

test('turned off, nothing is asked, and the status says so', async () => {
  const { run, sent, lines } = setUp({ enabled: false });
  await run();
  expect(sent).toEqual([]);
  expect(lines()).toEqual([
    'REST API: off. The REST API is turned off: "rest": { "enabled": false } in config.json.',
  ]);
});

test('a wrong key is told once; a new one is tried at once', async () => {
  const { run, answer, change, convars, console, rest, lines } = setUp();
  answer(401);
  await run();
  expect(console.lines).toEqual([expect.stringMatching(/^warn: REST API: .*API key \(401/)]);
  expect(lines()[0]).toMatch(
    /0 requests answered, 2 failed, 0 waiting\. It is left alone for a while\. Last trouble: /,
  );
  convars.sonoran_apiKey = 'NEW';
  answer(200);
  change();
  expect(await rest.client.getUnits()).toMatchObject({ ok: true });
});

test('ends with the resource', async () => {
  const { rest, clock, isClosed } = setUp();
  rest.stop();
  expect([clock.pending(), isClosed()]).toEqual([0, true]);
  expect(await rest.client.getVersion()).toMatchObject({ code: 'stopped' });
});

test.each([
  [{ resyncMinutes: 1 }, false],
  [{ resyncMinutes: 0 }, true],
  [{ resyncMinutes: 2 }, true],
  [{ enabled: 'yes' }, false],
  [{ timeout: 3 }, false],
])('settings %j fit: %s', (settings, isGood) => {
  expect(restConfig().safeParse(settings).success).toBe(isGood);
});
