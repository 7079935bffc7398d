import { expect, test } from '@jest/globals';
import { READY_EVENT } from '../../shared/delivery.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createArrivals } from './arrivals.ts';

function setUp() {
  const clock = createManualClock();
  const answered: number[] = [];
  let ready = (_player: number): void => {};
  const arrivals = createArrivals({
    bus: {
      pack: () => ({ bytes: null, size: 0 }),
      send: () => {},
      on: (event, run) => {
        expect(event).toBe(READY_EVENT);
        ready = run;
      },
    },
    clock,
    answer: (player) => answered.push(player),
  });
  return { clock, answered, arrivals, ready: (player: number) => ready(player) };
}

test('a client that is ready is answered at once', () => {
  const { ready, answered } = setUp();
  ready(1);
  ready(2);
  expect(answered).toEqual([1, 2]);
});

test('a flood that goes on is answered ever less often, and one that is over is forgotten', () => {
  const { ready, answered, clock } = setUp();
  for (let second = 0; second < 600; second += 1) {
    ready(1);
    clock.advance(1000);
  }
  // After 1, 3, 7, 15 and 31 seconds, and then every 32 seconds.
  expect(answered).toHaveLength(1 + 5 + 17);
  clock.advance(120_000);
  const before = answered.length;
  ready(1);
  ready(1);
  clock.advance(1000);
  expect(answered).toHaveLength(before + 2);
});

test('a flood is answered at once and after a second, its last request too', () => {
  const { ready, answered, clock } = setUp();
  for (let i = 0; i < 200; i += 1) ready(1);
  expect(answered).toEqual([1]);
  clock.advance(1000);
  expect(answered).toEqual([1, 1]);
  clock.advance(10_000);
  expect(answered).toEqual([1, 1]);
  expect(clock.pending()).toBe(0);
});

test('a player who left is not answered any more, and one who comes back is', () => {
  const { ready, answered, arrivals, clock } = setUp();
  ready(1);
  ready(1);
  arrivals.forget(1);
  ready(1);
  clock.advance(5000);
  expect(answered).toEqual([1, 1]);
});
