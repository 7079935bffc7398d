import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { settle } from '../../test/support/settle.ts';
import { inSlices } from './in-slices.ts';

test('pauses for a tick whenever 3 ms are used up', async () => {
  const clock = createManualClock(0);
  let working = 0;
  const done: number[] = [];
  const work = inSlices([1, 2, 3, 4, 5], { ...clock, now: () => clock.now() + working }, (item) => {
    working += 2;
    done.push(item);
  });
  const after: number[] = [];
  for (let tick = 0; tick < 3; tick += 1) {
    await settle();
    after.push(done.length);
    clock.advance(50);
  }
  await work;
  expect(after).toEqual([2, 4, 5]);
});

test('short work is done at once', async () => {
  const done: string[] = [];
  await inSlices(['a', 'b'], createManualClock(), (item) => void done.push(item));
  expect(done).toEqual(['a', 'b']);
});
