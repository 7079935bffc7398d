// How events and pictures of the CAD change an incident. Pure.

import { type DispatchPatch, type Emergency, type Incident, patchDispatch } from './incident.ts';
import { addMissingNotes, addNotes } from './notes.ts';

/** Units attached to one call. */
const MAX_IDENTS = 200;
/** The CAD's status of a dispatch call that is over. */
const STATUS_CLOSED = 2;

/** Each once. */
export function uniqueIdents(idents: readonly number[]): readonly number[] {
  const unique = new Set(idents);
  return unique.size === idents.length && unique.size <= MAX_IDENTS
    ? idents
    : [...unique].slice(0, MAX_IDENTS);
}

/** Those that are known, and the others behind them. */
export const withIdents = (known: readonly number[], others: readonly number[]) =>
  others.length === 0 ? known : uniqueIdents([...known, ...others]);

/**
 * The 911 call that a dispatch call was made from: by a unit in the game, or by a dispatcher in the CAD. 0 is none. Below
 * it are the calls that only this server knows, which units in the game may answer; to the CAD they too are none.
 */
export function emergencyIdOf({ metaData }: Pick<DispatchPatch, 'metaData'>): number | null {
  const byUnit = readLink(metaData?.createdFromId);
  return byUnit || Math.max(0, readLink(metaData?.origin911)) || null;
}

function readLink(text: string | undefined): number {
  const link = Number(text);
  return Number.isSafeInteger(link) ? link : 0;
}

/** Whether the CAD dates `said` before what is known. Without both dates it is not. */
export function isOlder(
  said: { readonly updated: number | null },
  known: { readonly updated: number | null } | null,
): boolean {
  return known?.updated != null && said.updated !== null && said.updated < known.updated;
}

/** After an event about the dispatch call. */
export function withDispatch(incident: Incident, patch: DispatchPatch, kind: 'new' | 'edit'): Incident {
  const known = incident.dispatch;
  const isWholeList = kind === 'edit' && known !== null && !isOlder(patch, known);
  const idents = patch.idents ?? [];
  return {
    ...incident,
    dispatchId: patch.callId,
    emergencyId: incident.emergencyId ?? emergencyIdOf(patch),
    dispatch: patchDispatch(known, patch, kind),
    idents: isWholeList && patch.idents ? uniqueIdents(idents) : withIdents(incident.idents, idents),
    notes: addNotes(incident.notes, patch.notes).log,
    isDispatchClosed: incident.isDispatchClosed || patch.status === STATUS_CLOSED,
    // What was given up as a 911 call is taken up again as a dispatch call.
    isGivenUp: incident.isGivenUp && known !== null,
  };
}

/** With the dispatch call as a picture lists it: it has the last word, also on what we held to be over. */
export function withListedDispatch(incident: Incident, patch: DispatchPatch): Incident {
  const dispatch = patchDispatch(incident.dispatch, patch, 'edit');
  return {
    ...incident,
    dispatchId: patch.callId,
    emergencyId: incident.emergencyId ?? emergencyIdOf(patch),
    dispatch: { ...dispatch, metaData: patch.metaData ?? dispatch.metaData },
    idents: uniqueIdents(patch.idents ?? incident.idents),
    notes: addMissingNotes(incident.notes, patch.notes),
    isDispatchClosed: patch.status === STATUS_CLOSED,
    isGivenUp: false,
  };
}

/** With the 911 call as a picture lists it. */
export function withListedEmergency(incident: Incident, listed: Emergency): Incident {
  const hasFacts = Object.keys(listed.metaData).length > 0;
  const metaData = hasFacts ? listed.metaData : (incident.emergency?.metaData ?? {});
  return {
    ...incident,
    emergencyId: listed.callId,
    emergency: { ...listed, metaData },
    isEmergencyRemoved: false,
    isGivenUp: false,
  };
}

const nameOfEmergency = ({ emergencyId }: Incident) => (emergencyId === null ? null : `911:${emergencyId}`);
const nameOfDispatch = ({ dispatchId }: Incident) => (dispatchId === null ? null : `dispatch:${dispatchId}`);

/** Names of the incident's calls: `911:302`, `dispatch:501`. */
export const callNames = (incident: Incident) =>
  [nameOfEmergency(incident), nameOfDispatch(incident)].filter((name) => name !== null);

/** Without the calls that `isGone`. */
export function withoutGone(incident: Incident, isGone: (name: string) => boolean): Incident {
  const emergency = nameOfEmergency(incident);
  const dispatch = nameOfDispatch(incident);
  return {
    ...incident,
    isEmergencyRemoved: incident.isEmergencyRemoved || (emergency !== null && isGone(emergency)),
    isDispatchClosed: incident.isDispatchClosed || (dispatch !== null && isGone(dispatch)),
  };
}
