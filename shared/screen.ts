// What the client script and the NUI page say to each other. The script decides what is on the screen; the page draws
// it. Every message replaces what it is about, so that a page that comes late only has to be told everything once.

import type { CallView } from './call.ts';
import type { Texts } from './locale.ts';
import type { UnitView } from './unit.ts';

/** Where on the screen the cards stand. */
export const ANCHORS = [
  'top-left',
  'top',
  'top-right',
  'left',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const;
export type Anchor = (typeof ANCHORS)[number];

/** How much a card tells: a line, the usual, or everything. */
export const DENSITIES = ['compact', 'normal', 'full'] as const;
export type Density = (typeof DENSITIES)[number];

/** What a player chose; kept on the player's own computer. */
export interface PlayerSettings {
  readonly anchor: Anchor;
  /** 1 is normal; 0.7 to 1.6. */
  readonly scale: number;
  readonly density: Density;
  /** 0 to 1. */
  readonly volume: number;
  readonly isMuted: boolean;
  /** Whether muting silences panics, too. */
  readonly isPanicMuted: boolean;
  readonly reducedMotion: boolean;
  /** How alerts are shown: `auto`, or the name of a notifier that the owner allows. */
  readonly notifier: string;
}

/** What players do with keys, commands or the mouse. */
export const PLAYER_ACTIONS = [
  'list',
  'respond',
  'route',
  'next',
  'previous',
  'dismiss',
  'mute',
  'panic',
  'up',
  'down',
  'select',
  'back',
  'status',
] as const;
export type PlayerAction = (typeof PLAYER_ACTIONS)[number];

/** How urgent a call is, put into what is seen. Colour is never the only sign: there is the label, too. */
export interface PriorityLook {
  /** `low`, `normal`, `high` or `critical`: the page has a colour and a shape for each. */
  readonly level: 'low' | 'normal' | 'high' | 'critical';
  /** Short word on the card, such as `P1`; `''` for none. */
  readonly label: string;
}

/** Parts of the game's screen that cards keep out of, as fractions of its width and height from the top left. */
export interface ScreenFrame {
  /** Part of the screen that is safe to draw in: 0.9 to 1 (GET_SAFE_ZONE_SIZE). */
  readonly safeZone: number;
  readonly minimap: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

/** Everything the page needs before it draws anything. */
export interface ScreenSetup {
  /** Texts whose names begin with `ui.`, and `number.emergency`, which they may name. */
  readonly texts: Texts;
  /** BCP 47, for numbers and times. */
  readonly language: string;
  /** `metric`: m and km; `imperial`: ft and mi. */
  readonly distances: 'metric' | 'imperial';
  readonly player: PlayerSettings;
  readonly frame: ScreenFrame;
  /** What is written on the keys that the player has bound, by action; absent when there is none. */
  readonly keys: Readonly<Partial<Record<PlayerAction, string>>>;
  /** Notifiers that the player may choose from; empty when the owner allows no choice. */
  readonly notifiers: readonly string[];
}

/** What has become of the player's answer to a call. `reason` is shown when it failed. */
export type Response =
  | { readonly state: 'none' | 'pending' | 'done' }
  | { readonly state: 'failed'; readonly reason: string };

/** A call on the screen. */
export interface CallCard {
  readonly kind: 'call';
  /** The call's key: a card is changed in place, never shown twice. */
  readonly id: string;
  readonly call: CallView;
  /** A card that is over turns grey and goes. */
  readonly state: 'open' | 'closed' | 'detached';
  readonly priority: PriorityLook;
  /** The card that keys act on. */
  readonly isFocused: boolean;
  /** The player's unit is attached. */
  readonly isMine: boolean;
  /** The game leads the player there. */
  readonly isRouted: boolean;
  readonly response: Response;
  /** Grows with every change worth a short pulse. */
  readonly pulse: number;
  /** What just happened, already in words, or `''`: "You are attached", a note. */
  readonly news: string;
  /** How long the card stays from now, and how long it was to stay in all (ms); null while it stays on. */
  readonly time: { readonly left: number; readonly of: number } | null;
  /** Actions that are possible now, in the order in which to hint at them. */
  readonly actions: readonly PlayerAction[];
}

/** Anything else that is worth a card: a pager message, a station alert, a status. Already in words. */
export interface MessageCard {
  readonly kind: 'message';
  readonly id: string;
  /** Which sign is drawn: `info`, `pager`, `station`, `status`, `tone`, `success` or `warning`. */
  readonly sign: 'info' | 'pager' | 'station' | 'status' | 'tone' | 'success' | 'warning';
  readonly title: string;
  readonly subtitle: string;
  readonly text: string;
  readonly isFocused: boolean;
  readonly time: { readonly left: number; readonly of: number } | null;
}

export type Card = CallCard | MessageCard;

/** A unit in panic, at the top of the screen. */
export interface PanicBanner {
  readonly ident: number;
  readonly unit: string;
  /** Street and area, or `''`. */
  readonly place: string;
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly isRouted: boolean;
  /** It is the player's own. */
  readonly isOwn: boolean;
  /** What keys do to this banner now, in the order in which to hint at it. */
  readonly actions?: readonly PlayerAction[];
}

export const LIST_FILTERS = ['all', 'mine', '911', 'page'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** One line of the list. */
export interface ListRow {
  readonly key: string;
  readonly number: number | null;
  readonly stage: '911' | 'dispatch';
  readonly isEmergency: boolean;
  readonly code: string;
  readonly title: string;
  readonly place: string;
  readonly priority: PriorityLook;
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly openedAt: number;
  readonly units: number;
  readonly isMine: boolean;
  readonly isRouted: boolean;
}

/** The statuses that the player can give the own unit, by their index. */
export interface StatusMenuView {
  readonly statuses: readonly { readonly index: number; readonly label: string }[];
  readonly selected: number;
}

/** The list while it is open. */
export interface ListView {
  readonly filter: ListFilter;
  /** Calls behind each filter. */
  readonly counts: Readonly<Record<ListFilter, number>>;
  /** The part of the list around the selected call. */
  readonly rows: readonly ListRow[];
  /** Calls before and after `rows`. */
  readonly before: number;
  readonly after: number;
  readonly selected: string | null;
  /** The selected call opened up, or null. */
  readonly detail: {
    readonly call: CallView;
    readonly priority: PriorityLook;
    readonly isMine: boolean;
    readonly isRouted: boolean;
    readonly response: Response;
    readonly actions: readonly PlayerAction[];
    /** What has become of the player's last note on the call; null where none can be written. */
    readonly note: Response | null;
  } | null;
  /** The menu of statuses while it is open. */
  readonly menu: StatusMenuView | null;
  /** What has become of the status that the player chose last. */
  readonly status: Response;
  /** Whether the mouse is there. */
  readonly hasCursor: boolean;
  /** The player's own unit. */
  readonly unit: UnitView | null;
}

/** Client script to page (`SendNUIMessage`). */
export type ScreenMessage =
  | { readonly type: 'setup'; readonly setup: ScreenSetup }
  /** `more`: cards that wait behind these. */
  | { readonly type: 'cards'; readonly cards: readonly Card[]; readonly more: number }
  | { readonly type: 'panics'; readonly panics: readonly PanicBanner[] }
  /** Null closes the list. `now` is the server's clock (ms since the epoch), for ages. */
  | { readonly type: 'list'; readonly list: ListView | null; readonly now: number }
  /** Where the player is (GTA world metres) and looks (degrees, 0 is north, counter-clockwise); while it matters. */
  | { readonly type: 'here'; readonly x: number; readonly y: number; readonly heading: number }
  /** Opens or closes the panel of the player's settings. */
  | { readonly type: 'panel'; readonly isOpen: boolean }
  /** Plays a sound of our own (`panic`), or one from an https address (`tone`). `seconds` cuts it. */
  | { readonly type: 'sound'; readonly sound: 'panic'; readonly volume: number }
  | {
      readonly type: 'sound';
      readonly sound: 'tone';
      readonly url: string;
      readonly volume: number;
      readonly seconds: number;
    }
  /** Ends every sound. */
  | { readonly type: 'silence' }
  /** Nothing is to be seen for now, as over the pause menu; sounds go on. */
  | { readonly type: 'hide'; readonly isHidden: boolean };

/** Page to client script: POST to `https://<resource>/<name>`; each is answered with `{ ok: true }`. */
export const PAGE_CALLBACKS = ['ready', 'act', 'settings', 'note', 'typing'] as const;

/** What the page asks for. `ready`: it can be told everything now. */
export interface PageRequests {
  readonly ready: Record<string, never>;
  /** `key` is a card's id, a call's key, an ident (as text) of a panic, a filter, or the index (as text) of a status. */
  readonly act: {
    readonly action:
      | PlayerAction
      | 'filter'
      | 'open'
      | 'close-list'
      | 'close-panel'
      | 'route-panic'
      | 'dismiss-panic'
      | 'set-status';
    readonly key?: string;
  };
  /** `isFinal` is false while the player is still trying things out (live preview). */
  readonly settings: { readonly player: PlayerSettings; readonly isFinal: boolean };
  /** A note on the call with that key. */
  readonly note: { readonly key: string; readonly text: string };
  /** Whether the player is typing: then the game must not take the keys for its own. */
  readonly typing: { readonly isTyping: boolean };
}
