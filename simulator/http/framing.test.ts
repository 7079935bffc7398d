import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Rig, ScriptResponseLike } from './test-support.ts';
import { startRig } from './test-support.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const get = (path = '/cad/x', headers = '') => `GET ${path} HTTP/1.1\r\nHost: h\r\n${headers}\r\n`;

describe('an answer on HTTP/1.1', () => {
  test('is chunked, dated and kept alive, whatever length the script gave', async () => {
    rig.target.start('cad', (_, response) => {
      response.writeHead(200, { 'content-length': '2', 'Content-Type': 'text/plain' });
      response.send('ok');
    });
    const client = await rig.client();
    client.send(get());
    expect(await client.until(/0\r\n\r\n$/)).toBe(
      'HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nConnection: keep-alive\r\n' +
        'Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
    );
  });

  test('starts with writeHead() and streams each write() that is not empty', async () => {
    let response: ScriptResponseLike | undefined;
    rig.target.start('cad', (_, given) => {
      response = given;
    });
    const client = await rig.client();
    client.send(get());
    while (!response) await new Promise(setImmediate);
    response.writeHead(299, { Date: 'mine', A: ['1', '2'] });
    expect(await client.until(/\r\n\r\n$/)).toBe(
      'HTTP/1.1 299 \r\nConnection: keep-alive\r\nA: 1\r\nA: 2\r\nDate: mine\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    response.write('');
    response.write('x'.repeat(17));
    expect(await client.until(/x\r\n$/)).toMatch(/\r\n\r\n11\r\nx{17}\r\n$/);
    response.send();
    expect(await client.until(/0\r\n\r\n$/)).toMatch(/x\r\n0\r\n\r\n$/);
  });

  test.each([
    ['none', '', 'keep-alive'],
    ['a beginning of keep-alive', 'connection: Keep\r\n', 'keep-alive'],
    ['close', 'Connection: close\r\n', 'close'],
    ['a list', 'Connection: keep-alive, Upgrade\r\n', 'close'],
  ])('with %s for a Connection header says %s', async (_, header, expected) => {
    rig.target.start('cad', (_request, response) => response.send('ok'));
    const client = await rig.client();
    client.send(get('/cad/x', header));
    const text = expected === 'close' ? await client.closed : await client.until(/0\r\n\r\n$/);
    expect(text).toContain(`Connection: ${expected}\r\n`);
    expect(text.endsWith('2\r\nok\r\n0\r\n\r\n')).toBe(true);
  });

  test('with Transfer-Encoding identity is not chunked and counts its first write', async () => {
    rig.target.start('cad', (_, response) => response.send('ok'));
    rig.target.start('own', (_, response) => {
      response.writeHead(200, { 'Transfer-Encoding': 'identity', 'Content-Length': '2' });
      response.send('ok');
    });
    const client = await rig.client();
    client.send(get('/own/x'));
    const own = await client.until(/ok$/);
    expect(own).toContain('Content-Length: 2\r\n\r\nok');
    expect(own).not.toContain('Transfer-Encoding');
    client.send('GET /cad/x HTTP/1.1\r\nHost: prod.ros.rockstargames.com\r\n\r\n');
    expect(await client.until(/ok.*ok$/s)).toMatch(/Content-Length: 2\r\n\r\nok$/);
    expect(rig.target.problems).toEqual([]);
  });

  test('to a 204 and to HEAD carries the chunked end all the same', async () => {
    rig.target.start('cad', (request, response) => {
      response.writeHead(request.method === 'HEAD' ? 200 : 204);
      response.send();
    });
    const client = await rig.client();
    client.send(get());
    await client.until(/HTTP\/1.1 204 No Content.*\r\n\r\n0\r\n\r\n$/s);
    client.send(get().replace('GET', 'HEAD'));
    await client.until(/HTTP\/1.1 200 OK.*\r\n\r\n0\r\n\r\n$/s);
    expect(rig.target.problems.map(({ kind }) => kind)).toEqual(['http', 'http']);
  });

  test('ended twice puts the second body where the next answer belongs', async () => {
    rig.target.start('cad', (_, response) => {
      response.send('a');
      response.send('b');
    });
    const client = await rig.client();
    client.send(get());
    await client.until(/1\r\na\r\n0\r\n\r\n1\r\nb\r\n0\r\n\r\n$/);
    expect(rig.target.problems).toMatchObject([
      { kind: 'http', message: expect.stringContaining('send() twice') },
    ]);
  });
});

test('an answer on HTTP/1.0 waits for the body and carries its length', async () => {
  rig.target.start('cad', (_, response) => {
    response.writeHead(201, { A: 'b' });
    response.send('three');
  });
  const client = await rig.client();
  client.send('GET /cad/x HTTP/1.0\r\n\r\n');
  const text = await client.until(/three$/);
  expect(text).toMatch(/^HTTP\/1.1 201 Created\r\n/);
  expect(text).toContain('A: b\r\nContent-Length: 5\r\n\r\nthree');
});
