// Connections to the CAD that are lost, do not come about or are refused.

import { describe, expect, test } from '@jest/globals';
import { until } from '../support/settle.ts';
import { setUp, setUpConnected } from './websocket-stage.ts';

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
