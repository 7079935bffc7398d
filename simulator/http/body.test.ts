import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import type { RawString } from '../natives/raw-string.ts';
import type { Rig, ScriptRequestLike, ScriptResponseLike } from './test-support.ts';
import { deferred, fakeRef, startRig } from './test-support.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const GET = 'GET /cad/x HTTP/1.1\r\nHost: h\r\n\r\n';
const post = (body: string, path = '/cad/x') =>
  `POST ${path} HTTP/1.1\r\nHost: h\r\nContent-Length: ${Buffer.byteLength(body, 'latin1')}\r\n\r\n${body}`;
const echo = (request: ScriptRequestLike, response: ScriptResponseLike): void => {
  request.setDataHandler(fakeRef((body: RawString) => response.send(Buffer.from(body.bytes))));
};

describe('a body with Content-Length', () => {
  test('arrives whole, at once when it came with the head, as text bytes', async () => {
    const order: string[] = [];
    rig.target.start('cad', (request, response) => {
      request.setDataHandler(
        fakeRef((body: RawString) => order.push(Buffer.from(body.bytes).toString('latin1'))),
      );
      order.push('after');
      response.send('ok');
    });
    const client = await rig.client();
    client.send(post('\u00ff\u00fe'));
    await client.until(/ok/);
    expect(order).toEqual(['\u00ff\u00fe', 'after']);
  });

  test('arrives later, in one piece, when it comes in several packets', async () => {
    const bodies: string[] = [];
    const handled = deferred<void>();
    rig.target.start('cad', (request, response) => {
      request.setDataHandler(
        fakeRef((body: RawString) => {
          bodies.push(Buffer.from(body.bytes).toString());
          response.send('ok');
        }),
      );
      handled.resolve();
    });
    const client = await rig.client();
    client.send('POST /cad/x HTTP/1.1\r\ncontent-LENGTH: 6\r\n\r\n');
    await handled.promise;
    expect(bodies).toEqual([]);
    client.send('abc');
    client.send('def');
    await client.until(/ok/);
    expect(bodies).toEqual(['abcdef']);
  });

  test('is read also when the answer was sent before it came', async () => {
    rig.target.start('cad', (_, response) => response.send('early'));
    const client = await rig.client();
    client.send('POST /cad/x HTTP/1.1\r\nContent-Length: 3\r\n\r\n');
    await client.until(/early/);
    client.send(`abc${GET}`);
    await client.until(/early.*early/s);
    expect(rig.target.logged.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test('goes before Transfer-Encoding', async () => {
    rig.target.start('cad', echo);
    const client = await rig.client();
    client.send('POST /cad/x HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc');
    await client.until(/3\r\nabc\r\n/);
  });

  test('of any bytes arrives as sent, however it is cut', async () => {
    rig.target.start('cad', echo);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), async (body, cut) => {
        const client = await rig.client();
        const head = `POST /cad/x HTTP/1.1\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
        const bytes = Buffer.concat([Buffer.from(head), body]);
        client.send(bytes.subarray(0, cut % bytes.length));
        await new Promise(setImmediate);
        client.send(bytes.subarray(cut % bytes.length));
        const answer = await client.closed;
        const framed = `${body.length.toString(16)}\r\n${Buffer.from(body).toString('latin1')}\r\n0\r\n\r\n`;
        expect(answer.endsWith(framed)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('is answered nothing for Expect: 100-continue', async () => {
    rig.target.start('cad', echo);
    const client = await rig.client();
    client.send('POST /cad/x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n');
    client.send('ok');
    expect(await client.until(/0\r\n\r\n$/)).not.toContain('100 Continue');
  });
});

describe('a chunked body', () => {
  const CHUNKED = 'POST /cad/x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n';

  test('that comes with the head is lost', async () => {
    rig.target.start('cad', (request, response) => {
      request.setDataHandler(
        fakeRef(() => {
          throw new Error('called');
        }),
      );
      response.send('ok');
    });
    const client = await rig.client();
    client.send(`${CHUNKED}3\r\nabc\r\n0\r\n\r\n`);
    await client.until(/ok/);
    expect(rig.target.problems).toEqual([
      { kind: 'http', message: expect.stringContaining('a chunked body is lost'), resource: 'cad' },
    ]);
  });

  test('that comes later misses what the last read brought', async () => {
    const handled = deferred<void>();
    const body = deferred<string>();
    rig.target.start('cad', (request) => {
      request.setDataHandler(
        fakeRef((bytes: RawString) => body.resolve(Buffer.from(bytes.bytes).toString())),
      );
      handled.resolve();
    });
    const client = await rig.client();
    client.send(CHUNKED);
    await handled.promise;
    client.send('3\r\nabc\r\n');
    for (let count = 0; count < 20; count += 1) await new Promise(setImmediate);
    client.send('3\r\ndef\r\n0\r\n\r\n');
    expect(await body.promise).toBe('abc');
    expect(rig.target.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('lost its last 3 bytes'),
    ]);
  });

  test('that is none closes the connection', async () => {
    rig.target.start('cad', () => {});
    const client = await rig.client();
    client.send(`${CHUNKED}what\r\n`);
    expect(await client.closed).toBe('');
  });

  test('is only known by that very value', async () => {
    rig.target.start('cad', (request, response) => response.send(request.method));
    const client = await rig.client();
    client.send(`${CHUNKED.replace('chunked', 'Chunked')}${GET}`);
    await client.until(/POST.*GET/s);
  });
});
