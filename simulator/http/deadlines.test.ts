import { afterEach, describe, expect, test } from '@jest/globals';
import type { Rig, ScriptResponseLike } from './test-support.ts';
import { deferred, fakeRef, startRig } from './test-support.ts';

let rig: Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const GET = 'GET /cad/x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n';
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};

describe('a connection', () => {
  test('closes an idle connection after five seconds', async () => {
    rig = await startRig();
    const client = await rig.client();
    client.send('GET /cad');
    await turns(5);
    rig.timers.advance(4999);
    client.send('/x HTTP/1.1\r\n');
    await turns(5);
    rig.timers.advance(4999);
    await turns(5);
    rig.timers.advance(1);
    expect(await client.closed).toBe('');
  });

  /** A request without an answer; resolves once the handler runs. */
  const silent = async (head: string) => {
    const started = await startRig();
    rig = started;
    const handled = deferred<ScriptResponseLike>();
    const cancelled = deferred<void>();
    started.target.start('cad', (request, response) => {
      request.setCancelHandler(fakeRef(() => cancelled.resolve()));
      handled.resolve(response);
    });
    const client = await started.client();
    client.send(head);
    return { rig: started, client, cancelled: cancelled.promise, response: await handled.promise };
  };

  test('gives a handler 300 seconds, then tells the cancel handler', async () => {
    const { rig: running, client, cancelled } = await silent(GET);
    running.timers.advance(299_999);
    await turns(5);
    expect(running.target.logged).toEqual([]);
    running.timers.advance(1);
    await cancelled;
    expect(await client.closed).toBe('');
    expect(running.target.problems).toEqual([
      {
        kind: 'http',
        message: 'GET /cad/x: no answer in time: the server closes the connection without one',
        resource: 'cad',
      },
    ]);
    expect(running.target.logged).toMatchObject([{ status: null, ms: 300_000 }]);
  });

  test('falls back to five seconds with any later read', async () => {
    const head = 'POST /cad/x HTTP/1.1\r\nContent-Length: 9\r\n\r\n';
    const { rig: running, client, cancelled } = await silent(head);
    client.send('part');
    await turns(10);
    running.timers.advance(5000);
    await cancelled;
    expect(await client.closed).toBe('');
  });

  test('falls back to five seconds with any write', async () => {
    const { rig: running, client, response } = await silent(GET);
    response.write('begun');
    await client.until(/begun/);
    await turns(5);
    running.timers.advance(5000);
    expect(await client.closed).not.toContain('0\r\n\r\n');
  });

  test('ends 30 seconds after a write, even while a handler has longer', async () => {
    const head = 'GET /cad/x HTTP/1.1\r\n\r\n';
    const { rig: running, client, response } = await silent(head);
    response.send('first');
    await client.until(/first\r\n0\r\n\r\n$/);
    client.send(head);
    await turns(10);
    running.timers.advance(30_000);
    expect(await client.closed).toMatch(/first\r\n0\r\n\r\n$/);
    expect(running.target.problems).toHaveLength(1);
  });

  test('is set by the two convars of the server', async () => {
    rig = await startRig();
    rig.target.convars.set('sv_tcpConnectionTimeoutSeconds', '1');
    rig.target.convars.set('sv_httpHandlerConnectionTimeoutSeconds', '2');
    const handled = deferred<void>();
    rig.target.start('cad', () => handled.resolve());
    const client = await rig.client();
    client.send(GET);
    await handled.promise;
    rig.timers.advance(1999);
    await turns(5);
    expect(rig.target.logged).toEqual([]);
    rig.timers.advance(1);
    expect(await client.closed).toBe('');
  });
});
