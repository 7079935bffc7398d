import { expect, test } from '@jest/globals';
import { boundRetryAfter, toRetryAfterMs } from './retry-after.ts';

const NOON = Date.UTC(2026, 0, 1, 12);

test.each([
  [undefined, null],
  ['', null],
  ['soon', null],
  ['-1', null],
  ['0', 0],
  [' 120 ', 120_000],
  ['1e9', null],
  ['99999999999', null],
  ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
  ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
])('Retry-After %j is %j ms', (value, ms) => {
  expect(toRetryAfterMs(value, NOON)).toBe(ms);
});

test.each([
  ['at once', 0, 1000],
  ['in a while', 30_000, 30_000],
  ['next week', 7 * 24 * 3600 * 1000, 5 * 60_000],
])('asked to come back %s', (_, asked, pause) => {
  expect(boundRetryAfter(asked)).toBe(pause);
});
