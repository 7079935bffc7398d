// Where incidents are kept: found, replaced, bounded in number and age, and marked for storage.

import type { Change, CloseReason } from './changes.ts';
import { type Incident, isOpen, phaseOf, toCall } from './incident.ts';
import { changesBetween } from './incident-changes.ts';
import { callNames } from './incident-edits.ts';
import { byAge, createIndex, type IncidentIndex } from './incident-index.ts';
import { isSame } from './same.ts';

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

export interface Ledger {
  readonly index: Omit<IncidentIndex, 'put' | 'remove'>;
  now(): number;
  /** Puts `after` in the place of `before` and tells what became different; `reason` is used when a call is over by it. */
  put(before: Incident | null, after: Incident, reason: CloseReason): Change[];
  forget(key: string): void;
  /** Whether one more call can be open without another one making room. */
  hasRoom(): boolean;
  /** Keeps an incident from expiring until then (ms since the epoch). */
  vouch(key: string, until: number): void;
  expire(): Change[];
  nextExpiry(): number | null;
  restore(kept: readonly Incident[]): void;
  /** Keys whose incident changed since the last time, with the incident, or null when it is forgotten. */
  takeDirty(): [key: string, incident: Incident | null][];
  hasDirty(): boolean;
}

/** Incidents that are not open kept at a time. */
const MAX_REST = 1000;

/** No incidents. `now` and `limits` are read for every decision. */
export function createLedger(now: () => number, limits: () => IncidentLimits): Ledger {
  const index = createIndex();
  const dirty = new Set<string>();
  const vouched = new Map<string, number>();

  function put(before: Incident | null, after: Incident, reason: CloseReason): Change[] {
    if (before !== null && isSame(before, after)) return [];
    const next = { ...after, updatedAt: now() };
    const changes = isOpen(next) && !isOpen(before) ? makeRoom() : [];
    index.put(next);
    dirty.add(next.key);
    if (!isOpen(next)) trimRest();
    return [...changes, ...changesBetween(before, next, reason)];
  }

  const hasRoom = () => index.openCount() < limits().maxOpenCalls;

  /** Closes the oldest open calls until one more fits. */
  function makeRoom(): Change[] {
    const changes: Change[] = [];
    for (const incident of index.open()) {
      if (hasRoom()) break;
      changes.push(...put(incident, { ...incident, isGivenUp: true }, 'displaced'));
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
    vouched.delete(key);
    dirty.add(key);
  }

  /** What was kept while the clock of the machine was ahead would never expire. */
  const toPast = (incident: Incident): Incident =>
    incident.updatedAt <= now()
      ? incident
      : { ...incident, openedAt: Math.min(incident.openedAt, now()), updatedAt: now() };

  const expiryOf = (incident: Incident) => Math.max(ageLimitOf(incident), vouched.get(incident.key) ?? 0);

  function ageLimitOf(incident: Incident): number {
    const { emergencyExpiresMs, dispatchExpiresMs, rememberClosedMs, parkedMs } = limits();
    const phase = phaseOf(incident);
    if (phase === 'closed') return incident.updatedAt + rememberClosedMs;
    if (phase === 'unborn') return incident.updatedAt + parkedMs;
    return incident.updatedAt + (incident.dispatch ? dispatchExpiresMs : emergencyExpiresMs);
  }

  return {
    index,
    now,
    put,
    forget,
    hasRoom,
    vouch: (key, until) => void vouched.set(key, until),
    expire() {
      const due = [...index.open(), ...index.rest()].filter((incident) => expiryOf(incident) <= now());
      return due.flatMap((incident) => {
        if (isOpen(incident)) return put(incident, { ...incident, isGivenUp: true }, 'expired');
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
    restore(kept) {
      const oldestFirst = withoutHalves(kept)
        .map(toPast)
        .sort((a, b) => byAge(toCall(a), toCall(b)));
      const fresh = oldestFirst.filter((incident) => expiryOf(incident) > now());
      const open = fresh.filter((incident) => isOpen(incident)).slice(-limits().maxOpenCalls);
      const rest = fresh.filter((incident) => !isOpen(incident)).slice(-MAX_REST);
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

/**
 * Of incidents with a number in common the newest. Only a crash leaves such: after two were joined and before the one that
 * went into the other was deleted.
 */
function withoutHalves(kept: readonly Incident[]): Incident[] {
  const wholeFirst = kept
    .map((incident) => ({ incident, names: callNames(incident) }))
    .sort((a, b) => b.incident.updatedAt - a.incident.updatedAt || b.names.length - a.names.length);
  const seen = new Set<string>();
  return wholeFirst.flatMap(({ incident, names }) => {
    const isHalf = names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return isHalf ? [] : [incident];
  });
}
