import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createCharacters } from './characters.ts';

function setUp() {
  const clock = createManualClock();
  const names = new Map<number, string>();
  const asked: number[] = [];
  const told: (number | null)[] = [];
  const characters = createCharacters({
    clock,
    ask(player) {
      asked.push(player);
      return names.has(player) ? { name: names.get(player) ?? null, jobs: [] } : null;
    },
    onChange: (player) => told.push(player),
  });
  return { clock, names, asked, told, characters, nameOf: (player: number) => characters.of(player)?.name };
}

describe('characters', () => {
  test('are asked for once, also when there is none', () => {
    const { names, asked, nameOf } = setUp();
    names.set(1, 'Ada');
    expect([nameOf(1), nameOf(1), nameOf(2), nameOf(2)]).toEqual(['Ada', 'Ada', undefined, undefined]);
    expect(asked).toEqual([1, 2]);
  });

  test('are asked for again after an event about the player', () => {
    const { names, told, characters, nameOf } = setUp();
    names.set(1, 'Ada');
    nameOf(1);
    names.set(1, 'Grace');
    characters.changed(1);
    expect([nameOf(1), told]).toEqual(['Grace', [1]]);
  });

  test('are all asked for again after an event about everybody', () => {
    const { asked, told, characters, nameOf } = setUp();
    nameOf(1);
    nameOf(2);
    characters.changed(null);
    nameOf(1);
    nameOf(2);
    expect([asked, told]).toEqual([[1, 2, 1, 2], [null]]);
  });

  test('are gone at once when the player leaves them, whatever the framework still says', () => {
    const { names, told, characters, nameOf } = setUp();
    names.set(1, 'Ada');
    nameOf(1);
    characters.left(1);
    expect([nameOf(1), told]).toEqual([undefined, [1]]);
  });

  test('that changed without an event are found within a minute', () => {
    const { clock, names, nameOf } = setUp();
    nameOf(1);
    names.set(1, 'Ada');
    clock.advance(25_000);
    expect(nameOf(1)).toBeUndefined();
    clock.advance(35_000);
    expect(nameOf(1)).toBe('Ada');
  });

  test('of a full server are not all asked for in one second', () => {
    const { clock, asked, nameOf } = setUp();
    const everybody = Array.from({ length: 160 }, (_, index) => index + 1);
    for (const player of everybody) nameOf(player);
    let most = 0;
    for (let second = 0; second < 60; second += 1) {
      asked.length = 0;
      for (const player of everybody) nameOf(player);
      most = Math.max(most, asked.length);
      clock.advance(1000);
    }
    expect(most).toBeLessThanOrEqual(20);
  });

  test('are forgotten with the player', () => {
    const { asked, characters, nameOf } = setUp();
    nameOf(1);
    characters.forget(1);
    nameOf(1);
    expect(asked).toEqual([1, 1]);
  });
});
