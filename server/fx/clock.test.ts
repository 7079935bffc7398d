import { expect, test } from '@jest/globals';
import { createClock } from './clock.ts';

const HOUR = 3_600_000;

test.each([
  ['runs with the clock of the machine', [0, 10, 25, 25], [0, 10, 25, 25]],
  ['jumps ahead with it', [0, HOUR, HOUR + 10], [0, HOUR, HOUR + 10]],
  ['stands for a moment when that is set back', [HOUR, 0], [HOUR, HOUR]],
  ['then goes on at half the pace', [HOUR, 0, 1, 2, 60_000], [HOUR, HOUR, HOUR, HOUR + 1, HOUR + 30_000]],
  ['until both agree', [HOUR, 0, 2 * HOUR, 2 * HOUR + 5], [HOUR, HOUR, 2 * HOUR, 2 * HOUR + 5]],
  ['or at once when it is set right again', [HOUR, 0, HOUR + 20], [HOUR, HOUR, HOUR + 20]],
  ['is not confused by being set back again', [HOUR, 20, 0, 2], [HOUR, HOUR, HOUR, HOUR + 1]],
])('time %s', (_, machine, told) => {
  let reading = machine[0] ?? 0;
  const clock = createClock(() => reading);
  const times = machine.map((at) => {
    reading = at;
    return clock.now();
  });
  expect(times).toEqual(told);
});
