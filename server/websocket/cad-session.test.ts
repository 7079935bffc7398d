import { describe, expect, test } from '@jest/globals';
import { createFakeHub } from '../../test/support/fake-hub.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createCadSession } from './cad-session.ts';

const KEY = 'SECRET-KEY-0000';

function setUp() {
  const clock = createManualClock();
  const hub = createFakeHub();
  const told: unknown[] = [];
  createCadSession({
    open: hub.open,
    clock,
    target: { url: 'wss://h', host: 'h', communityId: 'demo', serverId: 3, key: KEY },
    maxMessageBytes: 1000,
    onReady: () => told.push('ready'),
    onEvent: (envelope) => told.push(envelope),
    onUnreadable: () => told.push('unreadable'),
    onEnd: (end) => told.push(end),
  });
  const socket = hub.socket();
  socket.welcome();
  return { clock, socket, told };
}

test('authenticates with community, key and server', () => {
  const { socket, told } = setUp();
  expect(socket.sent.at(-1)).toEqual({
    type: 1,
    invocationId: '1',
    target: 'authenticatev2',
    arguments: ['demo', KEY, 3],
  });
  expect(told).toEqual([]);
  socket.answer({ result: { success: true, error: '', count: 0 } });
  expect(told).toEqual(['ready']);
});

describe('a refusal ends the session', () => {
  test.each<[string, { result: unknown } | { error: string }, string]>([
    ['with its reason', { result: { success: false, error: 'Invalid API key.' } }, 'Invalid API key'],
    ['without a reason', { result: { success: false } }, 'no reason given'],
    ['with an empty reason', { result: { success: false, error: '' } }, 'no reason given'],
    ['of the hub itself', { error: 'Method does not exist.' }, 'Method does not exist'],
    ['that is none', { result: 'ok' }, 'its answer to the authentication cannot be read'],
    ['that is nothing', { result: null }, 'its answer to the authentication cannot be read'],
    ['that quotes the key', { error: `No key ${KEY} here` }, 'No key (the API key) here'],
    ['that quotes it in small letters', { error: `No ${KEY.toLowerCase()}` }, 'No (the API key)'],
    ['in colours and lines', { error: '^1No\n^2key' }, '1No 2key'],
  ])('%s', (_, outcome, reason) => {
    const { socket, told, clock } = setUp();
    socket.answer(outcome);
    expect([told, socket.isClosed, clock.pending()]).toEqual([[{ reason, isRefused: true }], true, 0]);
  });

  test('whose reason is endless is cut', () => {
    const { socket, told } = setUp();
    socket.answer({ error: 'x'.repeat(1000) });
    expect((told[0] as { reason: string }).reason).toHaveLength(200);
  });
});

test('a lost connection is no refusal', () => {
  const { socket, told } = setUp();
  socket.onEnd('connection broken off');
  expect(told).toEqual([{ reason: 'connection broken off', isRefused: false }]);
});

test('events are handed on as they come, under the name of the method in any case', () => {
  const { socket, told } = setUp();
  socket.say(
    { type: 1, target: 'pushEvent', arguments: ['{"type":"T"}'] },
    { type: 1, target: 'PushEvent', arguments: [{ type: 'T' }] },
    { type: 1, target: 'pushevent', arguments: [] },
    { type: 1, target: 'somethingElse', arguments: [1] },
  );
  expect(told).toEqual(['{"type":"T"}', { type: 'T' }, undefined]);
});
