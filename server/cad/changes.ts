// The facts that the store reports: what has become different, with the picture before and after.

import type { Call, Note } from '../../shared/call.ts';
import type { CadUnit } from './unit.ts';

/**
 * Why a call is over. `merged`: it turned out to be the same incident as another call. `resynced`: the CAD no longer
 * lists it.
 */
export type CloseReason = 'removed' | 'closed' | 'expired' | 'displaced' | 'merged' | 'resynced';

/**
 * One change of what is known. Calls and units are immutable: `before` stays as it was. A call that changes is told
 * once as `call.updated`; what exactly happened to it follows as facts of their own (`call.note`, `unit.attached`).
 */
export type Change =
  | { readonly type: 'call.opened'; readonly call: Call }
  | { readonly type: 'call.updated'; readonly call: Call; readonly before: Call }
  | { readonly type: 'call.closed'; readonly call: Call; readonly before: Call; readonly reason: CloseReason }
  | { readonly type: 'call.note'; readonly call: Call; readonly note: Note }
  | { readonly type: 'unit.attached'; readonly call: Call; readonly ident: number }
  | { readonly type: 'unit.detached'; readonly call: Call; readonly ident: number }
  | { readonly type: 'unit.login'; readonly unit: CadUnit }
  | { readonly type: 'unit.logout'; readonly unit: CadUnit }
  | { readonly type: 'unit.updated'; readonly unit: CadUnit; readonly before: CadUnit }
  | { readonly type: 'unit.status'; readonly unit: CadUnit; readonly before: CadUnit }
  | { readonly type: 'unit.panic'; readonly unit: CadUnit; readonly isPanic: boolean }
  | { readonly type: 'tone'; readonly tone: Tone }
  | { readonly type: 'station.alert'; readonly alert: StationAlert }
  | { readonly type: 'pager'; readonly page: Page };

/** Whether a change is about a unit alone: it alerts nobody but its player. Most events are nothing else. */
export function isAboutUnit({ type }: Change): boolean {
  return type === 'unit.login' || type === 'unit.logout' || type === 'unit.updated' || type === 'unit.status';
}

/** A change of a certain type. */
export type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>;

/** Whom a tone is for: 0 all units, 1 a dispatch call, 2 agency, 3 department, 4 subdivision, 5 ident, 6 group. */
export interface ToneTarget {
  readonly type: number;
  readonly value: string | number | null;
  readonly label: string;
}

/** A tone from the CAD's tone board. */
export interface Tone {
  readonly url: string;
  readonly targets: readonly ToneTarget[];
}

/** An alert for fire stations: doors to open and close, lights, a tone, and a text or base64 audio to say. */
export interface StationAlert {
  readonly locations: readonly { name: string; open: readonly string[]; close: readonly string[] }[];
  readonly message: string;
  readonly colors: readonly string[];
  readonly tone: string;
}

/** A message to pagers. */
export interface Page {
  readonly addresses: readonly string[];
  readonly idents: readonly number[];
  readonly nature: string;
  readonly body: string;
}
