// A key-value store in memory that counts what is asked of it.

import type { Storage } from '../../server/ports.ts';

export interface MemoryStorage extends Storage {
  flushes: number;
  /** Keys in the order they were written. */
  readonly writes: string[];
  keys(): string[];
  get(key: string): string | undefined;
}

export function createMemoryStorage(rows: Record<string, string> = {}): MemoryStorage {
  const map = new Map(Object.entries(rows));
  const keys = () => [...map.keys()].sort();
  const storage: MemoryStorage = {
    flushes: 0,
    writes: [],
    keys,
    get: (key) => map.get(key),
    entries: (prefix) => keys().flatMap((key) => (key.startsWith(prefix) ? [[key, map.get(key) ?? '']] : [])),
    set(key, value) {
      storage.writes.push(key);
      map.set(key, value);
    },
    delete: (key) => void map.delete(key),
    flush: () => {
      storage.flushes += 1;
    },
  };
  return storage;
}
