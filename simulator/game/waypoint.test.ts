import { beforeEach, expect, test } from '@jest/globals';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

test('is set, replaced and taken away', () => {
  expect([rig.game.waypoint, rig.call('IsWaypointActive')]).toEqual([null, false]);
  rig.call('SetNewWaypoint', 10.5, 20);
  rig.advance(5);
  rig.call('SetNewWaypoint', 30, 40);
  expect([rig.game.waypoint, rig.call('IsWaypointActive')]).toEqual([[30, 40], true]);
  rig.call('SetWaypointOff');
  rig.call('DeleteWaypoint');
  expect([rig.game.waypoint, rig.call('IsWaypointActive')]).toEqual([null, false]);
  expect(rig.game.waypointLog).toEqual([
    { coords: [10.5, 20], createdBy: 'cad', at: 1_000_000 },
    { coords: [30, 40], createdBy: 'cad', at: 1_000_005 },
    { coords: null, createdBy: 'cad', at: 1_000_005 },
  ]);
});

test('is found as the blip of sprite 8, and is no blip of a script', () => {
  expect(rig.call('GetFirstBlipInfoId', 8)).toBe(0);
  rig.game.setWaypoint([-50, 60]);
  const blip = rig.call('GetFirstBlipInfoId', 8);
  expect(rig.call('DoesBlipExist', blip)).toBe(true);
  expect(rig.call('GetBlipInfoIdCoord', blip)).toEqual([-50, 60, 0]);
  expect(rig.game.blips).toEqual([]);
  rig.call('RemoveBlip', blip);
  expect(rig.takeProblems()).toEqual([`blip: RemoveBlip: blip ${blip} belongs to the game: it stays`]);
  rig.game.setWaypoint(null);
  expect(rig.call('DoesBlipExist', blip)).toBe(false);
  expect(rig.game.waypointLog.map(({ createdBy }) => createdBy)).toEqual([null, null]);
});

test('outlives the resource that set it', () => {
  rig.call('SetNewWaypoint', 1, 2);
  rig.game.onResourceStop('cad');
  expect(rig.game.waypoint).toEqual([1, 2]);
});
