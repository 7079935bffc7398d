import { expect, test } from '@jest/globals';
import { createRateLimiter } from './limiter.ts';

function setUp(convars: Record<string, string> = {}) {
  const time = { now: 0 };
  const limiter = createRateLimiter({ now: () => time.now, convar: (name) => convars[name] }, 'x', 10, 25);
  const take = (times: number, key = 1) =>
    Array.from({ length: times }, () => limiter.consume(key)).filter(Boolean).length;
  return { time, limiter, take, convars };
}

test('lets a burst through, then so many a second', () => {
  const { take, time } = setUp();
  expect(take(30)).toBe(25);
  time.now = 500;
  expect(take(30)).toBe(5);
  time.now = 100_000;
  expect(take(30)).toBe(25);
});

test('keeps a bucket for each key', () => {
  const { take } = setUp();
  expect(take(30, 1)).toBe(25);
  expect(take(30, 2)).toBe(25);
});

test('takes several tokens at once or none', () => {
  const { limiter } = setUp();
  expect(limiter.consume(1, 26)).toBe(false);
  expect(limiter.consume(1, 25)).toBe(true);
});

test('is tuned by convars, which fill the buckets again; nonsense is ignored', () => {
  const { take, convars } = setUp();
  expect(take(30)).toBe(25);
  convars.rateLimiter_x_burst = '3';
  expect(take(30)).toBe(3);
  convars.rateLimiter_x_rate = '0';
  expect(take(30)).toBe(0);
});
