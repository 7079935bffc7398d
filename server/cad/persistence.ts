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
/** A row takes some microseconds. */
const ROWS_PER_TICK = 50;

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
  /** Of a write that is under way. */
  const writes: (() => void)[] = [];
  const deletions: string[] = [];

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

  const hasDirty = () => incidents.hasDirty() || units.hasDirty();

  /** Nothing is deleted before the rest is written: the server may die in between, and what was joined is in the rest. */
  function planRows<T>(kind: RowKind<T>, rows: readonly [name: string | number, value: T | null][]): void {
    for (const [name, value] of rows) {
      const key = kind.prefix + name;
      if (value === null) deletions.push(key);
      else writes.push(() => storage.set(key, kind.write(value)));
    }
  }

  /** Writes at most so many of the rows that changed by now; makes all of them durable once they are written. */
  function write(most: number): void {
    timer?.();
    timer = null;
    if (writes.length + deletions.length === 0) {
      planRows(incidentRows, incidents.takeDirty());
      planRows(unitRows, units.takeDirty());
    }
    for (const writeRow of writes.splice(0, most)) writeRow();
    if (writes.length > 0) {
      timer = clock.after(0, () => write(ROWS_PER_TICK));
      return;
    }
    for (const key of deletions.splice(0)) storage.delete(key);
    flushedAt = clock.now();
    storage.flush();
    changed();
  }

  /** What is being written is written to its end, and then what changed meanwhile. */
  function flush(): void {
    while (writes.length + deletions.length > 0 || hasDirty()) write(Number.POSITIVE_INFINITY);
  }

  function changed(): void {
    if (timer || !hasDirty()) return;
    timer = clock.after(Math.max(0, flushedAt + FLUSH_MS - clock.now()), () => write(ROWS_PER_TICK));
  }

  incidents.restore(readAll(incidentRows));
  units.restore(readAll(unitRows));
  if (unreadable > 0) report(unreadable);
  changed();
  return { flush, changed };
}
