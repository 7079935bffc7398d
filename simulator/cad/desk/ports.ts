// What the hands of a dispatcher work with.
import type { Ids } from '../ids.ts';
import type { CadState } from '../state/state.ts';
import type { Timers } from '../timers.ts';

/** Hands an event over for delivery, in order. */
export type Push = (type: string, data?: unknown) => void;

export interface DeskPorts {
  readonly state: CadState;
  readonly ids: Ids;
  /** ms since the Unix epoch. */
  readonly now: () => number;
  readonly timers: Timers;
  readonly push: Push;
  /** How a change of status is worded; see `WireOptions`. */
  readonly statusShape: 'identIds' | 'units';
}

export const MINUTE_MS = 60_000;

export type OneOrMany = number | readonly number[];

export function toList(value: OneOrMany): readonly number[] {
  return typeof value === 'number' ? [value] : value;
}
