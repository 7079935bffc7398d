// What the client makes of a CAD, or of whatever stands in its way, that misbehaves.

import { afterEach, describe, expect, test } from '@jest/globals';
import { connectRest, REST_KEY, serveRest } from '../../test/support/connect-rest.ts';
import { restFixtureText } from '../../test/support/fixtures.ts';
import { until } from '../../test/support/settle.ts';
import { startTcpServer } from '../../test/support/tcp-server.ts';
import type { WebReply } from '../../test/support/web-server.ts';
import type { RestClient } from './rest-client.ts';

const running: { close(): void | Promise<void> }[] = [];

afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.close();
});

/** A client of a CAD that answers as told, for as long as the test takes. */
async function serve(...options: Parameters<typeof serveRest>) {
  const served = await serveRest(...options);
  running.push(served);
  return served;
}

const call = JSON.parse(restFixtureText('get_calls')).ActiveCalls[0];

describe('trouble', () => {
  const json = { 'Content-Type': 'application/problem+json' };

  test.each<[name: string, reply: WebReply, code: string, status: number, reason: RegExp]>([
    [
      'problem+json',
      { status: 401, headers: json, body: restFixtureText('problem_401') },
      'unauthorized',
      401,
      /\(401: Missing Authorization header\)/,
    ],
    [
      'problem+json as a text',
      { status: 400, headers: json, body: JSON.stringify('{"detail":"No such unit."}') },
      'refused',
      400,
      /\(400: No such unit\)/,
    ],
    [
      'the gateway',
      { status: 429, body: restFixtureText('rate_limited_429') },
      'rate-limited',
      429,
      /API rate limit exceeded/,
    ],
    [
      'a page of a proxy',
      { status: 200, body: '<html>Welcome</html>' },
      'bad-answer',
      200,
      /did not answer in JSON/,
    ],
    [
      'a page with an error',
      { status: 502, body: '<html>Bad Gateway</html>' },
      'server-error',
      502,
      /\(502\)/,
    ],
    ['cut JSON', { status: 200, body: '[{"id":12' }, 'bad-answer', 200, /did not answer in JSON/],
    [
      'a redirect',
      { status: 302, headers: { Location: 'https://elsewhere.example/' } },
      'bad-answer',
      302,
      /sends us elsewhere/,
    ],
    [
      'the key said back',
      { status: 403, body: { detail: `Key ${REST_KEY} may not` } },
      'forbidden',
      403,
      /\(403\)/,
    ],
    [
      'a longer answer than anybody needs',
      { body: `[${' '.repeat(5 * 1024 * 1024)}]` },
      'bad-answer',
      200,
      /was too long/,
    ],
  ])('%s', async (_, reply, code, status, reason) => {
    const { client, console } = await serve(reply);
    const result = await client.setStatus({ idents: [12] }, 3);
    expect(result).toEqual({ ok: false, code, status, reason: expect.stringMatching(reason) });
    expect(JSON.stringify([result, console.lines, client.status()])).not.toContain(REST_KEY);
  });

  test.each([
    ['units', { units: 12 }, (client: RestClient) => client.getUnits(), /expected a list of units/],
    ['calls', { calls: [] }, (client: RestClient) => client.getCalls(), /expected lists of calls/],
    [
      'a new call',
      { message: 'created' },
      (client: RestClient) => client.createDispatchCall({ origin: 0, status: 0, priority: 1, title: '' }),
      /answer\.callId: expected a whole number/,
    ],
  ])('JSON that holds no %s', async (_, body, ask, reason) => {
    const { client } = await serve({ body });
    expect(await ask(client)).toEqual({
      ok: false,
      code: 'bad-answer',
      reason: expect.stringMatching(reason),
    });
  });

  test('what cannot be read of a list leaves it incomplete', async () => {
    const { client } = await serve({
      body: { ActiveCalls: [call, { callId: {} }, 7, null], EmergencyCalls: [] },
    });
    expect(await client.getCalls()).toMatchObject({
      ok: true,
      value: { dispatches: [{ callId: 501 }], emergencies: [], isComplete: false },
    });
  });

  test.each([
    ['is never answered', () => undefined],
    [
      'is half answered',
      (write: (text: string) => void) => write('HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n[{'),
    ],
    ['gets only a status line', (write: (text: string) => void) => write('HTTP/1.1 200 OK\r\n')],
  ])('a request that %s ends in time', async (_, onData) => {
    const server = await startTcpServer((socket) =>
      socket.on('data', () => onData((text) => socket.write(text))),
    );
    running.push(server);
    const connected = connectRest(server.port, { timeoutMs: 80 });
    running.push(connected);
    const { client } = connected;
    expect(await client.getUnits()).toMatchObject({ ok: false, code: 'timeout' });
  });

  test('nobody there', async () => {
    const server = await startTcpServer(() => undefined);
    await server.close();
    const connected = connectRest(server.port);
    running.push(connected);
    const { client } = connected;
    expect(await client.getUnits()).toMatchObject({
      code: 'unreachable',
      reason: expect.stringContaining(`127.0.0.1:${server.port}: connection refused (ECONNREFUSED)`),
    });
  });

  test('a plain text server where HTTPS was meant', async () => {
    const server = await startTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    running.push(server);
    const connected = connectRest(server.port, {
      convars: { sonoran_apiUrl: `https://127.0.0.1:${server.port}` },
    });
    running.push(connected);
    const { client } = connected;
    expect(await client.getUnits()).toMatchObject({ code: 'unreachable' });
  });
});

test('after five failures the CAD is left alone, and the first answer ends that', async () => {
  let isUp = false;
  const { client, asked, console, clock } = await serve(() =>
    isUp ? { body: { version: 2, name: 'PRO' } } : { status: 503 },
  );
  for (let i = 0; i < 5; i += 1) await client.addNote(501, `${i}`, 'x');
  expect(await client.getVersion()).toMatchObject({ code: 'unavailable' });
  expect(client.status()).toMatchObject({ isDown: true, failed: 6 });
  isUp = true;
  clock.advance(15_000);
  expect(await client.getVersion()).toMatchObject({ ok: true });
  expect(asked).toHaveLength(6);
  expect(console.lines.map((line) => line.split(' ')[0])).toEqual(['warn:', 'info:']);
});

test('slow answers out of order come to those who asked', async () => {
  const held: (() => void)[] = [];
  const { client, asked } = await serve(
    ({ path }) =>
      new Promise<WebReply>((resolve) => {
        held.push(() =>
          resolve(path.includes('version') ? { body: { name: 'PLUS' } } : { body: { linked: true } }),
        );
      }),
  );
  const [version, link] = [client.getVersion(), client.checkLink('p')];
  await until(() => asked.length === 2);
  for (const answer of held.reverse()) answer();
  expect([await version, await link]).toMatchObject([
    { value: { name: 'PLUS' } },
    { value: { isLinked: true } },
  ]);
});

test('a restart in between: what waits is refused', async () => {
  const { client } = await serve(() => new Promise(() => undefined));
  void client.addNote(501, 'a', 'x');
  const waiting = client.addNote(501, 'b', 'x');
  client.stop();
  expect(await waiting).toMatchObject({ code: 'stopped' });
});
