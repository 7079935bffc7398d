// How alerts are shown: the kinds of alerts, what their texts may name, the notifiers, and what an owner chose.

import type { Texts } from './locale.ts';

const CALL = [
  'number',
  'kind',
  'code',
  'title',
  'caller',
  'place',
  'postal',
  'block',
  'description',
  'priority',
  'units',
  'distance',
] as const;
const SUMMARY = ['number', 'title', 'place'] as const;
const UNIT = ['unit'] as const;

/** Kinds of alerts, each with the values that its texts may name. The kinds are those of `Announcement`. */
export const ALERT_VALUES = {
  'call-opened': CALL,
  'call-dispatched': CALL,
  attached: CALL,
  detached: SUMMARY,
  note: [...CALL, 'label', 'note'],
  priority: CALL,
  closed: SUMMARY,
  status: ['status'],
  panic: UNIT,
  'panic-over': UNIT,
  tone: [],
  station: ['stations', 'message'],
  pager: ['nature', 'message'],
  caller: ['news', 'unit'],
} as const;

export type AlertKind = keyof typeof ALERT_VALUES;

/** The values that the texts of a kind of alert may name. */
export type AlertValues<K extends AlertKind> = Readonly<
  Record<(typeof ALERT_VALUES)[K][number], string | number | null>
>;

/** Parts of an alert; each has a text of its own, `alert.<kind>.<part>`. */
export const ALERT_PARTS = ['title', 'subtitle', 'text'] as const;

/** Every notifier. `cards` are drawn by our own page, `feed` by the game, the others by other resources. */
export const NOTIFIERS = [
  'cards',
  'ox_lib',
  'lation_ui',
  'okokNotify',
  't-notify',
  'mythic_notify',
  'pNotify',
  'qbox',
  'qbcore',
  'esx',
  'chat',
  'feed',
  'custom',
] as const;
export type NotifierName = (typeof NOTIFIERS)[number];

/** In the place of a notifier: whichever of `AUTO_ORDER` can be used. */
export const AUTO = 'auto';

/** An export that the owner named comes first, then what was made for alerts, then frameworks, and at last the game. */
export const AUTO_ORDER: readonly NotifierName[] = [
  'custom',
  'cards',
  'ox_lib',
  'lation_ui',
  'okokNotify',
  't-notify',
  'mythic_notify',
  'pNotify',
  'qbox',
  'qbcore',
  'esx',
  'feed',
];

/** What the owner chose, as a game client needs it. */
export interface NotifySettings {
  /** Notifiers (or `auto`) to try, in this order. */
  readonly order: readonly string[];
  /** The order for single kinds of alerts; an empty one shows nothing. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** How long single kinds of alerts stay, in seconds. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Client export of another resource that is called with each alert; null for none. */
  readonly custom: { readonly resource: string; readonly export: string } | null;
  /** Whether players may choose a notifier for themselves. */
  readonly allowPlayerChoice: boolean;
  /** A language such as `de`, or `auto` for the one in the convar `ox:locale`. */
  readonly language: string;
  /** Texts that replace those of every language, by name. */
  readonly texts: Texts;
}
