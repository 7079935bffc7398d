// Two incidents that turn out to be one: the 911 call and the dispatch call arrived before the link between them.

import { type Incident, phaseOf } from './incident.ts';
import { addNotes } from './notes.ts';

/** The one that players know keeps its key, of two that they know the older one. `gone` is what it was. */
export function joinIncidents(
  a: Incident,
  b: Incident,
): { readonly kept: Incident; readonly gone: Incident } {
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
