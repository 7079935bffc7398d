import { beforeEach, describe, expect, test } from '@jest/globals';
import { hashOf } from './define.ts';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

const map = (command: string, key: string, mapper = 'keyboard'): unknown =>
  rig.call('RegisterKeyMapping', command, 'What it does', mapper, key);
const pressed = (key: string): string[] => {
  rig.game.press(key);
  return rig.commands.splice(0);
};

describe('a key mapping', () => {
  test('runs its command when the key goes down', () => {
    map('cadopen', 'F9');
    expect(pressed('f9')).toEqual(['cadopen']);
    expect(pressed('F8')).toEqual([]);
    expect(rig.game.keyMappings).toEqual([
      { command: 'cadopen', description: 'What it does', mapper: 'keyboard', key: 'F9', resource: 'cad' },
    ]);
  });

  test('of a plus command runs the minus command when the key goes up', () => {
    map('+panic', 'K');
    rig.game.hold('k');
    rig.game.hold('k');
    expect(rig.commands.splice(0)).toEqual(['+panic']);
    rig.game.letGo('k');
    rig.game.letGo('k');
    expect(rig.commands).toEqual(['-panic']);
  });

  test('held by two keys ends with the last of them', () => {
    map('+panic', 'K');
    map('~!+panic', 'J');
    rig.game.hold('K');
    rig.game.hold('J');
    rig.game.letGo('K');
    expect(rig.commands).toEqual(['+panic']);
    rig.game.letGo('J');
    expect(rig.commands).toEqual(['+panic', '-panic']);
  });

  test('may run several commands', () => {
    map('one;+two;three', 'F1');
    rig.game.hold('F1');
    expect(rig.commands.splice(0)).toEqual(['one', '+two', 'three']);
    rig.game.letGo('F1');
    expect(rig.commands).toEqual(['-two']);
  });

  test('keeps the first registration of a command', () => {
    map('x', 'F1');
    map('x', 'F2');
    expect([pressed('F1'), pressed('F2')]).toEqual([['x'], []]);
    expect(rig.problems).toEqual([]);
  });

  test('has the key that the player bound, before and after the resource was stopped', () => {
    map('x', 'F1');
    rig.game.bind('x', 'J');
    rig.game.bind('y', 'F2');
    map('y', '');
    expect([pressed('F1'), pressed('J'), pressed('F2')]).toEqual([[], ['x'], ['y']]);
    rig.game.onResourceStop('cad');
    map('x', 'F1');
    expect([pressed('F1'), pressed('J')]).toEqual([[], ['x']]);
    expect(() => rig.game.bind('x', 'NOKEY')).toThrow('there is no key NOKEY');
  });

  test('may leave the key to the player', () => {
    map('x', '');
    expect(rig.game.keyMappings).toHaveLength(1);
    expect(pressed('')).toEqual([]);
    expect(rig.problems).toEqual([]);
  });

  test('for an unknown key or device is a problem and does nothing', () => {
    map('x', 'F25');
    map('x', 'F1', 'board');
    map('x', 'MOUSE_MIDDLE', 'mouse_button');
    expect(rig.takeProblems()).toEqual([
      'native: RegisterKeyMapping: there is no key F25',
      'native: RegisterKeyMapping: there is no input device board',
    ]);
    expect(rig.game.keyMappings).toHaveLength(1);
  });

  test('ends with its resource', () => {
    map('x', 'F1');
    rig.game.onResourceStop('cad');
    expect(pressed('F1')).toEqual([]);
  });

  test('has a button for help texts', () => {
    map('+panic', 'K');
    expect(rig.call('GetControlInstructionalButton', 0, hashOf('+panic') | 0x80000000, true)).toBe('t_K');
    map('list', 'F9');
    map('open', 'return');
    map('unbound', '');
    const button = (command: string) =>
      rig.call('GetControlInstructionalButton', 0, hashOf(command) | 0x80000000, true);
    expect([button('list'), button('open'), button('unbound')]).toEqual(['b_178', 'b_1003', 't_']);
    expect(rig.call('GetControlInstructionalButton', 2, 51, true)).toBe('t_E');
  });
});

describe('keys do not reach the game', () => {
  beforeEach(() => void map('x', 'F1'));

  test('in the pause menu', () => {
    rig.game.paused = true;
    expect(pressed('F1')).toEqual([]);
    rig.game.paused = false;
    expect(pressed('F1')).toEqual(['x']);
  });

  test('while a page has focus, unless it lets them through', () => {
    rig.call('SetNuiFocus', true, true);
    expect(pressed('F1')).toEqual([]);
    rig.call('SetNuiFocusKeepInput', true);
    expect(pressed('F1')).toEqual(['x']);
    rig.call('SetNuiFocusKeepInput', false);
    rig.call('SetNuiFocus', false, false);
    expect(pressed('F1')).toEqual(['x']);
  });
});
