// Whatever arrives: one reply, the server lives, and nothing changes unless the reply says so.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SimServer, startServer } from '../../simulator/index.ts';
import { fixture, fixtureNames } from '../support/fixtures.ts';
import { mutated } from '../support/mutate.ts';
import { fc } from '../support/properties.ts';
import { KEY, OFFICER } from './world.ts';

let server: SimServer;

beforeAll(async () => {
  server = await startServer({
    resourceDir: process.cwd(),
    clock: 'manual',
    convars: { sonoran_apiKey: KEY },
    players: [OFFICER],
  });
  server.join(OFFICER.id);
  await server.advance(200);
});

afterAll(() => server.shutdown());

/** 429: what is distorted in its key comes from an address that is slowed down after a while. */
const EXPECTED = new Set([200, 400, 404, 405, 411, 413, 429]);

/** Sends a request, checks that it is answered once and at once, and returns the status. */
function send(method: string, path: string, body: Uint8Array | string): number {
  const before = server.callExport('sonorancad', 'getCalls');
  const { reply } = server.inject({
    method,
    path,
    headers: { 'Content-Length': String(Buffer.byteLength(body)) },
    ...(body.length > 0 && { body }),
  });
  expect(reply).not.toBeNull();
  const status = reply?.status ?? 0;
  expect(EXPECTED).toContain(status);
  if (status !== 200) expect(server.callExport('sonorancad', 'getCalls')).toEqual(before);
  return status;
}

const fixtures = fixtureNames.filter((name) => name !== '99_malformed').map(fixture);

describe('one reply for', () => {
  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (body) => void send('POST', '/sonorancad/event', body)),
      {
        numRuns: 500,
      },
    );
  });

  test('any JSON with the right key', () => {
    const types = fc.oneof(fc.constantFrom('EVENT_911', 'EVENT_REMOVE_911'), fc.string(), fc.jsonValue());
    const envelope = fc.record(
      { key: fc.constant(KEY), type: types, data: fc.jsonValue() },
      { requiredKeys: ['key'] },
    );
    fc.assert(
      fc.property(envelope, (value) => void send('POST', '/sonorancad/event', JSON.stringify(value))),
      { numRuns: 1000 },
    );
  });

  test('any distortion of what the CAD sends', () => {
    fc.assert(
      fc.property(
        mutated(fixtures),
        (value) => void send('POST', '/sonorancad/event', JSON.stringify(value)),
      ),
      { numRuns: 2000 },
    );
  });

  test('any method and path', () => {
    const method = fc.oneof(
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'),
      fc.stringMatching(/^[A-Z]{1,9}$/),
    );
    const path = fc.oneof(
      fc.constantFrom('event', 'sonorancad/event', '', 'event?x'),
      fc.webPath().map((p) => p.slice(1)),
    );
    fc.assert(
      fc.property(method, path, (verb, rest) => {
        if (verb !== 'HEAD') send(verb, `/sonorancad/${rest}`, '{}');
      }),
      { numRuns: 500 },
    );
  });
});

test('after all of it the server is well and the officer sees exactly the open calls with a place', async () => {
  for (const metaData of [{ x: 1, y: 2 }, {}, { x: 'NaN', y: 5 }, { x: '7', y: '8' }]) {
    const data = { call: { callId: 9000 + Number(Object.keys(metaData).length), metaData } };
    expect(send('POST', '/sonorancad/event', JSON.stringify({ key: KEY, type: 'EVENT_911', data }))).toBe(
      200,
    );
  }
  await server.advance(5000);
  expect(server.allProblems()).toEqual([]);
  expect(server.console.filter(({ text }) => text.includes('Defect'))).toEqual([]);
  const calls = server.callExport('sonorancad', 'getCalls') as { position: object | null }[];
  expect(calls.length).toBeGreaterThan(0);
  expect(server.client(OFFICER.id)?.blips).toHaveLength(calls.filter(({ position }) => position).length);
});
