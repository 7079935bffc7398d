import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createPanicTracker } from './panic-tracker.ts';
import { createUnitPosition, type Spot } from './unit-position.ts';

function setUp(limits: { intervalMs?: number; maxMs?: () => number } = {}) {
  const clock = createManualClock();
  const spots = new Map<number, Spot>();
  const moves: [ident: number, x: number][] = [];
  let onMove = (_ident: number) => {};
  const tracker = createPanicTracker({
    clock,
    positionOf: (ident) => spots.get(ident) ?? null,
    onMove(ident, { x }) {
      moves.push([ident, x]);
      onMove(ident);
    },
    ...limits,
  });
  return {
    clock,
    tracker,
    moves,
    place: (ident: number, x: number, z: number | null = 0) => void spots.set(ident, { x, y: 0, z }),
    listen: (run: (ident: number) => void) => {
      onMove = run;
    },
  };
}

describe('a unit in panic', () => {
  test('is told of at once and whenever it has moved by more than a metre', () => {
    const { clock, tracker, moves, place } = setUp();
    place(1, 0);
    tracker.start(1);
    expect(moves).toEqual([[1, 0]]);
    place(1, 0.9);
    clock.advance(5000);
    expect(moves).toHaveLength(1);
    place(1, 1.1);
    clock.advance(1000);
    place(1, 50);
    clock.advance(1000);
    expect(moves.slice(1)).toEqual([
      [1, 1.1],
      [1, 50],
    ]);
  });

  test('that creeps is told of in the end', () => {
    const { clock, tracker, moves, place } = setUp();
    for (let x = 0; x < 3; x += 0.25) {
      place(1, x);
      tracker.start(1);
      clock.advance(1000);
    }
    expect(moves.map(([, x]) => x)).toEqual([0, 1.25, 2.5]);
  });

  test('is told of when it falls, but not for a height that becomes known', () => {
    const { clock, tracker, moves, place } = setUp();
    place(1, 0, null);
    tracker.start(1);
    place(1, 0, 300);
    clock.advance(1000);
    expect(moves).toHaveLength(1);
    place(1, 2, 300);
    clock.advance(1000);
    place(1, 2, 200);
    clock.advance(1000);
    expect(moves).toHaveLength(3);
  });

  test('is told of as soon as its position is known', () => {
    const { clock, tracker, moves, place } = setUp();
    tracker.start(1);
    clock.advance(3000);
    expect(moves).toEqual([]);
    place(1, 10);
    clock.advance(1000);
    expect(moves).toEqual([[1, 10]]);
  });

  test('is not followed for ever', () => {
    const { clock, tracker, moves, place } = setUp({ intervalMs: 500, maxMs: () => 3000 });
    place(1, 0);
    tracker.start(1);
    clock.advance(2500);
    expect(tracker.active()).toEqual([1]);
    place(1, 10);
    clock.advance(500);
    expect([tracker.active(), clock.pending()]).toEqual([[], 0]);
    expect(moves).toHaveLength(1);
  });

  test('that panics again is followed for longer', () => {
    const { clock, tracker } = setUp({ maxMs: () => 3000 });
    tracker.start(1);
    clock.advance(2000);
    tracker.start(1);
    clock.advance(2000);
    expect(tracker.active()).toEqual([1]);
    clock.advance(1000);
    expect(tracker.active()).toEqual([]);
  });

  test('that was stopped and starts again is told of again', () => {
    const { clock, tracker, moves, place } = setUp();
    place(1, 0);
    tracker.start(1);
    tracker.stop(1);
    tracker.start(1);
    clock.advance(1000);
    expect(moves).toHaveLength(2);
  });
});

test('there is one timer for all units, and none without a unit', () => {
  const { clock, tracker } = setUp();
  tracker.stop(9);
  expect(clock.pending()).toBe(0);
  tracker.start(1);
  tracker.start(2);
  expect([tracker.active(), clock.pending()]).toEqual([[1, 2], 1]);
  tracker.stop(1);
  expect(clock.pending()).toBe(1);
  tracker.stop(2);
  tracker.stop(2);
  expect([tracker.active(), clock.pending()]).toEqual([[], 0]);
});

test('a listener may stop and start units', () => {
  const { clock, tracker, moves, place, listen } = setUp();
  tracker.start(1);
  tracker.start(2);
  place(1, 5);
  place(2, 5);
  place(3, 5);
  listen((ident) => {
    tracker.stop(2);
    if (ident === 1) tracker.start(3);
  });
  clock.advance(1000);
  expect([moves, tracker.active()]).toEqual([
    [
      [1, 5],
      [3, 5],
    ],
    [1, 3],
  ]);
});

describe('a unit is', () => {
  const live = { x: 1, y: 2, z: 3 };
  const reported = { x: 4, y: 5, z: null };
  test.each<[string, Spot | null, Spot | null, Spot | null]>([
    ['where its player is', live, reported, live],
    ['where the CAD last saw it', null, reported, reported],
    ['nowhere', null, null, null],
  ])('%s', (_, ofPlayer, ofUnit, expected) => {
    const options = {
      players: { position: () => ofPlayer as typeof live | null },
      unit: () => ({ position: ofUnit }),
    };
    expect(createUnitPosition({ ...options, playerOf: () => 7 })(12)).toEqual(expected);
    expect(createUnitPosition({ ...options, playerOf: () => null })(12)).toEqual(ofUnit);
  });

  test('nowhere when it is not known', () => {
    const positionOf = createUnitPosition({
      players: { position: () => live },
      playerOf: () => null,
      unit: () => null,
    });
    expect(positionOf(12)).toBeNull();
  });
});
