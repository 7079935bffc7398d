// Keeps the store over restarts: one row per incident and unit, written when it changed, made durable at most once a
// second.

import type { Cancel, Clock, Storage } from '../ports.ts';
import { incidentRows, type RowKind, unitRows } from './rows.ts';
import type { Store } from './store.ts';

/** Keeps what changed. Call `changed` after every change and `flush` before the resource stops. */
export interface Persistence {
  changed(): void;
  flush(): void;
}

const FLUSH_MS = 1000;

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
  const { incidents, units } = store;
  let timer: Cancel | null = null;
  let flushedAt = Number.NEGATIVE_INFINITY;
  let unreadable = 0;

  function readAll<T>(kind: RowKind<T>): T[] {
    const values: T[] = [];
    for (const [key, text] of storage.entries(kind.prefix)) {
      const value = kind.read(key, text);
      if (value !== null) {
        values.push(value);
      } else {
        unreadable += 1;
        storage.delete(key);
      }
    }
    return values;
  }

  /** Nothing is deleted before the rest is written: the server may die in between, and what was joined is in the rest. */
  function writeRows<T>(kind: RowKind<T>, rows: readonly [name: string | number, value: T | null][]): void {
    for (const [name, value] of rows) if (value !== null) storage.set(kind.prefix + name, kind.write(value));
    for (const [name, value] of rows) if (value === null) storage.delete(kind.prefix + name);
  }

  const hasDirty = () => incidents.hasDirty() || units.hasDirty();

  function flush(): void {
    timer?.();
    timer = null;
    if (!hasDirty()) return;
    flushedAt = clock.now();
    writeRows(incidentRows, incidents.takeDirty());
    writeRows(unitRows, units.takeDirty());
    storage.flush();
  }

  function changed(): void {
    if (timer || !hasDirty()) return;
    timer = clock.after(Math.max(0, flushedAt + FLUSH_MS - clock.now()), flush);
  }

  incidents.restore(readAll(incidentRows));
  units.restore(readAll(unitRows));
  if (unreadable > 0) report(unreadable);
  changed();
  return { flush, changed };
}
