// Whatever bodies arrive: each is answered once, nothing is thrown or rejected, and what is kept stays within bounds.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { start } from '../../server/main.ts';
import { createFakeHost, type FakeHost } from '../support/fake-host.ts';
import { FIXTURE_KEY, fixture, fixtureNames } from '../support/fixtures.ts';
import { mutated } from '../support/mutate.ts';
import { fc } from '../support/properties.ts';
import { settle } from '../support/settle.ts';

const MAX = 20;
/** Units logged in since the start and calls over by now are remembered for a while, each kind this many. */
const MAX_REMEMBERED = 1000;

let host: FakeHost;
const encoder = new TextEncoder();

beforeAll(() => {
  host = createFakeHost({
    config: {
      calls: { maxOpen: MAX },
      units: { max: MAX },
      audience: { rules: [{ match: { page: 0 }, see: 'attached', alert: 'attached' }] },
    },
    convars: { sonoran_apiKey: FIXTURE_KEY },
    players: [
      { id: 1, identifiers: [`license:${'a1'.repeat(20)}`] },
      { id: 2, identifiers: ['steam:1100001000000b2'], aces: ['sonorancad.duty'] },
      { id: 7, identifiers: [`license:${'c3'.repeat(20)}`] },
    ],
  });
  start(host);
});

const STATUSES = new Set([200, 400, 411, 413, 429]);
let posted = 0;

/** Posts a body and returns the status. Every hundredth time a tick of the host passes. */
function post(body: Uint8Array): number {
  const replies = host.post(body);
  posted += 1;
  if (posted % 100 === 0) host.clock.advance(50);
  const [reply] = replies;
  if (replies.length !== 1 || !reply || !STATUSES.has(reply.status) || typeof reply.body !== 'string') {
    throw new Error(`answered with ${JSON.stringify(replies)}`);
  }
  return reply.status;
}

const json = (value: unknown) => encoder.encode(JSON.stringify(value));
const fixtures = fixtureNames.filter((name) => name !== '99_malformed').map(fixture);
const types = [...new Set(fixtures.flatMap(({ type }) => type ?? []))];

describe('100,000 bodies', () => {
  test('of any bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => encoder.encode(text)),
      fc.json({ maxDepth: 3 }).map((text) => encoder.encode(text)),
    );
    fc.assert(
      fc.property(bytes, (body) => void post(body)),
      { numRuns: 20_000 },
    );
  });

  test('of any JSON under the right key', () => {
    const envelope = fc.record(
      {
        key: fc.constant(FIXTURE_KEY),
        type: fc.oneof(fc.constantFrom(...types), fc.jsonValue()),
        data: fc.oneof(
          fc.jsonValue(),
          fc.record({ callId: fc.nat(30), idents: fc.array(fc.nat(30)), call: fc.jsonValue() }),
        ),
      },
      { requiredKeys: ['key', 'type'] },
    );
    fc.assert(
      fc.property(envelope, (value) => void post(json(value))),
      { numRuns: 20_000 },
    );
  });

  test('of distorted events of the CAD', () => {
    const seen = new Map<number, number>();
    fc.assert(
      fc.property(mutated(fixtures), (value) => {
        const status = post(json(value));
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }),
      { numRuns: 60_000 },
    );
    // Distorted enough to be refused often, and close enough to be accepted often.
    expect(seen.get(200)).toBeGreaterThan(5000);
    expect(seen.get(400)).toBeGreaterThan(5000);
  });
});

test('leave the server well, with no more in it than it may hold', async () => {
  // A rejection that nobody handles fails the test that is running, so what is on its way may arrive.
  await settle();
  await settle();
  const calls = host.call('getCalls') as unknown[];
  const units = host.call('getUnits') as unknown[];
  expect([calls.length <= MAX, units.length <= MAX]).toEqual([true, true]);
  expect(calls.length + units.length).toBeGreaterThan(0);
  host.clock.advance(2000);
  expect(host.storage.keys().length).toBeLessThanOrEqual(calls.length + units.length + MAX_REMEMBERED);
  expect(host.clock.pending()).toBeLessThan(12);
  expect(host.sentBytes()).toBeGreaterThan(0);
  expect(host.lines.filter((line) => line.startsWith('error') || line.includes('Defect'))).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
