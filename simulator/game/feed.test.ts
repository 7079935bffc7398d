import { beforeEach, expect, test } from '@jest/globals';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

const begin = (text: string): void => {
  rig.call('BeginTextCommandThefeedPost', 'STRING');
  rig.call('AddTextComponentSubstringPlayerName', text);
};

test('a ticker', () => {
  begin('hello');
  expect(rig.call('EndTextCommandThefeedPostTicker', true, false)).toBe(1);
  expect(rig.game.feed).toEqual([
    {
      id: 1,
      type: 'ticker',
      text: 'hello',
      label: 'STRING',
      components: ['hello'],
      txd: null,
      txn: null,
      flash: false,
      icon: null,
      sender: null,
      subject: null,
      backgroundColour: null,
      important: true,
      showInBrief: false,
      durationMultiplier: 1,
      createdBy: 'cad',
      at: 1_000_000,
      removed: false,
    },
  ]);
});

test('a message with a picture that was loaded', () => {
  rig.call('RequestStreamedTextureDict', 'CHAR_CALL911', false);
  expect(rig.call('HasStreamedTextureDictLoaded', 'CHAR_CALL911')).toBe(false);
  rig.advance(50);
  expect(rig.call('HasStreamedTextureDictLoaded', 'char_call911')).toBe(true);
  begin('Shots fired');
  const message = ['CHAR_CALL911', 'CHAR_CALL911', false, 1, 'Dispatch', '~r~Priority 1'];
  rig.call('EndTextCommandThefeedPostMessagetext', ...message);
  begin('longer');
  rig.call('EndTextCommandThefeedPostMessagetextTu', ...message, 2);
  expect(rig.problems).toEqual([]);
  expect(rig.game.feed).toMatchObject([
    {
      type: 'message',
      txd: 'CHAR_CALL911',
      icon: 1,
      sender: 'Dispatch',
      subject: '~r~Priority 1',
      text: 'Shots fired',
    },
    { type: 'message', durationMultiplier: 2, text: 'longer' },
  ]);
});

test('a message with a picture that was not loaded is a problem', () => {
  begin('text');
  rig.call('EndTextCommandThefeedPostMessagetext', 'CHAR_X', 'CHAR_X', false, 1, 'a', 'b');
  expect(rig.takeProblems()).toEqual([
    'native: EndTextCommandThefeedPostMessagetext: texture dictionary CHAR_X is not loaded: the card shows no picture',
  ]);
  expect(rig.game.feed).toHaveLength(1);
});

test('a picture is gone when its resource let go or stopped', () => {
  rig.call('RequestStreamedTextureDict', 'A', false);
  rig.callAs('other', 'RequestStreamedTextureDict', 'A', false);
  rig.advance(1);
  rig.call('SetStreamedTextureDictAsNoLongerNeeded', 'A');
  expect(rig.call('HasStreamedTextureDictLoaded', 'A')).toBe(true);
  rig.game.onResourceStop('other');
  expect(rig.call('HasStreamedTextureDictLoaded', 'A')).toBe(false);
});

test('a background colour counts for the next post only', () => {
  for (const native of ['ThefeedSetNextPostBackgroundColor', 'ThefeedNextPostBackgroundColor', null]) {
    if (native) rig.call(native, 6);
    begin('x');
    rig.call('EndTextCommandThefeedPostTicker', false, true);
  }
  expect(rig.game.feed.map(({ backgroundColour }) => backgroundColour)).toEqual([6, 6, null]);
});

test('a removed post stays known as removed; posts outlive their resource', () => {
  begin('a');
  const id = rig.call('EndTextCommandThefeedPostTicker', false, true);
  begin('b');
  rig.call('EndTextCommandThefeedPostTicker', false, true);
  rig.call('ThefeedRemoveItem', id);
  rig.call('RemoveNotification', id);
  rig.call('ThefeedRemoveItem', 99);
  rig.game.onResourceStop('cad');
  expect(rig.game.feed.map(({ removed }) => removed)).toEqual([true, false]);
  expect(rig.problems).toEqual([]);
});

test('a post without a text gives no handle', () => {
  expect(rig.call('EndTextCommandThefeedPostTicker', false, true)).toBe(-1);
  expect(rig.game.feed).toEqual([]);
});
