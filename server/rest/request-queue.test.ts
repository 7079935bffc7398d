import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { settle } from '../../test/support/settle.ts';
import type { Attempt } from './attempt.ts';
import { fail, type RestFailure, type RestResult } from './failure.ts';
import { createRequestQueue, type Job } from './request-queue.ts';

const OK: Attempt = { result: { ok: true, value: 'done' }, retryAfterMs: null, saidAt: null };
const tooEarly = (retryAfterMs: number | null): Attempt => ({
  result: fail('rate-limited', 'Too early.', 429),
  retryAfterMs,
  saidAt: null,
});

function setUp() {
  const clock = createManualClock(0);
  let closed: RestFailure | null = null;
  const queue = createRequestQueue(clock, () => closed);
  /** Requests under way: what was sent, and how to answer it. */
  const sent: { name: string; at: number; answer: (attempt: Attempt) => Promise<void> }[] = [];
  const results = new Map<string, RestResult<unknown>>();

  function add(name: string, job: Partial<Job> = {}): void {
    const run = () =>
      new Promise<Attempt>((resolve) => {
        const answer = async (attempt: Attempt) => {
          resolve(attempt);
          await settle();
        };
        sent.push({ name, at: clock.now(), answer });
      });
    const [endpoint = ''] = name.split(' ');
    void queue
      .add({ endpoint, perMinute: 10, lane: 'player', run, ...job })
      .then((result) => results.set(name, result));
  }

  return {
    clock,
    queue,
    sent,
    results,
    add,
    names: () => sent.map(({ name }) => name),
    answerAll: async (attempt = OK) => {
      for (const { answer } of sent) await answer(attempt);
    },
    close: (failure: RestFailure) => {
      closed = failure;
    },
  };
}

describe('order', () => {
  test('requests of one endpoint go one after the other', async () => {
    const { add, names, sent } = setUp();
    for (const name of ['note 1', 'note 2', 'status 1']) add(name);
    expect(names()).toEqual(['note 1', 'status 1']);
    await sent[0]?.answer(OK);
    expect(names()).toEqual(['note 1', 'status 1', 'note 2']);
  });

  test('players go before background work, whoever came first', async () => {
    const { add, names, sent } = setUp();
    for (const name of ['a 1', 'b 1', 'c 1', 'd 1']) add(name);
    add('units', { lane: 'background' });
    add('panic 1');
    expect(names()).toEqual(['a 1', 'b 1', 'c 1', 'd 1']);
    await sent[2]?.answer(OK);
    expect(names().at(-1)).toBe('panic 1');
    await sent[0]?.answer(OK);
    expect(names().at(-1)).toBe('units');
  });

  test('one that has to wait for its budget holds up no other', async () => {
    const { add, names, sent } = setUp();
    add('once 1', { perMinute: 1, lane: 'background' });
    await sent[0]?.answer(OK);
    add('once 2', { perMinute: 1, lane: 'background' });
    add('note 1', { lane: 'background' });
    expect(names()).toEqual(['once 1', 'note 1']);
  });
});

describe('limits', () => {
  test('what is over the budget waits until a minute has passed', async () => {
    const { clock, add, sent, results } = setUp();
    for (const name of ['calls 1', 'calls 2', 'calls 3']) add(name, { perMinute: 3, lane: 'background' });
    await sent[0]?.answer(OK);
    await sent[1]?.answer(OK);
    clock.advance(59_999);
    expect(sent).toHaveLength(2);
    clock.advance(1);
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 60_000]);
    await sent[2]?.answer(OK);
    expect(results.get('calls 3')).toEqual({ ok: true, value: 'done' });
  });

  test('nobody is kept waiting for a budget that comes too late', async () => {
    const { add, answerAll, results } = setUp();
    for (const name of ['note 1', 'note 2', 'note 3']) add(name, { perMinute: 3 });
    await answerAll();
    await settle();
    expect(results.get('note 3')).toEqual({
      ok: false,
      code: 'rate-limited',
      reason:
        'Sonoran CAD allows 3 requests of this kind a minute, for all tools together. Try again in 60 s.',
    });
  });

  test('a player who waits behind a hanging request is refused in the end', async () => {
    const { clock, add, names, results } = setUp();
    add('note 1');
    add('note 2');
    clock.advance(15_000);
    await settle();
    expect(names()).toEqual(['note 1']);
    expect(results.get('note 2')).toMatchObject({ code: 'rate-limited' });
  });

  test('the excess of a hundred that wait is refused', async () => {
    const { add, queue, results } = setUp();
    for (let i = 0; i < 102; i += 1) add(`note ${i}`, { perMinute: 1000 });
    await settle();
    expect(queue.waiting()).toBe(100);
    expect([...results]).toEqual([
      ['note 101', { ok: false, code: 'busy', reason: expect.stringContaining('Try again in a moment') }],
    ]);
  });
});

describe('429', () => {
  test('is sent once more when the CAD says so, and counts', async () => {
    const { clock, add, sent, results } = setUp();
    add('note 1');
    await sent[0]?.answer(tooEarly(4_000));
    clock.advance(3_999);
    expect(sent).toHaveLength(1);
    clock.advance(1);
    expect(sent).toHaveLength(2);
    await sent[1]?.answer(OK);
    expect(results.get('note 1')).toEqual({ ok: true, value: 'done' });
  });

  test('a second one is the answer', async () => {
    const { clock, add, sent, results } = setUp();
    add('note 1');
    await sent[0]?.answer(tooEarly(1_000));
    clock.advance(1_000);
    await sent[1]?.answer(tooEarly(1_000));
    expect(results.get('note 1')).toMatchObject({ code: 'rate-limited', status: 429 });
  });

  test.each([
    ['too long for a player', 60_000],
    ['without a time', null],
  ])('%s is the answer at once, and the endpoint is left alone', async (_, retryAfterMs) => {
    const { clock, add, sent, results } = setUp();
    add('note 1');
    await sent[0]?.answer(tooEarly(retryAfterMs));
    expect(results.get('note 1')).toMatchObject({ code: 'rate-limited' });
    add('note 2');
    add('status 1');
    expect(sent.map(({ name }) => name)).toEqual(['note 1', 'status 1']);
    clock.advance(60_000);
    add('note 3');
    expect(sent.at(-1)?.name).toBe('note 3');
  });

  test('a storm of them sends next to nothing', async () => {
    const { clock, add, sent } = setUp();
    for (let second = 0; second < 300; second += 1) {
      add(`note ${second}`, { perMinute: 60 });
      for (const { answer } of sent) await answer(tooEarly(30_000));
      clock.advance(1_000);
    }
    expect(sent.length).toBeLessThan(15);
  });
});

describe('closed', () => {
  const down = fail('unavailable', 'Later.');

  test('refuses what comes and what waits', async () => {
    const { add, close, sent, results } = setUp();
    add('note 1');
    add('note 2');
    close(down);
    add('status 1');
    await sent[0]?.answer(OK);
    expect([...results]).toEqual([
      ['status 1', down],
      ['note 1', OK.result],
      ['note 2', down],
    ]);
  });

  test('refuses everything once stopped, and leaves no timer', async () => {
    const { clock, queue, add, results, sent } = setUp();
    add('note 1');
    add('note 2');
    add('panic');
    queue.stop();
    add('note 3');
    await sent[0]?.answer(OK);
    await sent[1]?.answer({ ...OK, result: fail('unreachable', 'Broken off.') });
    expect([...results.values()].map((result) => !result.ok && result.code)).toEqual(
      Array(4).fill('stopped'),
    );
    expect(clock.pending()).toBe(0);
  });
});
