// How far away things are, and which way to turn.

import type { Here } from './screen-state.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Finer turns are not worth drawing anew. */
const TURN_STEP = 15;

/** Metres as the crow flies. */
export function distanceBetween(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Degrees by which to turn to the right to face `target`, in steps of 15 from 0 to 345; 0 is straight ahead. */
export function turnTo(here: Here, target: Point): number {
  const bearing = (Math.atan2(target.x - here.x, target.y - here.y) * 180) / Math.PI;
  // GTA headings grow to the left, bearings to the right.
  const turn = Math.round((bearing + here.heading) / TURN_STEP) * TURN_STEP;
  return ((turn % 360) + 360) % 360;
}
