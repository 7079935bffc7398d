import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import { settle } from '../../../test/support/settle.ts';
import { createTestConsole } from '../../../test/support/test-console.ts';
import { createForwarder } from './forwarder.ts';
import type { PostAnswer, PostRequest } from './post.ts';
import type { ForwardLimits } from './sender.ts';
import type { ForwardTarget } from './targets.ts';
import { TRAIL_HEADER } from './trail.ts';

/** What a target does with a request: answers with a status, answers in full, fails, or is settled by the test. */
type Behaviour = number | PostAnswer | Error | Promise<PostAnswer>;

const LIMITS: ForwardLimits = { queue: 500, queueBytes: 1 << 20, timeoutMs: 5000, retries: 3 };
const target = (url: string, options: Partial<ForwardTarget> = {}): ForwardTarget => ({
  url: new URL(url),
  host: new URL(url).host,
  key: 'keep',
  headers: {},
  types: null,
  ...options,
});
const BOT = target('http://user:pass@bot.example:30150/secret-path?token=secret');

/** A forwarder whose targets do what `behave` says, with everything that is sent and said. */
function setUp(
  behave: (request: PostRequest) => Behaviour,
  targets = [BOT],
  limits: Partial<ForwardLimits> = {},
) {
  const clock = createManualClock(0);
  const console = createTestConsole();
  const requests: (PostRequest & { at: number })[] = [];
  const forwarder = createForwarder({
    targets,
    limits: { ...LIMITS, ...limits },
    clock,
    console,
    id: 'me',
    async post(request) {
      requests.push({ ...request, at: clock.now() });
      const result = await behave(request);
      if (result instanceof Error) throw result;
      return typeof result === 'number' ? { status: result, retryAfterMs: null } : result;
    },
  });
  return {
    ...forwarder,
    clock,
    lines: console.lines,
    requests,
    bodies: () => requests.map(({ body }) => String(body)),
    send: (...bodies: string[]) => {
      for (const body of bodies) forwarder.forward(body, { type: 'EVENT_911' });
    },
    /** Moves on in small steps, so that promises keep up with the clock. */
    async run(ms: number) {
      for (let at = 0; at <= ms; at += 500) {
        clock.advance(at === 0 ? 0 : 500);
        await settle();
      }
    },
    target: () => forwarder.status().targets[0],
  };
}

const down = () => new Error('connection refused (ECONNREFUSED)');

