// A kind of event to measure.

import type { Payload } from '../payloads.ts';
import type { Crowd } from '../rig.ts';

/** Payloads of a round, and what is sent before and after it, unmeasured. */
export interface Kind {
  readonly name: string;
  /** What the product answers; the default is 200. */
  readonly status?: number;
  /** At most this many times the floor. */
  readonly limit: number;
  /** Sent once, before the first round. */
  prepare?(crowd: Crowd): Payload[];
  bodies(round: number, crowd: Crowd): (Payload | string)[];
  /** Makes the next round as the first. */
  undo?(round: number, crowd: Crowd): Payload[];
}

/** Events in a round, which takes a few milliseconds. */
export const EVENTS = 100;

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
