// Brings incidents in line with a picture of the CAD. What an event told since the picture was asked for stays.

import type { Change } from './changes.ts';
import { type DispatchPatch, type Emergency, type Incident, isOpen, unbornIncident } from './incident.ts';
import {
  callNames,
  emergencyIdOf,
  isOlder,
  withListedDispatch,
  withListedEmergency,
  withoutGone,
} from './incident-edits.ts';
import type { Ledger } from './incident-ledger.ts';
import { findForDispatch, findForEmergency } from './join-incidents.ts';
import { type CallPicture, isOfCad, type PictureTimes } from './picture.ts';
import type { Touches } from './touches.ts';

/**
 * Reconciles call by call, each step with the changes it made: newer facts, calls that were missed, calls that are
 * over. Nothing makes room for a listed call that was not known; it waits for the next picture.
 */
export function* reconcileIncidents(
  ledger: Ledger,
  touches: Touches<string>,
  picture: CallPicture,
  { askedAt, vouchedUntil }: PictureTimes,
): Generator<Change[]> {
  const { index, put } = ledger;

  function adopt(name: string, known: readonly (Incident | null)[], take: () => Change[]): Change[] {
    const isTaken = !touches.isNewer(name, askedAt) && (known.some(isOpen) || ledger.hasRoom());
    const changes = isTaken ? take() : [];
    const incident = index.find(name);
    if (incident) ledger.vouch(incident.key, vouchedUntil);
    return changes;
  }

  const listedSince = (updated: number | null) => Math.min(updated ?? ledger.now(), ledger.now());

  function adoptDispatch(patch: DispatchPatch): Change[] {
    if (isOlder(patch, index.byDispatch(patch.callId)?.dispatch ?? null)) return [];
    const { incident, changes } = findForDispatch(ledger, patch, listedSince(patch.updated));
    return [...changes, ...put(index.get(incident.key), withListedDispatch(incident, patch), 'resynced')];
  }

  function adoptEmergency(emergency: Emergency): Change[] {
    const known = findForEmergency(ledger, emergency);
    if (isOlder(emergency, known?.emergency ?? null)) return [];
    const incident = known ?? unbornIncident(`911:${emergency.callId}`, listedSince(emergency.updated));
    return put(known, withListedEmergency(incident, emergency), 'resynced');
  }

  for (const patch of picture.dispatches) {
    const emergencyId = emergencyIdOf(patch);
    const linked = emergencyId === null ? null : index.byEmergency(emergencyId);
    const known = [index.byDispatch(patch.callId), linked];
    yield adopt(`dispatch:${patch.callId}`, known, () => adoptDispatch(patch));
  }
  for (const emergency of picture.emergencies) {
    const known = [findForEmergency(ledger, emergency)];
    yield adopt(`911:${emergency.callId}`, known, () => adoptEmergency(emergency));
  }
  if (!picture.isComplete) return;
  const listed = listedNames(picture);
  const isGone = (name: string) => !listed.has(name) && !touches.isNewer(name, askedAt);
  for (const { key } of realOnes(ledger)) {
    const incident = index.get(key);
    if (incident) yield put(incident, withoutGone(incident, isGone), 'resynced');
  }
}

/** Whether a picture is most likely that of another game server. */
export function isForeignPicture(
  ledger: Ledger,
  touches: Touches<string>,
  picture: CallPicture,
  askedAt: number,
): boolean {
  return touches.isForeign(realOnes(ledger).flatMap(callNames), listedNames(picture), askedAt);
}

/** Open incidents of which the CAD has a call. */
const realOnes = ({ index }: Ledger) =>
  [...index.open()].filter(({ emergencyId, dispatchId }) => isOfCad(emergencyId) || isOfCad(dispatchId));

const listedNames = ({ dispatches, emergencies }: CallPicture) =>
  new Set([
    ...dispatches.map(({ callId }) => `dispatch:${callId}`),
    ...emergencies.map(({ callId }) => `911:${callId}`),
  ]);
