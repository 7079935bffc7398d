import { expect, test } from '@jest/globals';
import { createPlayers } from './players.ts';

const setUp = (entities = true) => createPlayers({ now: () => 1000, hasEntities: () => entities });

test('a connecting player has a temporary id, which finds the player later as well', () => {
  const players = setUp();
  const ann = players.add({ id: 7, name: 'Ann' }, false);
  expect(ann.id).toBeGreaterThan(65_535);
  expect(players.connected()).toEqual([]);
  const former = players.settle(ann, 7);
  expect([ann.id, players.get(7), players.get(former)]).toEqual([7, ann, ann]);
  players.remove(7);
  expect([players.get(7), players.get(former)]).toEqual([undefined, undefined]);
});

test('an id is given once', () => {
  const players = setUp();
  players.add({ id: 1, name: 'Ann' }, true);
  expect(() => players.add({ id: 1, name: 'Bob' }, true)).toThrow('connected already');
  const bob = players.add({ id: 1, name: 'Bob' }, false);
  expect(() => players.settle(bob, 1)).toThrow('connected already');
});

test('a player stands for each identifier and for the id', () => {
  const players = setUp();
  const ann = players.add({ id: 3, name: 'Ann', identifiers: ['license:a', 'discord:1'] }, true);
  expect(players.principals(ann)).toEqual(['identifier.license:a', 'identifier.discord:1', 'player.3']);
});

test.each([
  ['has a ped where it is', [1, 2, 3] as const, true, 0x20003],
  ['has none before it is anywhere', undefined, true, 0],
  ['has none without OneSync', [1, 2, 3] as const, false, 0],
])('a player %s', (_name, coords, entities, ped) => {
  const players = setUp(entities);
  const ann = players.add({ id: 3, name: 'Ann', ...(coords ? { coords } : {}) }, true);
  expect(players.pedOf(ann)).toBe(ped);
  expect(players.byEntity(0x20003)).toBe(ann);
});
