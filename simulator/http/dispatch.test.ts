import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RawString } from '../natives/raw-string.ts';
import type { Rig, ScriptRequestLike, ScriptResponseLike } from './test-support.ts';
import { fakeRef, startRig } from './test-support.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

/** Injects one request whose handler does `run`. */
function serve(
  run: (response: ScriptResponseLike, request: ScriptRequestLike) => void,
  options: Partial<Parameters<Rig['front']['inject']>[0]> = {},
) {
  rig.target.start('cad', (request: ScriptRequestLike, response: ScriptResponseLike) =>
    run(response, request),
  );
  return rig.front.inject({ method: 'GET', path: '/cad/event', ...options });
}

describe('the request object', () => {
  test('holds method, address, path and headers as they were sent', () => {
    let seen: unknown;
    serve(
      (response, request) => {
        seen = request;
        response.send('ok');
      },
      {
        method: 'PUT',
        path: '/CAD//Event?a=%20',
        headers: { 'X-Key': '1', 'x-key': '2' },
        address: '[::1]:4000',
      },
    );
    expect(seen).toMatchObject({
      method: 'PUT',
      address: '[::1]:4000',
      path: '//Event?a=%20',
      headers: { Host: '127.0.0.1', 'X-Key': '1', 'x-key': '2' },
    });
  });

  test('carries text that is no UTF-8 as its bytes', async () => {
    const client = await rig.client();
    let request: ScriptRequestLike | undefined;
    rig.target.start('cad', (given, response) => {
      request = given;
      response.send('ok');
    });
    client.send('GET /cad/\u00fc HTTP/1.1\r\nName: \u00c3\u00bc\r\nOther: \u00ff\r\n\r\n');
    await client.until(/ok/);
    expect(request?.headers.Name).toBe('ü');
    expect(request?.headers.Other).toEqual(new RawString(Buffer.from([0xff])));
    expect(request?.path).toEqual(new RawString(Buffer.from([0x2f, 0xfc])));
  });
});

describe('the response object', () => {
  test('answers 200 without a content type unless told otherwise', () => {
    expect(serve((response) => response.send('hello')).reply).toEqual({
      status: 200,
      headers: {},
      body: 'hello',
    });
    expect(rig.target.problems).toEqual([]);
  });

  test('takes a status, headers and arrays of header values', () => {
    const { reply } = serve((response) => {
      response.writeHead(405, { Allow: ['GET', 'HEAD'], 'X-A': 'b' });
      response.write('a');
      response.write('');
      response.send('b');
    });
    expect(reply).toEqual({ status: 405, headers: { Allow: 'GET, HEAD', 'X-A': 'b' }, body: 'ab' });
    expect(rig.target.problems).toEqual([]);
  });

  test('takes an ArrayBuffer, which arrives as bytes', () => {
    expect(serve((response) => response.send(new Uint8Array([104, 105]))).reply?.body).toBe('hi');
  });

  const bad: [string, string, (response: ScriptResponseLike) => void][] = [
    [
      'send(number)',
      'response.send() takes a string or an ArrayBuffer, not a number (42)',
      (r) => r.send(42),
    ],
    ['send(true)', 'not a boolean (true)', (r) => r.send(true)],
    ['send(null or undefined)', 'not null', (r) => r.send(null)],
    ['send(object)', 'not an object', (r) => r.send({ ok: true })],
    ['send(array)', 'not an array', (r) => r.send([1])],
    ['send(Buffer), which arrives as a map', 'a Buffer or typed array?', (r) => r.send({ 0: 104, 1: 105 })],
    ['send(function)', 'not a function', (r) => r.send(fakeRef(() => {}))],
    ['write()', 'response.write() needs an argument', (r) => r.write()],
    ['write(number)', 'response.write() takes', (r) => r.write(1)],
    ['writeHead()', 'response.writeHead() needs an argument', (r) => r.writeHead()],
    [
      'writeHead(string)',
      'response.writeHead() status takes an integer, not a string (200)',
      (r) => r.writeHead('200'),
    ],
    ['writeHead(float)', 'not a number (200.5)', (r) => r.writeHead(200.5)],
    ['writeHead(2^31)', 'takes an integer', (r) => r.writeHead(2 ** 31)],
    ['writeHead(code, undefined)', 'takes an object of headers, not null', (r) => r.writeHead(200, null)],
    ['writeHead(code, array)', 'takes an object of headers, not an array', (r) => r.writeHead(200, [])],
    [
      'a number as header value',
      'header "Content-Length" takes',
      (r) => r.writeHead(200, { 'Content-Length': 12 }),
    ],
    ['a number among header values', 'header "A" takes', (r) => r.writeHead(200, { A: ['x', 1] })],
    ['null as header value', 'header "A" takes', (r) => r.writeHead(200, { A: null })],
  ];
  test.each(bad)('%s ends the server', (_, message, call) => {
    let error: unknown;
    const { reply } = serve((response) => {
      try {
        call(response);
      } catch (caught) {
        error = caught;
      }
    });
    expect(reply).toBeNull();
    expect(error).toMatchObject({ name: 'FatalHostCrash' });
    expect(rig.target.problems).toEqual([
      { kind: 'fatal', message: expect.stringContaining(message), resource: 'cad' },
    ]);
  });

  test('ends the server for a wrong type also after the client left', () => {
    let response: ScriptResponseLike | undefined;
    serve((given) => {
      response = given;
    }).cancel();
    response?.send('too late');
    expect(rig.target.problems).toEqual([]);
    expect(() => response?.send(1)).toThrow('this ends the server process');
  });
});
