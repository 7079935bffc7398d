import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createBudget } from './budget.ts';

test.each([
  ['units', 3, 2],
  ['calls', 5, 4],
  ['attaching', 10, 8],
  ['something that may be asked once', 1, 1],
])('%s: of %d requests a minute %d are used', (_, perMinute, used) => {
  const clock = createManualClock(0);
  const budget = createBudget(perMinute, clock.now);
  let sent = 0;
  for (; budget.freeAt() <= clock.now() && sent < 100; sent += 1) budget.spend();
  expect([sent, budget.freeAt()]).toEqual([used, 60_000]);
});

test('any minute counts, not the one of the clock', () => {
  const clock = createManualClock(0);
  const budget = createBudget(3, clock.now);
  budget.spend();
  clock.advance(50_000);
  budget.spend();
  expect(budget.freeAt()).toBe(60_000);
  clock.advance(10_000);
  budget.spend();
  expect(budget.freeAt()).toBe(110_000);
});

test('knows when those behind others will have their turn', () => {
  const clock = createManualClock(0);
  const budget = createBudget(3, clock.now);
  budget.spend();
  clock.advance(10_000);
  expect([0, 1, 2, 3].map(budget.freeAt)).toEqual([0, 60_000, 70_000, 120_000]);
});

test('a pause holds back what the budget allows', () => {
  const clock = createManualClock(0);
  const budget = createBudget(60, clock.now);
  budget.pause(20_000);
  budget.pause(5_000);
  expect(budget.freeAt()).toBe(20_000);
});
