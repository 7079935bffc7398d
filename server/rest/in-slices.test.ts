import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { settle } from '../../test/support/settle.ts';
import { createInSlices } from './in-slices.ts';

test('pauses for a tick whenever 3 ms are used up', async () => {
  const clock = createManualClock(0);
  let working = 0;
  const done: number[] = [];
  const inSlices = createInSlices({ ...clock, now: () => clock.now() + working });
  const work = inSlices([1, 2, 3, 4, 5], (item) => {
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
  await createInSlices(createManualClock())(['a', 'b'], (item) => void done.push(item));
  expect(done).toEqual(['a', 'b']);
});

test('what follows at once shares the slice, and what comes later has its own', async () => {
  const clock = createManualClock(0);
  let working = 0;
  const inSlices = createInSlices({ ...clock, now: () => clock.now() + working });
  const done: string[] = [];
  const step = (item: string) => {
    working += 1;
    done.push(item);
  };
  const work = inSlices(['a', 'b'], step).then(() => inSlices(['c', 'd'], step));
  await settle();
  expect(done).toEqual(['a', 'b', 'c']);
  clock.advance(50);
  await work;
  clock.advance(50);
  await inSlices(['e', 'f'], step);
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});
