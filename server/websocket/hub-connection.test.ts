import { describe, expect, test } from '@jest/globals';
import { createFakeHub } from '../../test/support/fake-hub.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { fc } from '../../test/support/properties.ts';
import { createHubConnection } from './hub-connection.ts';

function setUp() {
  const clock = createManualClock();
  const hub = createFakeHub();
  /** What was told, in order. */
  const told: unknown[] = [];
  const connection = createHubConnection({
    open: hub.open,
    clock,
    url: 'wss://cad.example/apiWsHub',
    maxMessageBytes: 100,
    onReady: () => told.push('ready'),
    onCall(method, args) {
      told.push([method, ...args]);
      return method === 'known';
    },
    onUnreadable: () => told.push('unreadable'),
    onEnd: (reason) => told.push(reason),
  });
  const socket = hub.socket();
  return { clock, socket, told, connection };
}

/** The same, with hands shaken and nothing told. */
function setUpReady() {
  const all = setUp();
  all.socket.welcome();
  all.told.length = 0;
  all.socket.sent.length = 0;
  return all;
}

describe('the handshake', () => {
  test('asks for the JSON protocol and is answered by an empty object', () => {
    const { socket, told } = setUp();
    expect(socket).toMatchObject({ url: 'wss://cad.example/apiWsHub', maxMessageBytes: 100, sent: [] });
    socket.onOpen();
    expect([socket.sent, told]).toEqual([[{ protocol: 'json', version: 1 }], []]);
    socket.say({});
    expect(told).toEqual(['ready']);
  });

  test('may be answered together with the first messages', () => {
    const { socket, told } = setUp();
    socket.onOpen();
    socket.say({}, { type: 6 }, { type: 1, target: 'known', arguments: ['a', 1] });
    expect(told).toEqual(['ready', ['known', 'a', 1]]);
  });

  test.each([
    ['refused', '{"error":"No."}\u001e', 'the hub refused the handshake: No.'],
    ['answered by something else', '<html>\u001e', 'what answers there is no SignalR hub'],
  ])('that is %s ends the connection', (_, text, reason) => {
    const { socket, told, clock } = setUp();
    socket.onOpen();
    socket.onText(text);
    expect([told, socket.isClosed, clock.pending()]).toEqual([[reason], true, 0]);
  });

  test.each([
    ['connection', false, 'no connection within 15 s'],
    ['handshake', true, 'no handshake within 15 s'],
  ])('is not waited for longer than 15 s: no %s', (_, isOpen, reason) => {
    const { socket, told, clock } = setUp();
    if (isOpen) socket.onOpen();
    clock.advance(14_999);
    expect(told).toEqual([]);
    clock.advance(1);
    expect([told, socket.isClosed, clock.pending()]).toEqual([[reason], true, 0]);
  });
});

describe('signs of life', () => {
  test('are sent every 15 s', () => {
    const { socket, clock } = setUpReady();
    clock.advance(10_000);
    socket.say({ type: 6 });
    clock.advance(5_000);
    expect(socket.sent).toEqual([{ type: 6 }]);
    clock.advance(15_000);
    expect(socket.sent).toHaveLength(2);
  });

  test('are expected within 30 s; anything that comes is one', () => {
    const { socket, clock, told } = setUpReady();
    clock.advance(29_000);
    socket.say({ type: 6 });
    clock.advance(29_000);
    socket.onText('half a message');
    clock.advance(29_999);
    expect(told).toEqual([]);
    clock.advance(1);
    expect([told, socket.isClosed, clock.pending()]).toEqual([['nothing was heard for 30 s'], true, 0]);
  });
});

