import { beforeEach, expect, test } from '@jest/globals';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

test('are recorded with name and set', () => {
  rig.call('PlaySoundFrontend', -1, 'TIMER_STOP', 'HUD_MINI_GAME_SOUNDSET', true);
  rig.call('PlaySoundFrontend', -1, 'Beep', null, false);
  rig.call('PlaySoundFromCoord', -1, 'Horn', 1, 2, 3, 'SET', false, 10, false);
  expect(rig.game.sounds).toMatchObject([
    { name: 'TIMER_STOP', set: 'HUD_MINI_GAME_SOUNDSET', at: 1_000_000, createdBy: 'cad' },
    { name: 'Beep', set: null },
    { name: 'Horn', set: 'SET' },
  ]);
  expect(rig.problems).toEqual([]);
});

test('with an id need one that was given and not released', () => {
  const id = rig.call('GetSoundId');
  rig.call('PlaySoundFrontend', id, 'A', 'B', true);
  rig.call('StopSound', id);
  rig.call('ReleaseSoundId', id);
  expect(rig.problems).toEqual([]);
  rig.call('PlaySoundFrontend', id, 'A', 'B', true);
  rig.call('StopSound', 77);
  expect(rig.takeProblems()).toEqual([
    `native: PlaySoundFrontend: sound id ${id} was not given by GetSoundId, or was released`,
    'native: StopSound: sound id 77 was not given by GetSoundId, or was released',
  ]);
  expect(rig.game.sounds).toHaveLength(1);
});

test('lose their ids when the resource stops', () => {
  const id = rig.call('GetSoundId');
  const other = rig.callAs('other', 'GetSoundId');
  rig.game.onResourceStop('cad');
  rig.callAs('other', 'PlaySoundFrontend', other, 'A', 'B', true);
  expect(rig.problems).toEqual([]);
  rig.call('PlaySoundFrontend', id, 'A', 'B', true);
  expect(rig.problems).toHaveLength(1);
});
