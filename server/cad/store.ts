// What we know of the CAD: incidents and units. Pure and synchronous; every method that is told something returns the
// changes it made, and none when it was known already.

import type { IncidentLimits } from './incident-ledger.ts';
import { createIncidents, type Incidents } from './incidents.ts';
import { createUnits, type Units } from './units.ts';

export interface StoreLimits extends IncidentLimits {
  readonly maxUnits: number;
  /** How long a panic is shown. Two minutes unless said otherwise. */
  readonly panicMs?: number;
}

const PANIC_MS = 120_000;

export interface Store {
  readonly incidents: Incidents;
  readonly units: Units;
}

/** An empty store. `now` is read for every change; `limits` for every decision, so that settings can change. */
export function createStore(now: () => number, limits: () => StoreLimits): Store {
  return {
    incidents: createIncidents(now, limits),
    units: createUnits(
      now,
      () => limits().maxUnits,
      () => limits().panicMs ?? PANIC_MS,
    ),
  };
}
