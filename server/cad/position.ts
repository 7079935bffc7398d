// Where a call is, from the facts sent with it.

import type { Position } from '../../shared/call.ts';

/** Beyond this (metres from the map's origin) nothing is drawn: not even custom maps reach that far. */
const WORLD_EDGE = 100_000;

/** The coordinates among the facts, or null. Unreadable ones and the origin (what "unknown" becomes) are none. */
export function exactPosition(facts: Readonly<Record<string, string>>): Position | null {
  const x = readCoordinate(facts.x);
  const y = readCoordinate(facts.y);
  if (x === null || y === null || (x === 0 && y === 0)) return null;
  return { x, y, z: readCoordinate(facts.z), accuracy: 'exact' };
}

function readCoordinate(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= WORLD_EDGE ? value : null;
}
