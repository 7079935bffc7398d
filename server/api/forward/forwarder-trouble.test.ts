// Targets that cannot be reached, or do not want what they get.

import { describe, expect, test } from '@jest/globals';
import { type Behaviour, BOT, down, setUp, target } from '../../../test/support/forwarder-rig.ts';

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
