import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createAceDuty } from './ace-duty.ts';
import { createDuty } from './duty.ts';
import { createRoster } from './roster.ts';

function setUp(count = 3) {
  const clock = createManualClock();
  const roster = createRoster();
  const granted = new Set<number>();
  const asked: number[] = [];
  const changes: [number, boolean][] = [];
  const source = {
    name: 'test',
    isOnDuty(player: number) {
      asked.push(player);
      return granted.has(player);
    },
  };
  const duty = createDuty({
    sources: [source],
    roster,
    clock,
    checkMs: 1000,
    onChange: (player, isOnDuty) => changes.push([player, isOnDuty]),
  });
  for (let player = 1; player <= count; player += 1) roster.join(player, []);
  return { clock, roster, granted, asked, changes, duty };
}

describe('duty', () => {
  test('is asked for when a player joins', () => {
    const { duty, granted, changes } = setUp();
    granted.add(1);
    duty.join(1);
    duty.join(2);
    expect([[...duty.players()], duty.isOnDuty(1), duty.isOnDuty(2), changes]).toEqual([
      [1],
      true,
      false,
      [[1, true]],
    ]);
  });

  test('any source is enough', () => {
    const { clock, roster } = setUp();
    const says = (name: string, is: boolean) => ({ name, isOnDuty: () => is });
    const duty = createDuty({
      sources: [says('a', false), says('b', true)],
      roster,
      clock,
      checkMs: 1000,
      onChange: () => {},
    });
    duty.join(1);
    expect(duty.isOnDuty(1)).toBe(true);
  });

  test('a change is noticed by the slow timer and told once', () => {
    const { duty, clock, granted, changes } = setUp();
    granted.add(2);
    clock.advance(1000);
    expect(changes).toEqual([[2, true]]);
    clock.advance(5000);
    granted.delete(2);
    clock.advance(1000);
    expect(changes).toEqual([
      [2, true],
      [2, false],
    ]);
    expect(duty.players().size).toBe(0);
  });

  test('a player who lost duty is taken out before something is told', () => {
    const { duty, clock, granted } = setUp();
    granted.add(1);
    duty.join(1);
    clock.advance(500);
    granted.delete(1);
    duty.verify();
    expect(duty.isOnDuty(1)).toBe(false);
  });

  test('a player who gained duty is found right after something was told', () => {
    const { duty, clock, granted, changes } = setUp();
    granted.add(3);
    duty.verify();
    expect(changes).toEqual([]);
    clock.advance(0);
    expect(changes).toEqual([[3, true]]);
  });

  test('a burst of events asks only once', () => {
    const { duty, clock, granted, asked } = setUp(2);
    granted.add(1);
    duty.join(1);
    clock.advance(500);
    asked.length = 0;
    for (let i = 0; i < 100; i += 1) duty.verify();
    expect(asked).toEqual([1]);
  });

  test('what is told costs by players on duty, not by players online', () => {
    const { duty, clock, granted, asked } = setUp(500);
    granted.add(7);
    duty.join(7);
    clock.advance(300);
    asked.length = 0;
    duty.verify();
    expect(asked).toEqual([7]);
  });

  test('a full server is asked in slices, and everybody every time', () => {
    const { clock, asked } = setUp(150);
    clock.step(1000);
    expect(asked).toHaveLength(64);
    clock.step(50);
    expect(asked).toHaveLength(128);
    clock.step(50);
    expect(asked).toHaveLength(150);
    clock.step(50);
    expect(new Set(asked).size).toBe(150);
    expect(asked).toHaveLength(150);
  });

  test('a stream of events asks a full server no more often than a round takes', () => {
    const { duty, clock, asked } = setUp(1024);
    for (let tick = 0; tick < 40; tick += 1) {
      duty.verify();
      clock.step(50);
    }
    expect(asked.length).toBeLessThanOrEqual(40 * 64);
  });

  test('a player who left is off duty without being told, and not asked about again', () => {
    const { duty, roster, clock, granted, changes, asked } = setUp();
    granted.add(1);
    duty.join(1);
    roster.drop(1);
    duty.drop(1);
    changes.length = 0;
    asked.length = 0;
    duty.verify();
    clock.advance(3000);
    expect([duty.isOnDuty(1), changes, asked.includes(1)]).toEqual([false, [], false]);
  });

  test('stop leaves no timer', () => {
    const { duty, clock } = setUp();
    duty.verify();
    duty.stop();
    expect(clock.pending()).toBe(0);
  });
});

test.each([
  ['our permission', 'sonorancad.duty', true],
  ['the official permission', 'sonorancad.dispatchnotify', true],
  ['another permission', 'sonorancad.admin', false],
])('on duty by ACE: %s', (_, granted, expected) => {
  const source = createAceDuty({
    ids: () => [],
    name: () => '',
    identifiers: () => [],
    isAceAllowed: (_player, ace) => ace === granted,
    onJoin: () => {},
    onDrop: () => {},
  });
  expect(source.isOnDuty(1)).toBe(expected);
});
