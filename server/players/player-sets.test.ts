import { describe, expect, test } from '@jest/globals';
import { NOBODY, withoutPlayer, withPlayer } from './player-sets.ts';

describe('a set of players', () => {
  const players = new Set([1, 2]);

  test('with another player is another set', () => {
    expect([[...withPlayer(players, 3)], [...players]]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
  });

  test('without one of its players is another set', () => {
    expect([[...withoutPlayer(players, 1)], [...players]]).toEqual([[2], [1, 2]]);
  });

  test('that stays as it was is the same object', () => {
    expect(withPlayer(players, 2)).toBe(players);
    expect(withoutPlayer(players, 3)).toBe(players);
    expect(withoutPlayer(NOBODY, 1)).toBe(NOBODY);
  });
});
