// Calls of both kinds for tests of what becomes of them, and where they are kept.

import type { DispatchPatch, Emergency } from '../../server/cad/incident.ts';
import type { IncidentLimits } from '../../server/cad/incident-ledger.ts';
import { createIncidents } from '../../server/cad/incidents.ts';
import { createManualClock } from './manual-clock.ts';

export const MINUTE = 60_000;

/** No incidents yet; `limits` replace what the delivered settings make. */
export function setUp(limits: Partial<IncidentLimits> = {}) {
  const clock = createManualClock();
  const all: IncidentLimits = {
    maxOpenCalls: 500,
    emergencyExpiresMs: 30 * MINUTE,
    dispatchExpiresMs: 720 * MINUTE,
    rememberClosedMs: 10 * MINUTE,
    parkedMs: 5 * MINUTE,
    ...limits,
  };
  return { clock, limits: all, store: createIncidents(clock.now, () => all) };
}

/** A 911 call with a place; `extra` replaces fields. */
export const emergency = (callId: number, extra: Partial<Emergency> = {}): Emergency => ({
  callId,
  isEmergency: true,
  caller: 'Nora Fields',
  location: 'Sinner St',
  description: 'A van is broken into',
  metaData: { x: '1', y: '2', callerPlayerId: '7' },
  updated: null,
  ...extra,
});

/** A dispatch call of which nothing is said but its number and `extra`. */
export const dispatch = (callId: number, extra: Partial<DispatchPatch> = {}): DispatchPatch => ({
  callId,
  idents: undefined,
  notes: [],
  updated: null,
  ...extra,
});

export const note = (time: string, content: string) => ({ time, label: 'DISP-1', type: 'text', content });
export const typesOf = (changes: readonly { type: string }[]) => changes.map(({ type }) => type);
export const keysOf = (calls: readonly { key: string }[]) => calls.map(({ key }) => key);
/** Facts of a dispatch call that was made from the 911 call 302. */
export const linked = { createdFromId: '302' };
