// Finds incidents by key, by either number and by attached unit; keeps open ones apart from the rest.

import { type Call, callNumber } from '../../shared/call.ts';
import { type Incident, phaseOf, toCall } from './incident.ts';
import { isKeptHere } from './picture.ts';

export interface IncidentIndex {
  get(key: string): Incident | null;
  byEmergency(callId: number): Incident | null;
  byDispatch(callId: number): Incident | null;
  /** The open incident of a 911 call that is kept here, by the `uuid` in its facts. */
  keptHere(uuid: string): Incident | null;
  /** By key, by `911:<id>`, by `dispatch:<id>`, or by a dispatch call's number. */
  find(key: string | number): Incident | null;
  /** Keys of the open incidents that a unit is attached to. */
  withUnit(ident: number): string[];
  /** Oldest first. */
  open(): Iterable<Incident>;
  /** The calls of open incidents, oldest first; the same list until one of them is another. */
  openCalls(): readonly Call[];
  rest(): Iterable<Incident>;
  openCount(): number;
  restCount(): number;
  /** Adds an incident or replaces the one with its key. */
  put(incident: Incident): void;
  remove(key: string): void;
}

export function createIndex(): IncidentIndex {
  const open = new Map<string, Incident>();
  const rest = new Map<string, Incident>();
  const emergencies = new Map<number, string>();
  const dispatches = new Map<number, string>();
  const units = new Map<number, Set<string>>();
  const kept = new Map<string, string>();
  let calls: readonly Call[] | null = null;

  const get = (key: string | undefined) =>
    key === undefined ? null : (open.get(key) ?? rest.get(key) ?? null);

  function unlink(incident: Incident): void {
    const { key, emergencyId, dispatchId, idents } = incident;
    const uuid = uuidOfKept(incident);
    if (uuid && kept.get(uuid) === key) kept.delete(uuid);
    if (emergencyId !== null && emergencies.get(emergencyId) === key) emergencies.delete(emergencyId);
    if (dispatchId !== null && dispatches.get(dispatchId) === key) dispatches.delete(dispatchId);
    for (const ident of idents) {
      const keys = units.get(ident);
      keys?.delete(key);
      if (keys?.size === 0) units.delete(ident);
    }
  }

  function link(incident: Incident, isOpen: boolean): void {
    const { key, emergencyId, dispatchId, idents } = incident;
    if (emergencyId !== null) emergencies.set(emergencyId, key);
    if (dispatchId !== null) dispatches.set(dispatchId, key);
    if (!isOpen) return;
    const uuid = uuidOfKept(incident);
    if (uuid) kept.set(uuid, key);
    for (const ident of idents) {
      const keys = units.get(ident);
      if (keys) keys.add(key);
      else units.set(ident, new Set([key]));
    }
  }

  const byEmergency = (callId: number) => get(emergencies.get(callId));
  const byDispatch = (callId: number) => get(dispatches.get(callId));

  return {
    get,
    byEmergency,
    byDispatch,
    keptHere: (uuid) => get(kept.get(uuid)),
    find(key) {
      const known = get(String(key));
      if (known) return known;
      const [, kind, number] = /^(?:(911|dispatch):)?(-?\d+)$/.exec(String(key).trim()) ?? [];
      if (number === undefined) return null;
      return kind === '911' ? byEmergency(Number(number)) : byDispatch(Number(number));
    },
    withUnit: (ident) => [...(units.get(ident) ?? [])],
    open: () => open.values(),
    openCalls() {
      calls ??= [...open.values()].map(toCall).sort(byAge);
      return calls;
    },
    rest: () => rest.values(),
    openCount: () => open.size,
    restCount: () => rest.size,
    put(incident) {
      calls = null;
      const known = get(incident.key);
      if (known) unlink(known);
      const isOpen = phaseOf(incident) === 'open';
      // An incident keeps its place among the open ones; those that are over stand in the order they ended.
      if (isOpen) rest.delete(incident.key);
      else {
        open.delete(incident.key);
        rest.delete(incident.key);
      }
      (isOpen ? open : rest).set(incident.key, incident);
      link(incident, isOpen);
    },
    remove(key) {
      calls = null;
      const known = get(key);
      if (known) unlink(known);
      open.delete(key);
      rest.delete(key);
    },
  };
}

const uuidOfKept = ({ emergencyId, emergency }: Incident) =>
  isKeptHere(emergencyId) ? emergency?.metaData.uuid : undefined;

/** Oldest first; calls of one moment by their number. */
export const byAge = (a: Call, b: Call) =>
  a.openedAt - b.openedAt || (callNumber(a) ?? 0) - (callNumber(b) ?? 0);
