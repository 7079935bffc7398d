// Reads what the page asks for. The page is ours, but whatever runs in it may be not: narrow checks, no trust.

import { PLAYER_ACTIONS } from '../shared/screen.ts';
import type { Act } from './actions.ts';

const ACTS: readonly string[] = [
  ...PLAYER_ACTIONS,
  ...['filter', 'open', 'close-list', 'close-panel', 'route-panic', 'dismiss-panic', 'set-status'],
];
const MAX_KEY = 100;
/** The server takes no more. */
const MAX_NOTE = 2000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** An action, or null when it is none. A key that cannot be one is not taken for none: that would act on something else. */
export function readAct(value: unknown): { readonly action: Act; readonly key?: string } | null {
  if (!isRecord(value) || typeof value.action !== 'string' || !ACTS.includes(value.action)) return null;
  const { key } = value;
  const action = value.action as Act;
  if (key === undefined) return { action };
  return typeof key === 'string' && key.length <= MAX_KEY ? { action, key } : null;
}

/** What a player changed in the panel; which of it is usable is decided later. */
export function readSettings(value: unknown): { readonly player: unknown; readonly isFinal: boolean } | null {
  return isRecord(value) ? { player: value.player, isFinal: value.isFinal === true } : null;
}

/** A note on a call, or null when it is none. */
export function readNote(value: unknown): { readonly key: string; readonly text: string } | null {
  if (!isRecord(value)) return null;
  const { key, text } = value;
  const isNote = typeof key === 'string' && key.length <= MAX_KEY && typeof text === 'string';
  return isNote && text.length <= MAX_NOTE && text.trim() !== '' ? { key, text } : null;
}

/** Whether the player is typing; null when it says nothing about that. */
export function readTyping(value: unknown): boolean | null {
  return isRecord(value) && typeof value.isTyping === 'boolean' ? value.isTyping : null;
}
