// All incidents: open ones, those that are over, and those of which only something like a note has arrived so far.

import { isDeepStrictEqual } from 'node:util';
import type { Call, Note } from '../../shared/call.ts';
import { callNumber } from '../../shared/call.ts';
import type { Change, CloseReason } from './changes.ts';
import {
  type DispatchPatch,
  type Emergency,
  type Incident,
  patchDispatch,
  phaseOf,
  toCall,
  unbornIncident,
} from './incident.ts';
import { createIndex } from './incident-index.ts';
import { joinIncidents } from './join-incidents.ts';
import { addNotes } from './notes.ts';

/** Bounds of what is kept. */
export interface IncidentLimits {
  readonly maxOpenCalls: number;
  /** An open call that was not changed for this long is over. */
  readonly emergencyExpiresMs: number;
  readonly dispatchExpiresMs: number;
  /** How long an incident that is over is remembered, so that late events do not bring it back. */
  readonly rememberClosedMs: number;
  /** How long attached units and notes wait for their call. */
  readonly parkedMs: number;
}

export interface Incidents {
  putEmergency(emergency: Emergency): Change[];
  removeEmergencies(callIds: readonly number[]): Change[];
  putDispatch(patch: DispatchPatch, kind: 'new' | 'edit'): Change[];
  closeDispatches(callIds: readonly number[]): Change[];
  addNote(callId: number, note: Note): Change[];
  attach(callId: number, idents: readonly number[]): Change[];
  detach(callId: number, idents: readonly number[]): Change[];
  /** Takes units off whatever calls they are attached to. */
  clear(idents: readonly number[]): Change[];
  expire(): Change[];
  nextExpiry(): number | null;
  openCalls(): Call[];
  findCall(key: string | number): Call | null;
  /** Open calls that a unit is attached to. */
  callsOf(ident: number): Call[];
  restore(kept: readonly Incident[]): void;
  /** Keys whose incident changed since the last time, with the incident, or null when it is forgotten. */
  takeDirty(): [key: string, incident: Incident | null][];
  hasDirty(): boolean;
}

/** Incidents that are not open kept at a time. */
const MAX_REST = 1000;
/** Units attached to one call. */
const MAX_IDENTS = 200;
/** The CAD's status of a dispatch call that is over. */
const STATUS_CLOSED = 2;

