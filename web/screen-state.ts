// What is on the screen, as the client script last told, and what the player is trying out in the settings panel.

import type {
  Card,
  ListView,
  PanicBanner,
  PlayerSettings,
  ScreenMessage,
  ScreenSetup,
} from '../shared/screen.ts';

/** Where the player is (GTA world metres) and looks (degrees, 0 is north, counter-clockwise). */
export interface Here {
  readonly x: number;
  readonly y: number;
  readonly heading: number;
}

export interface ScreenState {
  /** Nothing is drawn before it is there. */
  readonly setup: ScreenSetup | null;
  readonly cards: readonly Card[];
  readonly more: number;
  readonly panics: readonly PanicBanner[];
  readonly list: ListView | null;
  /** The server's clock minus ours, in milliseconds. */
  readonly clockOffset: number;
  readonly here: Here | null;
  /** While the panel of settings is open: what the player tries out, and what was in force before. */
  readonly panel: { readonly draft: PlayerSettings; readonly before: PlayerSettings } | null;
  readonly isHidden: boolean;
}

export const EMPTY_SCREEN: ScreenState = {
  setup: null,
  cards: [],
  more: 0,
  panics: [],
  list: null,
  clockOffset: 0,
  here: null,
  panel: null,
  isHidden: false,
};

/** The state after a message that came at `at` (ms since the epoch, our clock). Sounds are no part of it. */
export function applyMessage(state: ScreenState, message: ScreenMessage, at: number): ScreenState {
  switch (message.type) {
    case 'setup':
      return { ...state, setup: message.setup };
    case 'cards':
      return { ...state, cards: message.cards, more: message.more };
    case 'panics':
      return { ...state, panics: message.panics };
    case 'list':
      return { ...state, list: message.list, clockOffset: message.now - at };
    case 'here':
      return { ...state, here: { x: message.x, y: message.y, heading: message.heading } };
    case 'panel':
      return message.isOpen ? openPanel(state) : { ...state, panel: null };
    case 'hide':
      return { ...state, isHidden: message.isHidden };
    case 'sound':
    case 'silence':
      return state;
  }
}

/** A panel that is open already keeps what was tried out. */
function openPanel(state: ScreenState): ScreenState {
  const player = state.setup?.player;
  return state.panel || !player ? state : { ...state, panel: { draft: player, before: player } };
}

/** The state with other settings being tried out. */
export function withDraft(state: ScreenState, draft: PlayerSettings): ScreenState {
  return state.panel ? { ...state, panel: { ...state.panel, draft } } : state;
}

/** The state with the panel closed and these settings in force. */
export function withPlayer(state: ScreenState, player: PlayerSettings): ScreenState {
  return { ...state, panel: null, setup: state.setup && { ...state.setup, player } };
}

/** The settings that everything is drawn by. */
export function playerOf(state: ScreenState & { readonly setup: ScreenSetup }): PlayerSettings {
  return state.panel?.draft ?? state.setup.player;
}
