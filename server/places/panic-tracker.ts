// Follows units in panic: tells where they are while they move, and stops by itself.

import type { Cancel, Clock } from '../ports.ts';
import type { Spot } from './unit-position.ts';

export interface PanicTracker {
  /** Follows a unit from now on; for one that is followed already the time starts anew. Tells at once where it is. */
  start(ident: number): void;
  /** Stops following a unit. Nothing happens when it is not followed. */
  stop(ident: number): void;
  /** Idents of the units that are followed, in the order in which they were started first. */
  active(): number[];
}

const INTERVAL_MS = 1000;
const MAX_MS = 120_000;
/** Moving less than this (metres) is standing still. */
const MIN_MOVE = 1;

interface Tracked {
  readonly until: number;
  readonly told: Spot | null;
}

/** Follows nobody. There is one timer for all units, and none while nobody is followed. */
export function createPanicTracker(options: {
  readonly clock: Clock;
  /** Where a unit is now, or null when that is not known. */
  readonly positionOf: (ident: number) => Spot | null;
  /** Runs with the first position that is known of a unit, and whenever it has moved by more than a metre. */
  readonly onMove: (ident: number, position: Spot) => void;
  /** Runs when a unit was followed for as long as it may be. */
  readonly onEnd?: (ident: number) => void;
  /** How often to look, in ms. */
  readonly intervalMs?: number;
  /** How long a unit is followed, in ms, unless it is stopped or started anew. */
  readonly maxMs?: () => number;
}): PanicTracker {
  const { clock, positionOf, onMove, onEnd, intervalMs = INTERVAL_MS, maxMs = () => MAX_MS } = options;
  const tracked = new Map<number, Tracked>();
  let cancel: Cancel | null = null;

  function look(ident: number): void {
    const state = tracked.get(ident);
    const position = positionOf(ident);
    if (!state || !position || (state.told && distance(state.told, position) <= MIN_MOVE)) return;
    tracked.set(ident, { ...state, told: position });
    onMove(ident, position);
  }

  function stop(ident: number): void {
    tracked.delete(ident);
    if (tracked.size > 0) return;
    cancel?.();
    cancel = null;
  }

  function lookAtAll(): void {
    // A copy: listeners may start and stop units.
    for (const [ident, { until }] of [...tracked]) {
      if (clock.now() < until) {
        look(ident);
      } else {
        stop(ident);
        onEnd?.(ident);
      }
    }
  }

  return {
    start(ident) {
      tracked.set(ident, { until: clock.now() + maxMs(), told: tracked.get(ident)?.told ?? null });
      cancel ??= clock.every(intervalMs, lookAtAll);
      look(ident);
    },
    stop,
    active: () => [...tracked.keys()],
  };
}

/** Metres between two points; on the map alone while a height is not known. */
function distance(a: Spot, b: Spot): number {
  const dz = a.z === null || b.z === null ? 0 : a.z - b.z;
  return Math.hypot(a.x - b.x, a.y - b.y, dz);
}
