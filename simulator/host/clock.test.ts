import { describe, expect, test } from '@jest/globals';
import { createManualClock, createRealClock } from './clock.ts';

describe('a manual clock', () => {
  test('runs what falls due in order of time, first come first among equals', async () => {
    const clock = createManualClock(1000);
    const seen: string[] = [];
    clock.every(50, () => seen.push(`server ${clock.now() - 1000}`));
    clock.every(25, () => seen.push(`client ${clock.now() - 1000}`));
    await clock.advance(100);
    expect(seen).toEqual(['client 25', 'server 50', 'client 50', 'client 75', 'server 100', 'client 100']);
    expect(clock.now()).toBe(1100);
  });

  test('lets promises settle between two moments', async () => {
    const clock = createManualClock(0);
    const seen: string[] = [];
    clock.every(10, () => {
      seen.push('tick');
      void Promise.resolve().then(() => seen.push('then'));
    });
    await clock.advance(20);
    expect(seen).toEqual(['tick', 'then', 'tick', 'then']);
  });

  test('stops a job, also from within', async () => {
    const clock = createManualClock(0);
    let count = 0;
    const stop = clock.every(10, () => {
      if (++count === 2) stop();
    });
    await clock.advance(100);
    expect(count).toBe(2);
  });

  test('stands still between calls', async () => {
    const clock = createManualClock(5);
    await clock.advance(0.5);
    expect(clock.now()).toBe(5.5);
  });
});

test('a real clock cannot be advanced', async () => {
  await expect(createRealClock().advance(1)).rejects.toThrow("clock: 'manual'");
});
