import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createAdmit } from '../admit.ts';
import type { HttpReply, HttpRequest } from '../ports.ts';
import type { Envelope } from '../push/envelope.ts';
import { createApiKeys } from './api-keys.ts';
import { createReceiver } from './receive.ts';
import { refusals } from './reply.ts';

/** How the fake host hands over a body: during `readBody`, when told so, or never. */
type Arrival = 'sync' | 'later' | 'never';

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  arrival?: Arrival;
}

function setUp(configured = true) {
  const clock = createManualClock();
  const keys = createApiKeys();
  if (configured) keys.set(['secret']);
  const accepted: Envelope[] = [];
  const refused: string[] = [];
  const defects: string[] = [];
  const order: string[] = [];
  const behaviour = { accept: (): void => undefined, after: (): void => undefined };
  const onDefect = (where: string, error: unknown) => defects.push(`${where}: ${error}`);
  const receive = createReceiver({
    clock,
    keys,
    limits: () => ({ maxBodyBytes: 1000, bodyTimeoutMs: 5000 }),
    greeting: () => 'hello',
    admit: createAdmit({
      keys,
      maxBodyBytes: () => 1000,
      accept({ envelope }) {
        behaviour.accept();
        const refusal = envelope.type === 'UNKNOWN' ? refusals.type('UNKNOWN') : null;
        if (!refusal) accepted.push(envelope);
        return { refusal, after: () => behaviour.after() };
      },
      onDefect,
    }),
    onRefused: (_, { reason }) => refused.push(reason),
    onDefect,
  });

  function send({ method = 'POST', path = '/event', headers, body, arrival = 'sync' }: Sent) {
    const bytes = new TextEncoder().encode('');
    const content = typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? bytes);
    const lines: Record<string, string> =
      headers ?? (body ? { 'Content-Length': String(content.length) } : {});
    const replies: HttpReply[] = [];
    let deliver = () => {};
    let cancel = () => {};
    const request: HttpRequest = {
      method,
      path,
      address: '203.0.113.7',
      header: (name) => Object.entries(lines).find(([key]) => key.toLowerCase() === name)?.[1],
      readBody(onBody) {
        deliver = () => onBody(new Uint8Array(content).buffer);
        if (arrival === 'sync') deliver();
      },
      onCancel: (onCancel) => {
        cancel = onCancel;
      },
    };
    receive(request, (reply) => {
      order.push('replied');
      replies.push(reply);
    });
    return { replies, deliver: () => deliver(), cancel: () => cancel() };
  }
  return { send, clock, accepted, refused, defects, order, behaviour };
}

const event = (extra: object = {}) =>
  JSON.stringify({ key: 'secret', type: 'event_911', data: {}, ...extra });

