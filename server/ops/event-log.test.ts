import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import { createEventLog } from './event-log.ts';

test('a burst is five lines and a number; lines nobody sees are not built', () => {
  const clock = createManualClock();
  const console = createTestConsole();
  const log = createEventLog(console, clock, () => true);
  let built = 0;
  for (let i = 0; i < 100; i += 1) {
    log.log(() => {
      built += 1;
      return `event ${i}`;
    });
  }
  expect([console.lines.length, built]).toEqual([5, 5]);
  clock.advance(1000);
  expect(console.lines.at(-1)).toBe('info: ... and 95 more events within a second.');
  log.log(() => 'later');
  expect(console.lines.at(-1)).toBe('info: later');
  clock.advance(5000);
  expect([console.lines.at(-1), clock.pending()]).toEqual(['info: later', 0]);
});

test('switched off it says nothing and starts no timer', () => {
  const clock = createManualClock();
  const console = createTestConsole();
  createEventLog(console, clock, () => false).log(() => 'x');
  expect([console.lines, clock.pending()]).toEqual([[], 0]);
});