/** No incidents. `now` and `limits` are read for every decision. */
export function createIncidents(now: () => number, limits: () => IncidentLimits): Incidents {
  const index = createIndex();
  const dirty = new Set<string>();

  /** Puts `after` in the place of `before` and tells what became different. */
  function replace(before: Incident | null, after: Incident, reason: CloseReason = 'closed'): Change[] {
    const isSame = before !== null && isDeepStrictEqual(before, after);
    if (isSame) return [];
    const next = { ...after, updatedAt: now() };
    const was = before ? phaseOf(before) : 'unborn';
    const is = phaseOf(next);
    const changes = was !== 'open' && is === 'open' ? makeRoom() : [];
    index.put(next);
    dirty.add(next.key);
    if (is !== 'open') trimRest();
    return [...changes, ...tell(was === 'open' ? before : null, is === 'unborn' ? null : next, reason)];
  }

  /** `before` is given when it was open, `after` unless it is unborn. */
  function tell(before: Incident | null, after: Incident | null, reason: CloseReason): Change[] {
    if (!after) return [];
    const call = toCall(after);
    if (!before)
      return phaseOf(after) === 'open' ? [{ type: 'call.opened', call }, ...attached(call, [])] : [];
    const old = toCall(before);
    if (phaseOf(after) === 'closed') return [{ type: 'call.closed', call, before: old, reason }];
    if (isDeepStrictEqual({ ...call, updatedAt: 0 }, { ...old, updatedAt: 0 })) return [];
    const notes = call.notes.filter((note) => !old.notes.includes(note));
    return [
      { type: 'call.updated', call, before: old },
      ...notes.map((note): Change => ({ type: 'call.note', call, note })),
      ...attached(call, old.idents),
      ...old.idents
        .filter((ident) => !call.idents.includes(ident))
        .map((ident): Change => ({ type: 'unit.detached', call, ident })),
    ];
  }

  const attached = (call: Call, known: readonly number[]) =>
    call.idents
      .filter((ident) => !known.includes(ident))
      .map((ident): Change => ({ type: 'unit.attached', call, ident }));

  /** Closes the oldest open calls until one more fits. */
  function makeRoom(): Change[] {
    const changes: Change[] = [];
    for (const incident of index.open()) {
      if (index.openCount() < limits().maxOpenCalls) break;
      changes.push(...replace(incident, { ...incident, isGivenUp: true }, 'displaced'));
    }
    return changes;
  }

  function trimRest(): void {
    for (const { key } of index.rest()) {
      if (index.restCount() <= MAX_REST) break;
      forget(key);
    }
  }

  function forget(key: string): void {
    index.remove(key);
    dirty.add(key);
  }

  /** Whether a 911 call of an incident that is over is a new one under an old number, not a late copy. */
  function isAnotherEmergency(known: Emergency | null, next: Emergency): boolean {
    if (!known) return false;
    if (known.updated !== null && next.updated !== null) return next.updated > known.updated;
    return !isDeepStrictEqual(known, next);
  }

  function putEmergency(emergency: Emergency): Change[] {
    const known = index.byEmergency(emergency.callId);
    if (!known) {
      const blank = unbornIncident(`911:${emergency.callId}`, now());
      return replace(null, { ...blank, emergencyId: emergency.callId, emergency });
    }
    const { emergency: old } = known;
    const isOlder = old?.updated != null && emergency.updated !== null && emergency.updated < old.updated;
    if (isOlder) return [];
    const isNewCall = phaseOf(known) === 'closed' && !known.dispatch && isAnotherEmergency(old, emergency);
    if (!isNewCall) return replace(known, { ...known, emergency });
    const reopened = { ...known, emergency, isEmergencyRemoved: false, isGivenUp: false, openedAt: now() };
    return replace(known, reopened);
  }

  /** The incident a dispatch call belongs to; two that turn out to be one are joined. */
  function findForDispatch(
    callId: number,
    emergencyId: number | null,
  ): { incident: Incident; changes: Change[] } {
    const own = index.byDispatch(callId);
    const linked = emergencyId === null ? null : index.byEmergency(emergencyId);
    const isFree = linked !== null && (linked.dispatchId === null || linked.dispatchId === callId);
    if (own && linked && isFree && own.key !== linked.key) {
      const { kept, gone } = joinIncidents(own, linked);
      const changes: Change[] =
        phaseOf(gone) === 'open'
          ? [
              {
                type: 'call.closed',
                call: { ...toCall(gone), stage: 'closed' },
                before: toCall(gone),
                reason: 'merged',
              },
            ]
          : [];
      forget(gone.key);
      return { incident: kept, changes };
    }
    const incident = own ?? (isFree ? linked : null) ?? unbornIncident(`dispatch:${callId}`, now());
    return { incident, changes: [] };
  }

  function putDispatch(patch: DispatchPatch, kind: 'new' | 'edit'): Change[] {
    const emergencyId = linkOf(patch.metaData ?? {});
    const { incident, changes } = findForDispatch(patch.callId, emergencyId);
    const known = incident.dispatch;
    const isOlder = known?.updated != null && patch.updated !== null && patch.updated < known.updated;
    const isWholeList = kind === 'edit' && known !== null && !isOlder;
    const idents = patch.idents ?? [];
    const next: Incident = {
      ...incident,
      dispatchId: patch.callId,
      emergencyId: incident.emergencyId ?? emergencyId,
      dispatch: patchDispatch(known, patch, kind),
      idents: isWholeList && patch.idents ? unique(idents) : unique([...incident.idents, ...idents]),
      notes: addNotes(incident.notes, patch.notes).log,
      isDispatchClosed: incident.isDispatchClosed || patch.status === STATUS_CLOSED,
      // What was given up as a 911 call is taken up again as a dispatch call.
      isGivenUp: incident.isGivenUp && known !== null,
    };
    return [...changes, ...replace(index.get(incident.key), next)];
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

  function expiryOf(incident: Incident): number {
    const { emergencyExpiresMs, dispatchExpiresMs, rememberClosedMs, parkedMs } = limits();
    const phase = phaseOf(incident);
    if (phase === 'closed') return incident.updatedAt + rememberClosedMs;
    if (phase === 'unborn') return incident.updatedAt + parkedMs;
    return incident.updatedAt + (incident.dispatch ? dispatchExpiresMs : emergencyExpiresMs);
  }

  return {
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
        : change(callId, (incident) => ({ idents: unique([...incident.idents, ...idents]) })),
    detach: (callId, idents) =>
      index.byDispatch(callId) ? change(callId, (incident) => detachFrom(incident, idents)) : [],
    clear: (idents) =>
      unique(idents)
        .flatMap((ident) => index.withUnit(ident))
        .flatMap((key) => {
          const incident = index.get(key);
          return incident ? replace(incident, { ...incident, ...detachFrom(incident, idents) }) : [];
        }),
    expire() {
      const due = [...index.open(), ...index.rest()].filter((incident) => expiryOf(incident) <= now());
      return due.flatMap((incident) => {
        if (phaseOf(incident) === 'open')
          return replace(incident, { ...incident, isGivenUp: true }, 'expired');
        forget(incident.key);
        return [];
      });
    },
    nextExpiry() {
      let next: number | null = null;
      for (const incident of [...index.open(), ...index.rest()]) {
        const at = expiryOf(incident);
        if (next === null || at < next) next = at;
      }
      return next;
    },
    openCalls: () => [...index.open()].map(toCall).sort(byAge),
    findCall(key) {
      const incident = index.find(key);
      return incident && phaseOf(incident) === 'open' ? toCall(incident) : null;
    },
    callsOf: (ident) => index.withUnit(ident).flatMap((key) => toCallOf(index.get(key))),
    restore(kept) {
      const oldestFirst = [...kept].sort((a, b) => byAge(toCall(a), toCall(b)));
      const fresh = oldestFirst.filter((incident) => expiryOf(incident) > now());
      const open = fresh.filter((incident) => phaseOf(incident) === 'open').slice(-limits().maxOpenCalls);
      const rest = fresh.filter((incident) => phaseOf(incident) !== 'open').slice(-MAX_REST);
      for (const { key } of kept) dirty.add(key);
      for (const incident of [...rest, ...open]) {
        index.put(incident);
        dirty.delete(incident.key);
      }
    },
    takeDirty() {
      const rows = [...dirty].map((key): [string, Incident | null] => [key, index.get(key)]);
      dirty.clear();
      return rows;
    },
    hasDirty: () => dirty.size > 0,
  };
}

const toCallOf = (incident: Incident | null) => (incident ? [toCall(incident)] : []);
const unique = (idents: readonly number[]) => [...new Set(idents)].slice(0, MAX_IDENTS);

/** Oldest first; calls of one moment by their number. */
const byAge = (a: Call, b: Call) => a.openedAt - b.openedAt || (callNumber(a) ?? 0) - (callNumber(b) ?? 0);

/** The 911 call that a dispatch call was made from: by a unit in the game, or by a dispatcher in the CAD. */
function linkOf(metaData: Readonly<Record<string, string>>): number | null {
  const link = Number(metaData.createdFromId ?? metaData.origin911 ?? Number.NaN);
  return Number.isSafeInteger(link) ? link : null;
}
