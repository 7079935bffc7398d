// The resource's key-value store. Writes skip the disk sync, which would stop the game thread; `flush` makes them durable.

import type { Storage } from '../ports.ts';

export function createStorage(): Storage {
  return {
    entries(prefix) {
      const keys: string[] = [];
      const handle = StartFindKvp(prefix);
      if (handle === -1) return [];
      for (let key = FindKvp(handle); key; key = FindKvp(handle)) keys.push(key);
      EndFindKvp(handle);
      return keys.map((key) => [key, readText(key)]);
    },
    set: (key, value) => SetResourceKvpNoSync(key, value),
    delete: (key) => DeleteResourceKvpNoSync(key),
    flush: () => FlushResourceKvp(),
  };
}

/** Reading a number as text throws in the host: such a row is not ours, and unreadable like any other garbage. */
function readText(key: string): string {
  try {
    return GetResourceKvpString(key) ?? '';
  } catch {
    return '';
  }
}
