import { describe, expect, test } from '@jest/globals';
import { BOT, down, setUp, target } from '../../../test/support/forwarder-rig.ts';
import type { PostAnswer } from './post.ts';
import { TRAIL_HEADER } from './trail.ts';

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
