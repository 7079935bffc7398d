// Every row of the reply table, over real HTTP against the built bundle.

import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SimServer, startServer } from '../../simulator/index.ts';
import { fixtureText } from '../support/fixtures.ts';
import { request } from '../support/http.ts';
import { KEY, OFFICER } from './world.ts';

const EVENT = '/sonorancad/event';
const call = fixtureText('04_911_in_game');

let server: SimServer;
let unconfigured: SimServer;

beforeAll(async () => {
  const common = { resourceDir: process.cwd(), clock: 'manual', players: [OFFICER] } as const;
  server = await startServer({ ...common, convars: { sonoran_apiKey: KEY } });
  unconfigured = await startServer(common);
});

afterAll(async () => {
  await server.shutdown();
  await unconfigured.shutdown();
});

const post = (body: string, path = EVENT) => request(server.port, 'POST', path, body);

describe('an event is accepted', () => {
  test.each([
    ['as the CAD sends it', EVENT, call],
    ['on the path as documented', '/sonorancad/sonorancad/event', call],
    ['with a query string', `${EVENT}?a=1&b`, call],
    ['whatever the casing of the folder', '/SonoranCAD/event', call],
    ['also when it changes nothing', EVENT, call],
    ['in lower case', EVENT, call.replace('EVENT_911', 'event_911').replace(KEY, KEY.toLowerCase())],
    ['with a byte order mark', EVENT, `\ufeff${call}`],
  ])('%s', async (_, path, body) => {
    const answer = await post(body, path);
    expect(answer).toMatchObject({ status: 200, body: 'ok' });
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});

describe('an event is refused', () => {
  test.each([
    ['of unknown type', fixtureText('96_unknown_type'), 'Invalid Type'],
    ['with a wrong key', fixtureText('97_bad_key'), 'Authentication Key Failed!'],
    ['without a key', fixtureText('97v_missing_key'), 'Authentication Key Failed!'],
    ['with a wrong key, whatever else is wrong', '{"key":"x","type":5}', 'Authentication Key Failed!'],
    [
      'without a type',
      fixtureText('98_missing_type'),
      'Invalid Payload: type: expected the name of an event, such as EVENT_911',
    ],
    [
      'with no data',
      `{"key":"${KEY}","type":"EVENT_911","data":null}`,
      'Invalid Payload: data: expected an object',
    ],
    [
      'with an empty list',
      `{"key":"${KEY}","type":"EVENT_911","data":[]}`,
      'Invalid Payload: data: expected 1 to 100 events',
    ],
    [
      'without an id',
      `{"key":"${KEY}","type":"EVENT_911","data":[{"call":{"callId":1}},{"call":{"caller":"SECRET"}}]}`,
      'Invalid Payload: data[1].call.callId: expected a whole number',
    ],
    ['that is cut short', fixtureText('99_malformed'), 'Invalid Payload: body: expected JSON'],
    ['that is no object', '"EVENT_911"', 'Invalid Payload: body: expected a JSON object'],
    [
      'that nests too deep',
      `{"key":"${KEY}","type":"EVENT_911","data":${'['.repeat(99)}${']'.repeat(99)}}`,
      'Invalid Payload: body: expected at most 32 levels of nesting',
    ],
  ])('%s', async (_, body, expected) => {
    expect(await post(body)).toMatchObject({ status: 400, body: expected });
  });

  test('and none of its siblings is applied', async () => {
    const before = server.callExport('sonorancad', 'getCalls');
    await post(`{"key":"${KEY}","type":"EVENT_911","data":[{"call":{"callId":77}},{"call":{}}]}`);
    expect(server.callExport('sonorancad', 'getCalls')).toEqual(before);
  });
});

describe('other requests', () => {
  test.each([
    ['another path', 'POST', '/sonorancad/other', call, 404, 'Not Found'],
    ['a path below', 'POST', '/sonorancad/event/', call, 404, 'Not Found'],
    ['another folder', 'POST', '/other/event', call, 404, 'Route /other/event not found.'],
    ['GET', 'GET', EVENT, undefined, 405, 'Method Not Allowed'],
    ['OPTIONS', 'OPTIONS', EVENT, undefined, 405, 'Method Not Allowed'],
    ['PUT', 'PUT', EVENT, call, 405, 'Method Not Allowed'],
    ['no body', 'POST', EVENT, undefined, 411, 'Length Required'],
    ['an empty body', 'POST', EVENT, '', 411, 'Length Required'],
  ])('%s', async (_, method, path, body, status, expected) => {
    const answer = await request(server.port, method, path, body);
    expect(answer).toMatchObject({ status, body: expected });
    if (status === 405) expect(answer.headers.allow).toBe('POST');
  });

  test('a chunked body is refused at once, not waited for', async () => {
    const head = `POST ${EVENT} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(await talk(server.port, `${head}5\r\nhello\r\n0\r\n\r\n`, /Length Required/)).toMatch(
      /^HTTP\/1\.1 411 /,
    );
  });

  test('too large a body is refused before it is sent', async () => {
    const head = `POST ${EVENT} HTTP/1.1\r\nHost: x\r\nContent-Length: 4194305\r\n\r\n`;
    expect(await talk(server.port, head, /Payload Too Large/)).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('a body that never comes is given up after five seconds', async () => {
    const head = `POST ${EVENT} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nshort`;
    const began = server.now();
    let isOver = false;
    const answer = talk(server.port, head, /Request Timeout/).finally(() => {
      isOver = true;
    });
    // The request and its answer are on their way for a while, too.
    while (!isOver) await server.advance(100);
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(server.now() - began).toBeGreaterThanOrEqual(5000);
  });

  test('without a key', async () => {
    const answer = await request(unconfigured.port, 'POST', EVENT, call);
    expect(answer).toMatchObject({ status: 503, body: 'Not Configured' });
    const errors = unconfigured.console.filter(({ text }) => text.includes('set sonoran_apiKey "'));
    expect(errors).toHaveLength(1);
  });

  test.each([['/sonorancad/'], ['/sonorancad'], ['/sonorancad/?x=1']])('a port check on %s', async (path) => {
    const answer = await request(server.port, 'GET', path);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatch(/^sonorancad \d+\.\d+\.\d+ is listening\. .*\/sonorancad\/event\.$/);
  });
});

test('the key is in no log line, export or event', async () => {
  await post(fixtureText('97_bad_key'));
  const status = JSON.stringify(server.callExport('sonorancad', 'getStatus'));
  const calls = JSON.stringify(server.callExport('sonorancad', 'getCalls'));
  const sent = JSON.stringify(server.sentEvents.map(({ args }) => args));
  const lines = server.console.map(({ text }) => text).join('\n');
  expect(status + calls + sent + lines).not.toMatch(/TEST-API-KEY|WRONG-KEY/i);
});

test('no answer ever broke the connection or the host', () => {
  // The host says that it throws chunked bodies away, which is why they are refused.
  expect(server.allProblems().filter(({ message }) => !message.includes('a chunked body is lost'))).toEqual(
    [],
  );
  expect(unconfigured.allProblems()).toEqual([]);
});

/** Sends raw bytes and returns what came back once it holds `until`. */
function talk(port: number, text: string, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`closed after: ${heard}`)));
    socket.on('data', (data) => {
      heard += data;
      if (!until.test(heard)) return;
      socket.removeAllListeners('close');
      socket.destroy();
      resolve(heard);
    });
  });
}