describe('a call of the hub', () => {
  test('is answered with what the hub sends', () => {
    const { socket, connection, told, clock } = setUpReady();
    connection.invoke('first', [1], (answer) => told.push(answer));
    connection.invoke('second', ['b', null], (answer) => told.push(answer));
    expect(socket.sent).toEqual([
      { type: 1, invocationId: '1', target: 'first', arguments: [1] },
      { type: 1, invocationId: '2', target: 'second', arguments: ['b', null] },
    ]);
    socket.say({ type: 3, invocationId: '2', error: 'No.' }, { type: 3, invocationId: '1', result: 7 });
    // Neither a second answer nor one to a question that nobody asked is of interest.
    socket.say({ type: 3, invocationId: '1', result: 8 }, { type: 3, invocationId: 'x' }, { type: 3 });
    expect(told).toEqual([
      { ok: false, error: 'No.' },
      { ok: true, value: 7 },
    ]);
    clock.advance(15_000);
    expect(told).toHaveLength(2);
  });

  test('that is not answered within 15 s ends the connection', () => {
    const { connection, told, clock, socket } = setUpReady();
    connection.invoke('first', [], (answer) => told.push(answer));
    clock.advance(15_000);
    socket.say({ type: 3, invocationId: '1', result: 7 });
    expect(told).toEqual(['no answer to first within 15 s']);
  });
});

describe('a call by the hub', () => {
  test('is answered when it has an id', () => {
    const { socket, told } = setUpReady();
    socket.say(
      { type: 1, target: 'known', arguments: ['a'] },
      { type: 1, target: 'known', invocationId: 'x' },
      { type: 1, target: 'other', invocationId: 'y', arguments: 'none' },
    );
    expect(told).toEqual([['known', 'a'], ['known'], ['other']]);
    expect(socket.sent).toEqual([
      { type: 3, invocationId: 'x', result: null },
      { type: 3, invocationId: 'y', error: 'There is no such method.' },
    ]);
  });
});

describe('what is no message', () => {
  test('is passed over, and what follows is heard', () => {
    const { socket, told } = setUpReady();
    socket.onText('nonsense\u001e[]\u001e{"type":1,"target":"known"}\u001e');
    socket.onBinary();
    expect(told).toEqual(['unreadable', 'unreadable', ['known'], 'unreadable']);
  });

  test('ends the connection when it grows beyond the limit', () => {
    const { socket, told } = setUpReady();
    socket.onText('x'.repeat(60));
    expect(told).toEqual([]);
    socket.onText('x'.repeat(60));
    expect([told, socket.isClosed]).toEqual([['a message was larger than allowed'], true]);
  });

  test('never throws, whatever it is', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.json().map((text) => `${text}\u001e`),
      fc
        .record({
          type: fc.nat(9),
          target: fc.jsonValue(),
          invocationId: fc.jsonValue(),
          error: fc.jsonValue(),
        })
        .map((message) => `${JSON.stringify(message)}\u001e`),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(odd), (isReady, texts) => {
        const { socket } = isReady ? setUpReady() : setUp();
        for (const text of texts) expect(() => socket.onText(text)).not.toThrow();
      }),
    );
  });
});

describe('the end', () => {
  test.each<[string, (socket: ReturnType<typeof setUp>['socket']) => void, string]>([
    ['of the socket', (socket) => socket.onEnd('connection broken off'), 'connection broken off'],
    ['by the hub', (socket) => socket.say({ type: 7 }), 'the hub said goodbye'],
    [
      'by the hub with a reason',
      (socket) => socket.say({ type: 7, error: 'Restart', allowReconnect: true }),
      'the hub said Restart',
    ],
  ])('%s is told once and leaves nothing behind', (_, end, reason) => {
    const { socket, told, clock } = setUpReady();
    end(socket);
    end(socket);
    socket.say({ type: 1, target: 'known' });
    expect([told, socket.isClosed, clock.pending()]).toEqual([[reason], true, 0]);
  });

  test('of our own is not told', () => {
    const { socket, told, clock, connection } = setUpReady();
    connection.invoke('first', [], (answer) => told.push(answer));
    connection.close();
    socket.onEnd('closed');
    socket.say({ type: 3, invocationId: '1' });
    expect([told, socket.isClosed, clock.pending()]).toEqual([[], true, 0]);
  });

  test('before the handshake, too', () => {
    const { socket, told, clock, connection } = setUp();
    connection.close();
    expect([told, socket.isClosed, clock.pending()]).toEqual([[], true, 0]);
  });
});
