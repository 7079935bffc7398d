// For any outcomes in any order: each target gets a part of the events in order, and memory stays bounded.

import { expect, test } from '@jest/globals';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import { fc } from '../../../test/support/properties.ts';
import { settle } from '../../../test/support/settle.ts';
import { createTestConsole } from '../../../test/support/test-console.ts';
import { createEventQueue } from './event-queue.ts';
import { createForwarder, type Forwarder } from './forwarder.ts';
import type { PostAnswer, PostRequest } from './post.ts';

type Outcome =
  | { kind: 'answer'; status: number; retryAfterMs: number | null }
  /** The target never heard of it. */
  | { kind: 'unheard' }
  /** The target took it, but we do not know. */
  | { kind: 'ambiguous' }
  /** Nothing happens until a step settles it, as a time limit does. */
  | { kind: 'hang' };

const outcomes: fc.Arbitrary<Outcome[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        status: fc.constantFrom(200, 200, 202, 204, 301, 400, 404, 429, 500, 503),
        retryAfterMs: fc.option(fc.integer({ min: 0, max: 400_000 })),
      }),
    },
    fc.constantFrom<Outcome>({ kind: 'unheard' }, { kind: 'ambiguous' }, { kind: 'hang' }),
  ),
  { minLength: 1, maxLength: 20 },
);

type Step = { kind: 'event' } | { kind: 'time'; ms: number } | { kind: 'settle' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Step>({ kind: 'event' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('time' as const),
        ms: fc.constantFrom(0, 1000, 15_000, 60_000),
      }),
    },
    fc.constant<Step>({ kind: 'settle' }),
  ),
  { maxLength: 40 },
);

/** Web servers that do one outcome after the other and remember what they took. */
function createWorld(script: readonly Outcome[]) {
  const received = new Map<string, { id: number; isInDoubt: boolean }[]>();
  const underWay = new Set<string>();
  const hanging: (() => void)[] = [];
  let turn = 0;
  return {
    received,
    settleOne: () => hanging.shift()?.(),
    async post({ url: { host }, body }: PostRequest): Promise<PostAnswer> {
      if (underWay.has(host)) throw new Error('two at a time');
      const outcome = script[turn++ % script.length] ?? { kind: 'unheard' };
      const isInDoubt = outcome.kind === 'ambiguous';
      if (isInDoubt || (outcome.kind === 'answer' && outcome.status < 300)) {
        received.set(host, [...(received.get(host) ?? []), { id: Number(body), isInDoubt }]);
      }
      underWay.add(host);
      if (outcome.kind === 'hang') await new Promise<void>((resolve) => hanging.push(resolve));
      underWay.delete(host);
      if (outcome.kind !== 'answer') throw new Error('connection broken off');
      return outcome;
    },
  };
}

const QUEUE = 4;

function expectBalance({ status }: Forwarder, events: number): void {
  for (const { queued, sent, failed, dropped, lastError } of status().targets) {
    expect(queued).toBeLessThanOrEqual(QUEUE + 1);
    expect(queued + sent + failed + dropped).toBe(events);
    expect(lastError).not.toBe('two at a time');
  }
}

test('targets get events in order, nothing twice unless in doubt; everything is counted', async () => {
  await fc.assert(
    fc.asyncProperty(steps, outcomes, fc.nat(3), async (sequence, script, retries) => {
      const clock = createManualClock(0);
      const world = createWorld(script);
      const forwarder = createForwarder({
        targets: ['one', 'two'].map((host) => ({
          url: new URL(`http://${host}/`),
          host,
          key: 'keep' as const,
          headers: {},
          types: null,
        })),
        limits: { queue: QUEUE, queueBytes: 1000, timeoutMs: 1000, retries },
        clock,
        console: createTestConsole(),
        id: 'me',
        post: world.post,
      });

      let events = 0;
      for (const step of sequence) {
        if (step.kind === 'event') forwarder.forward(String(events++), { type: 'T' });
        else if (step.kind === 'time') clock.advance(step.ms);
        else world.settleOne();
        await settle();
        expectBalance(forwarder, events);
      }
      for (const list of world.received.values()) {
        list.reduce((before, now) => {
          expect(now.id - before.id).toBeGreaterThanOrEqual(before.isInDoubt ? 0 : 1);
          return now;
        });
      }
      forwarder.stop();
      await settle();
      expect(clock.pending()).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('a queue keeps the newest events that fit, and tells how many did not', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(120)), fc.integer({ min: 1, max: 8 }), (sizes, maxEvents) => {
      const queue = createEventQueue(maxEvents, 100);
      const events = sizes.map((bytes, index) => ({ body: String(index), bytes, trail: '' }));
      const dropped = events.reduce((sum, event) => sum + queue.push(event), 0);
      const size = queue.size();
      const kept = Array.from({ length: size }, () => queue.shift()?.bytes ?? 0);
      const bytes = kept.reduce((sum, each) => sum + each, 0);
      expect(kept).toEqual(sizes.slice(sizes.length - size));
      expect(dropped).toBe(sizes.length - size);
      expect(size).toBeLessThanOrEqual(maxEvents);
      expect(bytes).toBeLessThanOrEqual(100);
      const lastDropped = sizes.at(-size - 1);
      if (dropped > 0 && size < maxEvents) expect(bytes + (lastDropped ?? 0)).toBeGreaterThan(100);
      expect([queue.shift(), queue.size()]).toEqual([null, 0]);
    }),
  );
});
