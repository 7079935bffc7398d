// What we know of the CAD: open calls, and what is remembered of removed ones. Pure and synchronous; every method
// returns the changes it made and does nothing when told what is known already.

import { isDeepStrictEqual } from 'node:util';
import { type Call, callNumber } from '../../shared/call.ts';
import type { Change, CloseReason } from './changes.ts';
import { exactPosition } from './position.ts';

/** A 911 call as the CAD tells it. */
export interface Emergency {
  readonly callId: number;
  readonly isEmergency: boolean;
  readonly caller: string;
  readonly location: string;
  readonly description: string;
  readonly metaData: Readonly<Record<string, string>>;
  /** The CAD's time of the last change (ms since the epoch), when it says so. */
  readonly updated: number | null;
}

/** Bounds of what is kept. */
export interface StoreLimits {
  readonly maxOpenCalls: number;
  /** A 911 call that was not changed for this long is over. */
  readonly emergencyExpiresMs: number;
  /** How long a removed 911 call is remembered, so that a late copy of it does not open it again. */
  readonly rememberRemovedMs: number;
}

/** A call as it is kept: with the CAD's own time of the last change. */
export interface CallRecord {
  readonly call: Call;
  readonly cadUpdated: number | null;
}

/** A removed 911 call. `record` is null when it was removed before it was known. */
interface Tombstone {
  readonly at: number;
  readonly record: CallRecord | null;
}

export interface Store {
  /** A 911 call was placed or changed. */
  putEmergency(emergency: Emergency): Change[];
  /** 911 calls are gone; ids that are not known are remembered in case the call arrives late. */
  removeEmergencies(callIds: readonly number[]): Change[];
  /** Closes what is too old. */
  expire(): Change[];
  /** When `expire` has something to do next (ms since the epoch), or null. */
  nextExpiry(): number | null;
  /** Open calls, oldest first. */
  openCalls(): Call[];
  /** Finds an open call by its key, its dispatch call id, or `911:<id>`. */
  findCall(key: string | number): Call | null;
  /** Takes back what was kept over a restart; raises no changes. Too old calls stay away. */
  restore(records: readonly CallRecord[]): void;
  /** Keys whose record changed since the last time, with the record to keep or null when there is none any more. */
  takeDirty(): [key: string, record: CallRecord | null][];
  hasDirty(): boolean;
}

const MAX_TOMBSTONES = 500;
/** Oldest first; calls of one moment by their number. */
const byAge = (a: Call, b: Call) => a.openedAt - b.openedAt || (callNumber(a) ?? 0) - (callNumber(b) ?? 0);
const emergencyKey = (callId: number) => `911:${callId}`;

