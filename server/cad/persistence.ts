// Keeps the store over restarts: one row per call, written when it changed, made durable at most once a second.

import * as z from 'zod';
import type { Cancel, Clock, Storage } from '../ports.ts';
import type { CallRecord, Store } from './store.ts';

/** Keeps what changed. Call `changed` after every change and `flush` before the resource stops. */
export interface Persistence {
  changed(): void;
  flush(): void;
}

const PREFIX = 'call:';
/** Rows of another version are left behind by another release and skipped. */
const VERSION = 1;
const FLUSH_MS = 1000;

const position = z.object({
  x: z.number(),
  y: z.number(),
  z: z.number().nullable(),
  accuracy: z.enum(['exact', 'postal', 'caller']),
});

const call = z.object({
  key: z.string(),
  emergencyId: z.int().nullable(),
  dispatchId: z.int().nullable(),
  stage: z.enum(['911', 'dispatch', 'closed']),
  isEmergency: z.boolean(),
  title: z.string(),
  code: z.string(),
  description: z.string(),
  caller: z.string(),
  address: z.string(),
  postal: z.string(),
  block: z.string(),
  priority: z.union([z.number(), z.string()]).nullable(),
  origin: z.int().nullable(),
  status: z.int().nullable(),
  primary: z.int().nullable(),
  trackPrimary: z.boolean(),
  idents: z.array(z.int()),
  notes: z.array(z.object({ time: z.string(), label: z.string(), type: z.string(), content: z.string() })),
  position: position.nullable(),
  metaData: z.record(z.string(), z.string()),
  openedAt: z.number(),
  updatedAt: z.number(),
});

const row = z.object({ v: z.literal(VERSION), call, cadUpdated: z.number().nullable() });

/**
 * Restores the store from `storage` and keeps it there from now on. Rows that cannot be read are deleted and told
 * to `report`, once for all of them.
 */
export function createPersistence(
  store: Store,
  storage: Storage,
  clock: Clock,
  report: (unreadable: number) => void,
): Persistence {
  let timer: Cancel | null = null;
  let flushedAt = Number.NEGATIVE_INFINITY;

  function restore(): void {
    const records: CallRecord[] = [];
    let unreadable = 0;
    for (const [key, text] of storage.entries(PREFIX)) {
      const record = readRow(text);
      if (record && key === PREFIX + record.call.key) {
        records.push(record);
      } else {
        unreadable += 1;
        storage.delete(key);
      }
    }
    store.restore(records);
    if (unreadable > 0) report(unreadable);
  }

  function flush(): void {
    timer?.();
    timer = null;
    if (!store.hasDirty()) return;
    flushedAt = clock.now();
    for (const [key, record] of store.takeDirty()) {
      if (record) storage.set(PREFIX + key, JSON.stringify({ v: VERSION, ...record }));
      else storage.delete(PREFIX + key);
    }
    storage.flush();
  }

  restore();
  const persistence = {
    flush,
    changed() {
      if (timer || !store.hasDirty()) return;
      timer = clock.after(Math.max(0, flushedAt + FLUSH_MS - clock.now()), flush);
    },
  };
  persistence.changed();
  return persistence;
}

function readRow(text: string): CallRecord | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null; // Counted and reported by the caller.
  }
  const parsed = row.safeParse(json);
  return parsed.success ? { call: parsed.data.call, cadUpdated: parsed.data.cadUpdated } : null;
}
