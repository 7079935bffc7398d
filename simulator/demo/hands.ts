// What a dispatcher does in the demo, as the page asks for it.

import { type Fields, isNumber, isText, readTagged } from './fields.ts';

/** One act. Calls and units go by their numbers in the CAD. */
export type Hand =
  /** A player's account logs in to the CAD, or out of it. */
  | { readonly act: 'shift'; readonly player: number; readonly isOn: boolean }
  | { readonly act: 'status'; readonly unit: number; readonly status: number }
  | { readonly act: 'panic'; readonly unit: number; readonly isOn: boolean }
  /** Makes a dispatch call of a 911 call. */
  | { readonly act: 'dispatch'; readonly call: number }
  /** Takes a 911 call off the board. */
  | { readonly act: 'remove'; readonly call: number }
  | { readonly act: 'attach'; readonly call: number; readonly unit: number; readonly isOn: boolean }
  | { readonly act: 'note'; readonly call: number; readonly text: string }
  | { readonly act: 'priority'; readonly call: number; readonly priority: number }
  | { readonly act: 'close'; readonly call: number };

type Reader<Act extends Hand['act']> = (fields: Fields) => Omit<Extract<Hand, { act: Act }>, 'act'> | null;

const READERS: { readonly [Act in Hand['act']]: Reader<Act> } = {
  shift: ({ player, isOn }) => (isNumber(player) && typeof isOn === 'boolean' ? { player, isOn } : null),
  status: ({ unit, status }) => (isNumber(unit) && isNumber(status) ? { unit, status } : null),
  panic: ({ unit, isOn }) => (isNumber(unit) && typeof isOn === 'boolean' ? { unit, isOn } : null),
  dispatch: ({ call }) => (isNumber(call) ? { call } : null),
  remove: ({ call }) => (isNumber(call) ? { call } : null),
  attach: ({ call, unit, isOn }) =>
    isNumber(call) && isNumber(unit) && typeof isOn === 'boolean' ? { call, unit, isOn } : null,
  note: ({ call, text }) => (isNumber(call) && isText(text) ? { call, text } : null),
  priority: ({ call, priority }) => (isNumber(call) && isNumber(priority) ? { call, priority } : null),
  close: ({ call }) => (isNumber(call) ? { call } : null),
};

/** The act in what a page sent, or null when it is none. */
export const readHand = (fields: Fields) => readTagged(fields, 'act', READERS) as Hand | null;
