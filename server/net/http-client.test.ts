import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startTcpServer } from '../../test/support/tcp-server.ts';
import { createHttpClient } from './http-client.ts';

const running: { close(): void | Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()));
});

/** Asks a server that does `onRequest` to what arrives. */
async function ask(onRequest: (socket: Socket, chunk: string) => void, request: object = {}) {
  const server = await startTcpServer((socket) =>
    socket.on('data', (chunk) => onRequest(socket, `${chunk}`)),
  );
  const client = createHttpClient();
  running.push(server, client);
  const outcome = await client.send({
    method: 'GET',
    url: new URL(`http://127.0.0.1:${server.port}/v2`),
    headers: {},
    body: null,
    timeoutMs: 30_000,
    maxAnswerBytes: 20,
    ...request,
  });
  if (!outcome.ok) return outcome;
  const { body, ...head } = outcome.value;
  return { ...head, text: Buffer.from(body).toString() };
}

const reply =
  (head: string, body = '') =>
  (socket: Socket) =>
    socket.write(`HTTP/1.1 ${head}\r\n\r\n${body}`);

describe('the body of an answer', () => {
  test.each([
    ['whole', reply('200 OK\r\nContent-Length: 2', '[]'), { text: '[]', bodyTrouble: null }],
    ['missing', reply('204 No Content'), { text: '', bodyTrouble: null }],
    [
      'longer than allowed',
      reply('200 OK\r\nContent-Length: 21', 'x'.repeat(21)),
      { text: '', bodyTrouble: 'too long' },
    ],
    [
      'endless',
      (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        const timer = setInterval(() => socket.write('xxxxxxxx'), 1);
        socket.on('close', () => clearInterval(timer));
      },
      { text: 'xxxxxxxxxxxxxxxx', bodyTrouble: 'too long' },
    ],
    [
      'broken off',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[1,'),
      { text: '[1,', bodyTrouble: 'broken off' },
    ],
  ])('%s', async (_, onRequest, answer) => {
    expect(await ask(onRequest)).toMatchObject(answer);
  });

  test('that stops half way ends with the time there is', async () => {
    // Long enough for the first half to arrive on a busy machine.
    const answer = await ask(reply('200 OK\r\nContent-Length: 9', '[1,'), { timeoutMs: 3000 });
    expect(answer).toMatchObject({ status: 200, text: '[1,', bodyTrouble: 'too late' });
  });
});

test('a connection that stays half open ends with the time there is', async () => {
  expect(await ask(() => undefined, { timeoutMs: 60 })).toEqual({
    ok: false,
    error: { isTimeout: true, reason: 'no answer within 0.06 s' },
  });
});

test.each([
  ['GET', null, /^GET \/v2 (?!.*content-length)/is],
  ['DELETE', '{"identIds":[12]}', /^DELETE \/v2 .*content-length: 17.*\r\n\r\n\{"identIds":\[12\]\}$/is],
])('%s with the body %j', async (method, body, sent) => {
  let received = '';
  await ask(
    (socket, chunk) => {
      received += chunk;
      if (body === null || received.includes(body)) reply('200 OK\r\nContent-Length: 0')(socket);
    },
    { method, body },
  );
  expect(received).toMatch(sent);
});

/** Sends two requests to a server that carries out each, and ends the connection of the second without an answer. */
async function carryOutTwo(request: object) {
  let carriedOut = 0;
  const server = await startTcpServer((socket) =>
    socket.on('data', () => {
      carriedOut += 1;
      if (carriedOut === 2) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]');
    }),
  );
  const client = createHttpClient();
  running.push(server, client);
  const send = () =>
    client.send({
      method: 'POST',
      url: new URL(`http://127.0.0.1:${server.port}/v2`),
      headers: {},
      body: '{}',
      timeoutMs: 30_000,
      maxAnswerBytes: 20,
      ...request,
    });
  await send();
  const { ok } = await send();
  return { ok, carriedOut };
}

test.each([
  ['a POST is never carried out twice', {}, { ok: false, carriedOut: 2 }],
  ['what may be repeated is sent again over a new one', { isRepeatable: true }, { ok: true, carriedOut: 3 }],
  ['and so is a change to a given state', { method: 'PATCH' }, { ok: true, carriedOut: 3 }],
])('when a connection ends that was used before, %s', async (_, request, expected) => {
  expect(await carryOutTwo(request)).toEqual(expected);
});