describe('an event', () => {
  test('goes to every target as it came, after whoever brought it was served', async () => {
    const { send, requests, run, status } = setUp(() => 200, [BOT, target('https://log.example/in')]);
    send('{"key":"k"}');
    expect(requests).toEqual([]);
    await run(0);
    expect(requests).toHaveLength(2);
    expect(requests[0]).toMatchObject({
      url: BOT.url,
      body: '{"key":"k"}',
      headers: { 'Content-Type': 'application/json', [TRAIL_HEADER]: 'me' },
      timeoutMs: 5000,
    });
    expect(status()).toEqual({
      looped: 0,
      targets: ['bot.example:30150', 'log.example'].map((host) => ({
        host,
        queued: 0,
        sent: 1,
        failed: 0,
        dropped: 0,
        isDown: false,
        lastStatus: 200,
        lastError: null,
      })),
    });
  });

  test('goes with the key, the headers and of the types the target wants', async () => {
    const bot = target('http://bot/', {
      key: 'remove',
      headers: { Authorization: 'Bearer t', 'User-Agent': 'mine' },
      types: new Set(['EVENT_911']),
    });
    const { forward, requests, run } = setUp(() => 200, [bot]);
    forward('{"key":"k","type":"EVENT_TONE"}', { type: 'EVENT_TONE' });
    forward('{"key":"k","type":"EVENT_911"}', { type: 'EVENT_911' });
    await run(0);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      body: '{"type":"EVENT_911"}',
      headers: { Authorization: 'Bearer t', 'User-Agent': 'mine' },
    });
  });

  test('waits for the one before it', async () => {
    const answers: ((answer: PostAnswer) => void)[] = [];
    const { send, bodies, run, target } = setUp(() => new Promise((resolve) => answers.push(resolve)));
    send('1', '2', '3');
    await run(20_000);
    expect([bodies(), target()?.queued]).toEqual([['1'], 3]);
    answers.shift()?.({ status: 200, retryAfterMs: null });
    await run(0);
    expect([bodies(), target()?.queued]).toEqual([['1', '2'], 2]);
  });

  test('is not held up by the trouble of another target', async () => {
    const { send, requests, run } = setUp(
      ({ url }) => (url.host === 'hangs' ? new Promise(() => undefined) : 200),
      [target('http://hangs/'), target('http://works/')],
    );
    send('1', '2', '3');
    await run(0);
    expect(requests.filter(({ url }) => url.host === 'works').map(({ body }) => body)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});

describe('a target in trouble', () => {
  test('is tried again after 1, 5 and 15 s, then the event is given up, and the next has its turn', async () => {
    const { send, requests, run, target, lines } = setUp(({ body }) => (body === '1' ? down() : 200));
    send('1', '2');
    await run(60_000);
    expect(requests.map(({ body, at }) => [body, at])).toEqual([
      ['1', 0],
      ['1', 1000],
      ['1', 6000],
      ['1', 21_000],
      ['2', 51_000],
    ]);
    expect(target()).toMatchObject({ sent: 1, failed: 1, queued: 0, isDown: false });
    expect(lines).toEqual([
      'warn: Forwarding to bot.example:30150: connection refused (ECONNREFUSED). Events wait and are sent again later.',
      'info: Forwarding to bot.example:30150: it answers again. 1 event lost meanwhile, 0 waiting.',
    ]);
  });

  test.each<[string, Behaviour]>([
    ['no answer', down()],
    ['429', 429],
    ['500', 500],
    ['503', 503],
  ])('that recovers at once is nothing to talk about: %s', async (_, trouble) => {
    let attempts = 0;
    const { send, run, bodies, target, lines } = setUp(() => (attempts++ === 0 ? trouble : 200));
    send('1', '2');
    await run(2000);
    expect([bodies(), lines]).toEqual([['1', '1', '2'], []]);
    expect(target()).toMatchObject({ sent: 2, failed: 0, isDown: false });
    expect(target()?.lastError).toMatch(/ECONNREFUSED|it answered \d+/);
  });

  test.each([
    ['what it asks for', 7_000, 7_000],
    ['at least a second', 0, 1000],
    ['at most five minutes', 86_400_000, 300_000],
  ])('is left alone for %s', async (_, retryAfterMs, at) => {
    const { send, requests, run } = setUp(() => ({ status: 429, retryAfterMs }));
    send('1');
    await run(at);
    expect(requests.map((request) => request.at)).toEqual([0, at]);
  });

  test('for hours is tried once a minute, keeps the newest events, and gets them in order', async () => {
    let isAway = true;
    const limits = { queue: 5, retries: 1 };
    const { send, requests, run, target, lines, bodies } = setUp(
      () => (isAway ? down() : 200),
      [BOT],
      limits,
    );
    for (let n = 0; n < 120; n += 1) {
      send(String(n));
      await run(60_000);
    }
    expect(requests.length).toBeGreaterThan(100);
    expect(requests.length).toBeLessThan(140);
    expect(target()?.isDown).toBe(true);
    expect(target()?.queued).toBeLessThanOrEqual(6);
    isAway = false;
    requests.length = 0;
    await run(60_000);
    expect(bodies().slice(-5)).toEqual(['115', '116', '117', '118', '119']);
    const { sent = 0, failed = 0, dropped = 0 } = target() ?? {};
    expect(sent + failed + dropped).toBe(120);
    // One line when it began, one when it ended, and at most one per minute about dropped events.
    expect(lines.filter((line) => /refused/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /answers again/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /dropped/.test(line)).length).toBeLessThan(120);
  });

  test('with retries off, an event is sent once and its loss told', async () => {
    const { send, bodies, run, lines, target } = setUp(() => 500, [BOT], { retries: 0 });
    send('1', '2');
    await run(500);
    expect([bodies(), lines.length, target()?.failed]).toEqual([['1'], 1, 1]);
  });

  test('that never answers fills its queue and nothing more', async () => {
    const { send, run, target, lines } = setUp(() => new Promise(() => undefined), [BOT], { queue: 10 });
    for (let n = 0; n < 1000; n += 1) {
      send(String(n));
      await run(0);
    }
    expect(target()).toMatchObject({ queued: 11, dropped: 989 });
    expect(lines).toEqual([
      'warn: Forwarding to bot.example:30150: too many events wait, the oldest was dropped (1 so far).',
    ]);
    await run(60_000);
    expect(lines[1]).toMatch(/dropped \(989 so far\)\. \(988 more in the last minute\)$/);
  });

  test('is bounded by bytes too', async () => {
    const { send, run, target } = setUp(() => new Promise(() => undefined), [BOT], { queueBytes: 1000 });
    send('first');
    await run(0);
    for (let n = 0; n < 10; n += 1) send('é'.repeat(150));
    expect(target()).toMatchObject({ queued: 4, dropped: 7 });
    send('x'.repeat(1001));
    expect(target()).toMatchObject({ queued: 1, dropped: 11 });
  });
});

describe('a target that refuses', () => {
  test.each([400, 401, 404, 410, 422, 301, 308, 304])('with %d gets the event once', async (status) => {
    const { send, bodies, run, target } = setUp(() => status);
    send('1', '2');
    await run(60_000);
    expect(bodies()).toEqual(['1', '2']);
    expect(target()).toMatchObject({ sent: 0, failed: 2, lastStatus: status, isDown: false });
  });

  test('is told once per minute, with status and host only', async () => {
    const { send, run, lines } = setUp(() => 404);
    for (let n = 0; n < 30; n += 1) send('{"key":"SECRET-KEY","data":"secret"}');
    await run(600_000);
    expect(lines).toEqual([
      'warn: Forwarding to bot.example:30150: it refused an event with 404, which is not sent again.',
      'warn: Forwarding to bot.example:30150: it refused an event with 404, which is not sent again. (29 more in the last minute)',
    ]);
  });

  test('with a redirect is told once', async () => {
    const { send, run, lines } = setUp(() => 302);
    for (let n = 0; n < 5; n += 1) {
      send('1');
      await run(70_000);
    }
    expect(lines).toEqual([
      'warn: Forwarding to bot.example:30150: it answered 302. Redirects are not followed; put the final address into config.json.',
    ]);
  });

  test('says what may be wrong: unknown types, or an address without a path', async () => {
    const refusing = setUp(() => 400);
    refusing.send('1');
    await refusing.run(0);
    expect(refusing.lines[0]).toContain('"types" in config.json');
    const pathless = setUp(() => down(), [target('http://bot:30150')]);
    pathless.send('1');
    await pathless.run(2000);
    expect(pathless.lines[0]).toContain('has no path');
  });
});

describe('an event that was forwarded before', () => {
  test('takes its trail along, with this server at the end', async () => {
    const { forward, requests, run } = setUp(() => 200);
    forward('1', { type: 'T', trail: 'a1, b-2,, bad id\r\nX: y' });
    await run(0);
    expect(requests[0]?.headers[TRAIL_HEADER]).toBe('a1, b-2, me');
  });

  test.each([
    ['by this server', 'other, me'],
    ['too often', 'a,b,c,d,e,f,g,h'],
  ])('%s goes no further', async (_, trail) => {
    const { forward, requests, run, lines, status, clock } = setUp(() => 200);
    for (let n = 0; n < 5; n += 1) forward('1', { type: 'T', trail });
    await run(0);
    expect([requests, status().looped]).toEqual([[], 5]);
    expect(lines).toEqual([
      'warn: Forwarding: an event came back to this server and was not forwarded again.',
    ]);
    expect(clock.pending()).toBe(1);
  });
});

describe('stopping', () => {
  test('leaves no timer and sends nothing more', async () => {
    const { send, run, stop, requests, clock, lines } = setUp(() => down());
    send('1', '2');
    await run(2000);
    const before = [requests.length, lines.length];
    stop();
    send('3');
    await run(120_000);
    expect([requests.length, lines.length]).toEqual(before);
    expect(clock.pending()).toBe(0);
  });

  test('while a request is under way ignores its outcome', async () => {
    let fail = (_: Error): void => undefined;
    const { send, run, stop, clock, lines } = setUp(() => new Promise((_, reject) => (fail = reject)));
    send('1', '2');
    await run(0);
    stop();
    fail(down());
    await run(60_000);
    expect([clock.pending(), lines]).toEqual([0, []]);
  });
});

test('without targets nothing is kept', () => {
  const { send, status, clock } = setUp(() => 200, []);
  send('1');
  expect([status().targets, clock.pending()]).toEqual([[], 0]);
});

test('an event without key and body that cannot be read is given up, not sent as it is', async () => {
  const {
    send,
    run,
    requests,
    target: status,
  } = setUp(() => 200, [target('http://bot/', { key: 'remove' })]);
  send('not JSON');
  await run(60_000);
  expect([requests, status()?.failed]).toEqual([[], 1]);
});
