// Two incidents that turn out to be one: the 911 call and the dispatch call arrived before the link between them.

import type { Change } from './changes.ts';
import {
  type DispatchPatch,
  type Emergency,
  type Incident,
  isOpen,
  phaseOf,
  toCall,
  unbornIncident,
} from './incident.ts';
import { emergencyIdOf } from './incident-edits.ts';
import type { Ledger } from './incident-ledger.ts';
import { addNotes } from './notes.ts';

/**
 * The incident a dispatch call belongs to, or a new one that was open since `openedAt`. Two that turn out to be one
 * are joined.
 */
export function findForDispatch(
  { index, forget }: Ledger,
  patch: DispatchPatch,
  openedAt: number,
): { readonly incident: Incident; readonly changes: Change[] } {
  const emergencyId = emergencyIdOf(patch);
  const own = index.byDispatch(patch.callId);
  const linked = emergencyId === null ? null : index.byEmergency(emergencyId);
  const isFree = linked !== null && (linked.dispatchId === null || linked.dispatchId === patch.callId);
  if (own && linked && isFree && own.key !== linked.key) {
    const { kept, gone } = joinIncidents(own, linked);
    forget(gone.key);
    return { incident: kept, changes: isOpen(gone) ? [merged(gone)] : [] };
  }
  const known = own ?? (isFree ? linked : null);
  return { incident: known ?? unbornIncident(`dispatch:${patch.callId}`, openedAt), changes: [] };
}

/** The incident of a 911 call. One that was kept here before the CAD had it is known again by its `uuid`. */
export function findForEmergency({ index }: Ledger, { callId, metaData }: Emergency): Incident | null {
  const { uuid } = metaData;
  return index.byEmergency(callId) ?? (uuid ? index.keptHere(uuid) : null);
}

function merged(gone: Incident): Change {
  const before = toCall(gone);
  return { type: 'call.closed', call: { ...before, stage: 'closed' }, before, reason: 'merged' };
}

/** The one that players know keeps its key, of two that they know the older one. `gone` is what it was. */
function joinIncidents(a: Incident, b: Incident): { readonly kept: Incident; readonly gone: Incident } {
  const [first, second] = ranks(a) <= ranks(b) ? [a, b] : [b, a];
  const kept: Incident = {
    ...first,
    emergencyId: first.emergencyId ?? second.emergencyId,
    dispatchId: first.dispatchId ?? second.dispatchId,
    emergency: first.emergency ?? second.emergency,
    dispatch: first.dispatch ?? second.dispatch,
    isEmergencyRemoved: first.isEmergencyRemoved || second.isEmergencyRemoved,
    isDispatchClosed: first.isDispatchClosed || second.isDispatchClosed,
    isGivenUp: first.isGivenUp && second.isGivenUp,
    idents: [...new Set([...first.idents, ...second.idents])],
    notes: addNotes(first.notes, second.notes).log,
    openedAt: Math.min(first.openedAt, second.openedAt),
  };
  return { kept, gone: second };
}

/** Open before closed before unborn; older before younger. */
function ranks(incident: Incident): number {
  const order = { open: 0, closed: 1, unborn: 2 } as const;
  return order[phaseOf(incident)] * 1e15 + incident.openedAt;
}
