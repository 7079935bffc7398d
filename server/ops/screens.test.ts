import { expect, test } from '@jest/globals';
import { READY_EVENT, SCREEN_EVENT } from '../../shared/delivery.ts';
import { createScreens } from './screens.ts';

function setUp() {
  const handlers = new Map<string, (player: number, ...args: unknown[]) => void>();
  const screens = createScreens(
    { on: (event, run) => void handlers.set(event, run) },
    (player) => player < 10,
  );
  return {
    screens,
    tell: (event: string, player: number, ...args: unknown[]) => handlers.get(event)?.(player, ...args),
  };
}

test('a screen is ready from when the game says so until the player leaves', () => {
  const { screens, tell } = setUp();
  tell(SCREEN_EVENT, 1);
  expect([screens.isReady(1), screens.isReady(2)]).toEqual([true, false]);
  screens.forget(1);
  expect(screens.isReady(1)).toBe(false);
});

test('whoever is not on the server has no screen and no say', () => {
  const { screens, tell } = setUp();
  tell(SCREEN_EVENT, 77);
  tell(READY_EVENT, 77, true);
  expect([screens.isReady(77), screens.isKeyLeaked()]).toEqual([false, false]);
});

test.each([
  ['a game that could read the key', true, true],
  ['a game that could not', false, false],
  ['something else', 'true', false],
])('%s', (_, said, expected) => {
  const { screens, tell } = setUp();
  tell(READY_EVENT, 1, said);
  expect(screens.isKeyLeaked()).toBe(expected);
});