/** An empty store. `now` is read for every change; `limits` for every decision, so that settings can change. */
export function createStore(now: () => number, limits: () => StoreLimits): Store {
  const records = new Map<string, CallRecord>();
  const tombstones = new Map<string, Tombstone>();
  const dirty = new Set<string>();

  function put(record: CallRecord): void {
    records.set(record.call.key, record);
    dirty.add(record.call.key);
  }

  function close(key: string, reason: CloseReason): Change[] {
    const record = records.get(key);
    if (!record) return [];
    records.delete(key);
    dirty.add(key);
    const before = record.call;
    return [{ type: 'call.closed', call: { ...before, stage: 'closed', updatedAt: now() }, before, reason }];
  }

  /** Closes the oldest calls until one more fits. */
  function makeRoom(): Change[] {
    const changes: Change[] = [];
    for (const key of records.keys()) {
      if (records.size < limits().maxOpenCalls) break;
      changes.push(...close(key, 'displaced'));
    }
    return changes;
  }

  function bury(key: string): void {
    const record = records.get(key) ?? tombstones.get(key)?.record ?? null;
    tombstones.delete(key);
    tombstones.set(key, { at: now(), record });
    for (const [oldest, { at }] of tombstones) {
      const isOld = now() - at > limits().rememberRemovedMs;
      if (!isOld && tombstones.size <= MAX_TOMBSTONES) break;
      tombstones.delete(oldest);
    }
  }

  /** Whether this is a late copy of a removed call rather than a new call under an old id. */
  function isBuried(key: string, call: Call, cadUpdated: number | null): boolean {
    const tombstone = tombstones.get(key);
    if (!tombstone || now() - tombstone.at > limits().rememberRemovedMs) return false;
    if (tombstone.record === null) return true;
    const last = tombstone.record.cadUpdated;
    return last !== null && cadUpdated !== null ? cadUpdated <= last : isSame(tombstone.record.call, call);
  }

  return {
    putEmergency(emergency) {
      const key = emergencyKey(emergency.callId);
      const known = records.get(key);
      const call = toCall(emergency, now(), known?.call);
      if (!known) {
        if (isBuried(key, call, emergency.updated)) return [];
        tombstones.delete(key);
        const displaced = makeRoom();
        put({ call, cadUpdated: emergency.updated });
        return [...displaced, { type: 'call.opened', call }];
      }
      const isOlder =
        emergency.updated !== null && known.cadUpdated !== null && emergency.updated < known.cadUpdated;
      if (isOlder || isSame(call, known.call)) return [];
      put({ call, cadUpdated: emergency.updated });
      return [{ type: 'call.updated', call, before: known.call }];
    },

    removeEmergencies(callIds) {
      return callIds.flatMap((callId) => {
        const key = emergencyKey(callId);
        bury(key);
        return close(key, 'removed');
      });
    },

    expire() {
      const due = now() - limits().emergencyExpiresMs;
      return [...records.values()]
        .filter(({ call }) => call.updatedAt <= due)
        .flatMap(({ call }) => {
          bury(call.key);
          return close(call.key, 'expired');
        });
    },

    nextExpiry() {
      let next: number | null = null;
      for (const { call } of records.values()) {
        const at = call.updatedAt + limits().emergencyExpiresMs;
        if (next === null || at < next) next = at;
      }
      return next;
    },

    openCalls: () => [...records.values()].map(({ call }) => call).sort(byAge),

    findCall: (key) => records.get(String(key))?.call ?? null,

    restore(kept) {
      const due = now() - limits().emergencyExpiresMs;
      const fresh = kept.filter(({ call }) => call.updatedAt > due).sort((a, b) => byAge(a.call, b.call));
      for (const { call } of kept) dirty.add(call.key);
      for (const record of fresh.slice(-limits().maxOpenCalls)) {
        records.set(record.call.key, record);
        dirty.delete(record.call.key);
      }
    },

    takeDirty() {
      const rows = [...dirty].map((key): [string, CallRecord | null] => [key, records.get(key) ?? null]);
      dirty.clear();
      return rows;
    },

    hasDirty: () => dirty.size > 0,
  };
}

function toCall(emergency: Emergency, at: number, known: Call | undefined): Call {
  const facts = emergency.metaData;
  return {
    key: emergencyKey(emergency.callId),
    emergencyId: emergency.callId,
    dispatchId: null,
    stage: '911',
    isEmergency: emergency.isEmergency,
    title: '',
    code: facts.code ?? '',
    description: emergency.description,
    caller: emergency.caller,
    address: emergency.location,
    postal: isKnownPostal(facts.postal) ? facts.postal : '',
    block: facts.block ?? '',
    priority: facts.priority ?? null,
    origin: null,
    status: null,
    primary: null,
    trackPrimary: false,
    idents: [],
    notes: [],
    position: exactPosition(facts),
    metaData: facts,
    openedAt: known?.openedAt ?? at,
    updatedAt: at,
  };
}

/** Game scripts send "Unknown" where no postal was found. */
function isKnownPostal(postal: string | undefined): postal is string {
  return postal !== undefined && postal.toLowerCase() !== 'unknown';
}

/** Whether two pictures of a call are alike in everything but our own times. */
function isSame(a: Call, b: Call): boolean {
  return isDeepStrictEqual({ ...a, openedAt: 0, updatedAt: 0 }, { ...b, openedAt: 0, updatedAt: 0 });
}