describe('replies', () => {
  const rows: [string, Sent, number, string][] = [
    ['an event', { body: event() }, 200, 'ok'],
    ['an event on the long path', { path: '/sonorancad/event', body: event() }, 200, 'ok'],
    ['an event with a query string', { path: '/event?a=1', body: event() }, 200, 'ok'],
    ['a byte order mark before the JSON', { body: `\ufeff${event()}` }, 200, 'ok'],
    ['an unknown type', { body: event({ type: 'unknown' }) }, 400, 'Invalid Type'],
    ['a wrong key', { body: event({ key: 'x' }) }, 400, 'Authentication Key Failed!'],
    ['no key', { body: '{"type":"EVENT_911"}' }, 400, 'Authentication Key Failed!'],
    ['a wrong key and no type', { body: '{"key":"x"}' }, 400, 'Authentication Key Failed!'],
    ['a key that is no text', { body: event({ key: { a: 1 } }) }, 400, 'Authentication Key Failed!'],
    ['no JSON', { body: '{"key":' }, 400, 'Invalid Payload: body: expected JSON'],
    [
      'bytes that are no text',
      { body: new Uint8Array([0xff, 0xfe, 0]) },
      400,
      'Invalid Payload: body: expected JSON',
    ],
    ['a list', { body: '[]' }, 400, 'Invalid Payload: body: expected a JSON object'],
    ['null', { body: 'null' }, 400, 'Invalid Payload: body: expected a JSON object'],
    [
      'no type',
      { body: '{"key":"secret"}' },
      400,
      'Invalid Payload: type: expected the name of an event, such as EVENT_911',
    ],
    [
      'a type that is no text',
      { body: event({ type: 42 }) },
      400,
      'Invalid Payload: type: expected the name of an event, such as EVENT_911',
    ],
    ['another path', { path: '/events', body: event() }, 404, 'Not Found'],
    ['a path below', { path: '/event/x', body: event() }, 404, 'Not Found'],
    ['a doubled slash', { path: '//event', body: event() }, 404, 'Not Found'],
    ['the root with POST', { path: '/', body: event() }, 404, 'Not Found'],
    ['another method', { method: 'GET' }, 405, 'Method Not Allowed'],
    ['PUT', { method: 'PUT', body: event() }, 405, 'Method Not Allowed'],
    ['no body', {}, 411, 'Length Required'],
    ['a length of zero', { headers: { 'Content-Length': '0' } }, 411, 'Length Required'],
    ['a negative length', { headers: { 'content-length': '-5' } }, 411, 'Length Required'],
    ['a length that is no number', { headers: { 'content-length': 'many' } }, 411, 'Length Required'],
    ['a chunked body', { headers: { 'Transfer-Encoding': 'chunked' } }, 411, 'Length Required'],
    ['too large a length', { headers: { 'CONTENT-LENGTH': '1001' } }, 413, 'Payload Too Large'],
    [
      'more bytes than announced',
      { headers: { 'content-length': '5' }, body: 'x'.repeat(1001) },
      413,
      'Payload Too Large',
    ],
    ['a port check', { method: 'GET', path: '/' }, 200, 'hello'],
    ['a port check with a query string', { method: 'GET', path: '/?x' }, 200, 'hello'],
  ];

  test.each(rows)('%s', (_, sent, status, body) => {
    const { replies } = setUp().send(sent);
    expect(replies).toMatchObject([
      { status, body, headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
    ]);
  });

  test('405 says what is allowed', () => {
    const [reply] = setUp().send({ method: 'DELETE' }).replies;
    expect(reply?.headers).toMatchObject({ Allow: 'POST' });
  });

  test('HEAD is answered without a body and without chunks', () => {
    const [reply] = setUp().send({ method: 'HEAD', path: '/' }).replies;
    expect(reply).toMatchObject({ status: 200, body: '', headers: { 'Transfer-Encoding': 'identity' } });
  });

  test('without a configured key nothing is read', () => {
    const { send, accepted } = setUp(false);
    expect(send({ body: event() }).replies).toMatchObject([{ status: 503, body: 'Not Configured' }]);
    expect(accepted).toEqual([]);
  });
});

describe('wrong keys', () => {
  test('beyond twenty a minute are told to slow down, while the right key is accepted', () => {
    const { send, clock, refused } = setUp();
    const statuses = () => send({ body: event({ key: 'x' }) }).replies.map(({ status }) => status);
    for (let i = 0; i < 20; i += 1) expect(statuses()).toEqual([400]);
    const [reply] = send({ body: event({ key: 'x' }) }).replies;
    expect(reply).toMatchObject({
      status: 429,
      body: 'Too Many Requests',
      headers: { 'Retry-After': '60' },
    });
    expect(send({ body: event() }).replies).toMatchObject([{ status: 200 }]);
    expect([refused.length, new Set(refused)]).toEqual([21, new Set(['key'])]);
    clock.advance(60_000);
    expect(statuses()).toEqual([400]);
  });
});

describe('the body', () => {
  test('may come later', () => {
    const { send, accepted } = setUp();
    const { replies, deliver } = send({ body: event(), arrival: 'later' });
    expect(replies).toEqual([]);
    deliver();
    expect(replies).toMatchObject([{ status: 200 }]);
    expect(accepted).toHaveLength(1);
  });

  test('that never comes is answered with 408, and too late is too late', () => {
    const { send, clock, accepted } = setUp();
    const { replies, deliver } = send({ body: event(), arrival: 'later' });
    clock.advance(5000);
    deliver();
    expect(replies).toMatchObject([{ status: 408, body: 'Request Timeout' }]);
    expect(accepted).toEqual([]);
  });

  test('of a peer that left is not waited for', () => {
    const { send, clock, refused } = setUp();
    const { replies, cancel } = send({ body: event(), arrival: 'never' });
    cancel();
    expect(clock.pending()).toBe(0);
    expect([replies, refused]).toEqual([[], []]);
  });

  test('leaves no timer behind', () => {
    const { send, clock } = setUp();
    send({ body: event() });
    send({ body: event(), arrival: 'later' }).deliver();
    expect(clock.pending()).toBe(0);
  });
});

describe('the envelope', () => {
  test('has its type in upper case', () => {
    const { send, accepted } = setUp();
    send({ body: event({ type: ' event_911 ' }) });
    expect(accepted[0]?.type).toBe('EVENT_911');
  });

  test('loses __proto__ keys at every depth', () => {
    const { send, accepted } = setUp();
    send({
      body: '{"key":"secret","type":"T","__proto__":{"a":1},"data":{"list":[{"__proto__":{"b":2},"c":3}]}}',
    });
    const { data, body } = accepted[0] ?? {};
    expect(JSON.stringify(data)).toBe('{"list":[{"c":3}]}');
    expect(Object.keys(body ?? {})).toEqual(['key', 'type', 'data']);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test.each([
    ['deep', `{"key":"secret","type":"T","data":${'['.repeat(300)}${']'.repeat(300)}}`, 'levels of nesting'],
    [
      'deep objects',
      `{"key":"secret","type":"T","data":${'{"a":'.repeat(99)}1${'}'.repeat(99)}}`,
      'levels of nesting',
    ],
  ])('is bounded: %s', (_, body, expected) => {
    const [reply] = setUp().send({ body }).replies;
    expect(reply?.status).toBe(400);
    expect(reply?.body).toContain(expected);
  });
});

describe('defects', () => {
  test('while taking in an event are answered with 500', () => {
    const { send, behaviour, defects } = setUp();
    behaviour.accept = () => {
      throw new Error('boom');
    };
    expect(send({ body: event() }).replies).toMatchObject([{ status: 500, body: 'Internal Error' }]);
    expect(defects).toEqual(['taking in an event: Error: boom']);
  });

  test('while delivering do not touch the reply', () => {
    const { send, behaviour, defects } = setUp();
    behaviour.after = () => {
      throw new Error('boom');
    };
    expect(send({ body: event() }).replies).toMatchObject([{ status: 200, body: 'ok' }]);
    expect(defects).toEqual(['delivering an event: Error: boom']);
  });

  test('the reply is given before the delivery', () => {
    const { send, behaviour, order } = setUp();
    behaviour.after = () => void order.push('delivered');
    send({ body: event() });
    expect(order).toEqual(['replied', 'delivered']);
  });
});
