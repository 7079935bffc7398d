import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RawString } from '../natives/raw-string.ts';
import type { Rig, ScriptRequestLike, ScriptResponseLike } from './test-support.ts';
import { deferred, fakeRef, startRig } from './test-support.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const get = (path = '/cad/x', headers = '') => `GET ${path} HTTP/1.1\r\nHost: h\r\n${headers}\r\n`;
const post = (body: string, path = '/cad/x') =>
  `POST ${path} HTTP/1.1\r\nHost: h\r\nContent-Length: ${Buffer.byteLength(body, 'latin1')}\r\n\r\n${body}`;
const echo = (request: ScriptRequestLike, response: ScriptResponseLike): void => {
  request.setDataHandler(fakeRef((body: RawString) => response.send(Buffer.from(body.bytes))));
};

describe('a connection', () => {
  test('closes without a word on what is no request', async () => {
    for (const text of [
      'GET / HTTP/1.1\r\nA b\r\n\r\n',
      'not http at all\r\n\r\n',
      'GET / HTTP/2.0\r\n\r\n',
    ]) {
      const client = await rig.client();
      client.send(text);
      expect(await client.closed).toBe('');
    }
  });

  test('closes without a word on more than 50 headers', async () => {
    rig.target.start('cad', (_, response) => response.send('ok'));
    const client = await rig.client();
    client.send(get('/cad/x', 'A: b\r\n'.repeat(50)));
    expect(await client.closed).toBe('');
    const other = await rig.client();
    other.send(get('/cad/x', 'A: b\r\n'.repeat(49)));
    await other.until(/ok/);
  });

  test('closes when more than 5 MiB wait to be read, and the cancel handler hears of it', async () => {
    const cancelled = deferred<void>();
    const bodies: number[] = [];
    rig.target.start('cad', (request) => {
      request.setCancelHandler(fakeRef(() => cancelled.resolve()));
      request.setDataHandler(fakeRef((body: RawString) => bodies.push(body.bytes.length)));
    });
    const limit = 5 * 1024 * 1024;
    const client = await rig.client();
    client.send(`POST /cad/x HTTP/1.1\r\nContent-Length: ${limit}\r\n\r\n`);
    client.send(new Uint8Array(limit));
    while (bodies.length === 0) await new Promise(setImmediate);
    const other = await rig.client();
    other.send(`POST /cad/x HTTP/1.1\r\nContent-Length: ${limit + 1}\r\n\r\n`);
    other.send(new Uint8Array(limit + 1));
    await cancelled.promise;
    expect(await other.closed).toBe('');
    expect(bodies).toEqual([limit]);
  });

  test('takes one request at a time; pipelined ones wait', async () => {
    const waiting: ScriptResponseLike[] = [];
    const paths: unknown[] = [];
    rig.target.start('cad', (request, response) => {
      paths.push(request.path);
      waiting.push(response);
    });
    const client = await rig.client();
    client.send(get('/cad/1') + get('/cad/2'));
    while (waiting.length === 0) await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(paths).toEqual(['/1']);
    waiting[0]?.send('first');
    await client.until(/first/);
    while (waiting.length === 1) await new Promise(setImmediate);
    waiting[1]?.send('second');
    await client.until(/first.*second/s);
  });

  test('leaves the body of a pipelined request unread until further bytes come', async () => {
    rig.target.start('cad', echo);
    const client = await rig.client();
    client.send(post('one') + post('two'));
    await client.until(/one/);
    for (let count = 0; count < 20; count += 1) await new Promise(setImmediate);
    expect(client.text()).not.toContain('two');
    client.send(get());
    await client.until(/one.*two/s);
  });

  test('closes with the sixth answer to requests that wait for each other', async () => {
    rig.target.start('cad', (_, response) => response.send('ok'));
    const client = await rig.client();
    for (let count = 1; count <= 5; count += 1) {
      client.send(get());
      await client.until(new RegExp(`(ok[^]*){${count}}0\r\n\r\n$`));
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    }
    client.send(get());
    const text = await client.closed;
    expect(text.match(/Connection: keep-alive/g)).toHaveLength(5);
    expect(text.match(/Connection: close/g)).toHaveLength(1);
  });

  test('closes with the eleventh answer when nothing else makes it look', async () => {
    rig.target.start('cad', (_, response) => response.send('ok'));
    const client = await rig.client();
    for (let count = 1; count <= 11; count += 1) {
      client.send('POST /cad/x HTTP/1.1\r\nContent-Length: 1\r\n\r\n');
      await client.until(new RegExp(`(ok[^]*){${count}}0\r\n\r\n$`));
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
      if (count < 11) client.send('x');
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    }
    expect((await client.closed).match(/Connection: close/g)).toHaveLength(1);
  });

  test('tells the cancel handler when the client goes, also when it only ends its side', async () => {
    for (const leave of ['destroy', 'endSending'] as const) {
      const cancelled = deferred<void>();
      const handled = deferred<ScriptResponseLike>();
      rig.target.start('cad', (request, response) => {
        request.setCancelHandler(fakeRef(() => cancelled.resolve()));
        handled.resolve(response);
      });
      const client = await rig.client();
      client.send(get());
      const response = await handled.promise;
      client[leave]();
      await cancelled.promise;
      response.send('nobody is there');
    }
    expect(rig.target.problems).toEqual([]);
  });
});
