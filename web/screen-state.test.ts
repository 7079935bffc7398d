import { describe, expect, test } from '@jest/globals';
import type { ScreenMessage } from '../shared/screen.ts';
import { callCard, cards, HERE, list, NOW, PLAYER, setup } from '../test/browser/screens.ts';
import {
  applyMessage,
  EMPTY_SCREEN,
  playerOf,
  type ScreenState,
  withDraft,
  withPlayer,
} from './screen-state.ts';

const told = (...messages: readonly ScreenMessage[]) =>
  messages.reduce((state, message) => applyMessage(state, message, NOW - 500), EMPTY_SCREEN);
const settingsOf = (state: ScreenState) => (state.setup ? playerOf({ ...state, setup: state.setup }) : null);

test('each message replaces what it is about and nothing else', () => {
  const state = told(setup(), cards(callCard()), HERE, list(), cards());
  expect(state.cards).toEqual([]);
  expect(state.list?.selected).toBe('dispatch:501');
  expect(state.here).toEqual({ x: 130, y: -1040, heading: 340 });
});

test("the server's clock is remembered by how far it is from ours", () => {
  expect(told(list()).clockOffset).toBe(500);
});

test('a sound is nothing to see', () => {
  const state = told(setup());
  expect(applyMessage(state, { type: 'silence' }, NOW)).toBe(state);
});

describe('settings', () => {
  const open: ScreenMessage = { type: 'panel', isOpen: true };
  const large = { ...PLAYER, scale: 1.5 };

  test('that are tried out are in force, and what was before is kept', () => {
    const state = withDraft(told(setup(), open), large);
    expect([settingsOf(state), state.panel?.before]).toEqual([large, PLAYER]);
  });

  test('survive the panel being opened again and the client sending them back', () => {
    const tried = withDraft(told(setup(), open), large);
    const state = [setup({}, large), open].reduce((now, message) => applyMessage(now, message, NOW), tried);
    expect([settingsOf(state), state.panel?.before]).toEqual([large, PLAYER]);
  });

  test('that were tried out are gone when the panel is closed from outside', () => {
    const state = applyMessage(withDraft(told(setup(), open), large), { type: 'panel', isOpen: false }, NOW);
    expect(settingsOf(state)).toEqual(PLAYER);
  });

  test('that are kept stay in force without the panel', () => {
    const state = withPlayer(withDraft(told(setup(), open), large), large);
    expect([settingsOf(state), state.panel]).toEqual([large, null]);
  });

  test('cannot be tried out without the panel', () => {
    expect(settingsOf(withDraft(told(setup()), large))).toEqual(PLAYER);
  });

  test('have no panel before there is anything to set', () => {
    expect(told(open).panel).toBeNull();
  });
});
