import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startHttpFront } from './index.ts';
import type { Rig } from './test-support.ts';
import { deferred, fakeRef, fakeTarget, startRig } from './test-support.ts';

let rig: Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const GET = 'GET /cad/x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n';
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};

describe('startHttpFront', () => {
  test('rejects with the error of a port in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const starting = startHttpFront({ target: fakeTarget(), port, limiter: null, now: Date.now });
    await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE', port });
    await new Promise((done) => other.close(done));
  });

  test('closes its connections when it closes, without telling scripts', async () => {
    rig = await startRig();
    const handled = deferred<void>();
    const handler = fakeRef(() => {
      throw new Error('called');
    });
    rig.target.start('cad', (request) => {
      request.setCancelHandler(handler);
      handled.resolve();
    });
    const client = await rig.client();
    client.send(GET);
    await handled.promise;
    await rig.front.close();
    expect(await client.closed).toBe('');
    await turns(3);
    expect(handler.released).toBe(1);
    rig = undefined;
  });
});

describe('the rate limiter', () => {
  const request = async (path = '/cad/x', localAddress?: string): Promise<string> => {
    const client = await rig?.client(localAddress);
    client?.send(GET.replace('/cad/x', path));
    return (await client?.closed) ?? '';
  };

  test('answers 429 before anything else but the route', async () => {
    rig = await startRig({ limiter: { rate: 1, burst: 2, exempt: false } });
    rig.target.start('cad', (_, response) => response.send('ok'));
    rig.target.start('mute');
    expect(await request()).toContain('200 OK');
    expect(await request()).toContain('200 OK');
    const refused = await request();
    expect(refused).toContain('HTTP/1.1 429 Too Many Requests\r\n');
    expect(refused).toContain('Content-Type: text/plain; charset=utf-8\r\n');
    expect(refused).toContain('Rate limit exceeded.');
    expect(refused).not.toMatch(/retry-after/i);
    expect(rig.target.logged.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(await request('/mute/x')).toContain('404 Not Found');
    expect(await request('/mute/x')).toContain('404 Not Found');
    expect(await request('/mute/x')).toContain('429');
    for (let count = 0; count < 4; count += 1)
      expect(await request('/nowhere')).toContain('Route /nowhere not found.');
    rig.timers.advance(1000);
    expect(await request()).toContain('200 OK');
  });

  test('counts addresses apart, whatever their port', async () => {
    rig = await startRig({ limiter: { rate: 1, burst: 1, exempt: false } });
    rig.target.start('cad', (_, response) => response.send('ok'));
    expect(await request('/cad/x', '127.0.0.2')).toContain('200 OK');
    expect(await request('/cad/x', '127.0.0.2')).toContain('429');
    expect(await request('/cad/x', '127.0.0.3')).toContain('200 OK');
  });

  test('lets loopback pass by default', async () => {
    rig = await startRig({ limiter: { rate: 1, burst: 1 } });
    rig.target.start('cad', (_, response) => response.send('ok'));
    for (let count = 0; count < 3; count += 1) expect(await request()).toContain('200 OK');
  });
});

describe('the limit of connections', () => {
  test('resets further connections of an address', async () => {
    rig = await startRig({ connections: { perAddress: 2, exempt: false } });
    rig.target.start('cad', (_, response) => response.send('ok'));
    const first = await rig.client();
    await rig.client();
    const third = rig.client().then(
      (client) => client.closed,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect(['', 'ECONNRESET']).toContain(await third);
    first.send(GET);
    await first.closed;
    await turns(3);
    const fourth = await rig.client();
    fourth.send(GET);
    expect(await fourth.closed).toContain('ok');
  });

  test('lets loopback pass by default', async () => {
    rig = await startRig();
    rig.target.start('cad', (_, response) => response.send('ok'));
    for (let count = 0; count < 17; count += 1) await rig.client();
    const client = await rig.client();
    client.send(GET);
    expect(await client.closed).toContain('ok');
  });
});

test('a request to a stopped resource finds no route; one under way is left without an answer', async () => {
  rig = await startRig();
  const handled = deferred<void>();
  rig.target.start('cad', () => handled.resolve());
  const waiting = await rig.client();
  waiting.send(GET);
  await handled.promise;
  rig.target.stop('cad');
  const client = await rig.client();
  client.send(GET);
  expect(await client.closed).toContain('Route /cad/x not found.');
  expect(waiting.text()).toBe('');
});
