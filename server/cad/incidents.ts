// All incidents: open ones, those that are over, and those of which only something like a note has arrived so far.

import type { Call, Note } from '../../shared/call.ts';
import type { Change, CloseReason } from './changes.ts';
import {
  type DispatchPatch,
  type Emergency,
  type Incident,
  isOpen,
  phaseOf,
  toCall,
  unbornIncident,
} from './incident.ts';
import { callNames, isOlder, uniqueIdents, withDispatch, withIdents } from './incident-edits.ts';
import { createLedger, type IncidentLimits, type Ledger } from './incident-ledger.ts';
import { findForDispatch, findForEmergency } from './join-incidents.ts';
import { addNotes } from './notes.ts';
import type { CallPicture, PictureTimes } from './picture.ts';
import { isForeignPicture, reconcileIncidents } from './reconcile-incidents.ts';
import { isSame } from './same.ts';
import { createTouches } from './touches.ts';

export interface Incidents
  extends Pick<Ledger, 'expire' | 'nextExpiry' | 'restore' | 'takeDirty' | 'hasDirty'> {
  putEmergency(emergency: Emergency): Change[];
  removeEmergencies(callIds: readonly number[]): Change[];
  putDispatch(patch: DispatchPatch, kind: 'new' | 'edit'): Change[];
  closeDispatches(callIds: readonly number[]): Change[];
  addNote(callId: number, note: Note): Change[];
  attach(callId: number, idents: readonly number[]): Change[];
  detach(callId: number, idents: readonly number[]): Change[];
  /** Takes units off whatever calls they are attached to. */
  clear(idents: readonly number[]): Change[];
  /**
   * Brings what is known in line with a picture of the CAD, call by call, each with the changes it made: newer facts,
   * calls that were missed, calls that are over. What an event told since the picture was asked for stays.
   */
  reconcile(picture: CallPicture, times: PictureTimes): Iterable<Change[]>;
  /** Whether a picture is most likely that of another game server. */
  isForeign(picture: CallPicture, askedAt: number): boolean;
  /** Oldest first. */
  openCalls(): readonly Call[];
  findCall(key: string | number): Call | null;
  /** Whether a 911 call is known under that number, open or over. */
  knowsEmergency(callId: number): boolean;
  /** Open calls that a unit is attached to. */
  callsOf(ident: number): Call[];
  /** Numbers of the 911 calls that stand in the CAD although a unit's answer has made a dispatch call of each. */
  answeredEmergencies(): number[];
}

/** No incidents. `now` and `limits` are read for every decision. */
export function createIncidents(now: () => number, limits: () => IncidentLimits): Incidents {
  const ledger = createLedger(now, limits);
  const { index } = ledger;
  const touches = createTouches<string>(now);

  /** What an event makes of an incident. */
  function replace(before: Incident | null, after: Incident, reason: CloseReason = 'closed'): Change[] {
    for (const name of callNames(after)) touches.touch(name);
    return ledger.put(before, after, reason);
  }

  /** Whether a 911 call of an incident that is over is a new one under an old number, not a late copy. */
  function isAnotherEmergency(known: Emergency | null, next: Emergency): boolean {
    if (!known) return false;
    if (known.updated !== null && next.updated !== null) return next.updated > known.updated;
    return !isSame(known, next);
  }

  function putEmergency(emergency: Emergency): Change[] {
    const known = findForEmergency(ledger, emergency);
    if (!known) {
      const blank = unbornIncident(`911:${emergency.callId}`, now());
      return replace(null, { ...blank, emergencyId: emergency.callId, emergency });
    }
    const { emergency: old } = known;
    if (isOlder(emergency, old)) return [];
    const isNewCall = phaseOf(known) === 'closed' && !known.dispatch && isAnotherEmergency(old, emergency);
    if (!isNewCall) return replace(known, { ...known, emergencyId: emergency.callId, emergency });
    const reopened = { ...known, emergency, isEmergencyRemoved: false, isGivenUp: false, openedAt: now() };
    return replace(known, reopened);
  }

  function putDispatch(patch: DispatchPatch, kind: 'new' | 'edit'): Change[] {
    const { incident, changes } = findForDispatch(ledger, patch, now());
    return [...changes, ...replace(index.get(incident.key), withDispatch(incident, patch, kind))];
  }

  /** Changes the incident of a dispatch call that is not over; makes one to wait for the call if need be. */
  function change(callId: number, to: (incident: Incident) => Partial<Incident>): Change[] {
    const known = index.byDispatch(callId);
    if (known && phaseOf(known) === 'closed') return [];
    const incident = known ?? { ...unbornIncident(`dispatch:${callId}`, now()), dispatchId: callId };
    return replace(known, { ...incident, ...to(incident) });
  }

  const detachFrom = (incident: Incident, idents: readonly number[]) => ({
    idents: incident.idents.filter((ident) => !idents.includes(ident)),
  });

  return {
    expire: ledger.expire,
    nextExpiry: ledger.nextExpiry,
    restore: ledger.restore,
    takeDirty: ledger.takeDirty,
    hasDirty: ledger.hasDirty,
    putEmergency,
    removeEmergencies: (callIds) =>
      callIds.flatMap((callId) => {
        const known = index.byEmergency(callId);
        const incident = known ?? { ...unbornIncident(`911:${callId}`, now()), emergencyId: callId };
        return replace(known, { ...incident, isEmergencyRemoved: true }, 'removed');
      }),
    putDispatch,
    closeDispatches: (callIds) =>
      callIds.flatMap((callId) => {
        const known = index.byDispatch(callId);
        const incident = known ?? { ...unbornIncident(`dispatch:${callId}`, now()), dispatchId: callId };
        return replace(known, { ...incident, isDispatchClosed: true });
      }),
    addNote: (callId, note) => change(callId, ({ notes }) => ({ notes: addNotes(notes, [note]).log })),
    attach: (callId, idents) =>
      idents.length === 0
        ? []
        : change(callId, (incident) => ({ idents: withIdents(incident.idents, idents) })),
    detach: (callId, idents) =>
      index.byDispatch(callId) ? change(callId, (incident) => detachFrom(incident, idents)) : [],
    clear: (idents) =>
      uniqueIdents(idents)
        .flatMap((ident) => index.withUnit(ident))
        .flatMap((key) => {
          const incident = index.get(key);
          return incident ? replace(incident, { ...incident, ...detachFrom(incident, idents) }) : [];
        }),
    reconcile: (picture, times) => reconcileIncidents(ledger, touches, picture, times),
    isForeign: (picture, askedAt) => isForeignPicture(ledger, touches, picture, askedAt),
    openCalls: index.openCalls,
    findCall(key) {
      const incident = index.find(key);
      return incident && isOpen(incident) ? toCall(incident) : null;
    },
    knowsEmergency: (callId) => index.byEmergency(callId) !== null,
    callsOf: (ident) => index.withUnit(ident).flatMap((key) => toCallOf(index.get(key))),
    answeredEmergencies: () =>
      [...index.open()].filter(isAnswered).flatMap(({ emergencyId }) => emergencyId ?? []),
  };
}

/** Conversions by a dispatcher are the CAD's own, which removes the 911 call itself. */
const isAnswered = ({ emergency, isEmergencyRemoved, dispatch, emergencyId }: Incident) =>
  emergency !== null && !isEmergencyRemoved && Number(dispatch?.metaData.createdFromId) === emergencyId;

const toCallOf = (incident: Incident | null) => (incident ? [toCall(incident)] : []);
