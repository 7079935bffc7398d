// Key-value pairs of resources: typed rows in a store that outlives servers, and handles to walk it.

type Row = { type: 'string'; value: string } | { type: 'int' | 'float'; value: number };

/** Rows by full key. Keep one and pass it to the next server: that is what is left after a crash. */
export interface KvpStore {
  readonly rows: Map<string, Row>;
  /** Writes that wait for the disk, writes that do not, and explicit flushes, since the store was created. */
  readonly stats: { sync: number; noSync: number; flushes: number };
}

export function createKvpStore(): KvpStore {
  return { rows: new Map(), stats: { sync: 0, noSync: 0, flushes: 0 } };
}

export interface Kvp {
  set(resource: string, key: string, row: Row, sync: boolean): void;
  delete(resource: string, key: string, sync: boolean): void;
  /** Null when missing. Throws when the row has another type, as the host's unpacking does. */
  getString(resource: string, key: string): string | null;
  getInt(resource: string, key: string): number | null;
  getFloat(resource: string, key: string): number | null;
  flush(): void;
  /** Handle over a snapshot of the keys with a prefix, in byte order; -1 when all are in use. */
  find(resource: string, prefix: string): number;
  /** Next key without the resource's part, or null. Throws on a closed handle, where the host dereferences null. */
  next(handle: number): string | null;
  end(handle: number): void;
}

/** Handles of the whole server. */
const HANDLES = 64;

export function createKvp(store: KvpStore): Kvp {
  const handles: ({ keys: string[]; skip: number } | null)[] = new Array(HANDLES).fill(null);
  const keyOf = (resource: string, key: string) => `res:${resource}:${key}`;
  const count = (sync: boolean) => void (sync ? store.stats.sync++ : store.stats.noSync++);

  function read(resource: string, key: string, types: readonly Row['type'][]): Row['value'] | null {
    const row = store.rows.get(keyOf(resource, key));
    if (!row) return null;
    if (!types.includes(row.type)) throw new Error('std::bad_cast');
    return row.value;
  }

  return {
    set(resource, key, row, sync) {
      store.rows.set(keyOf(resource, key), row);
      count(sync);
    },
    delete(resource, key, sync) {
      store.rows.delete(keyOf(resource, key));
      count(sync);
    },
    getString: (resource, key) => read(resource, key, ['string']) as string | null,
    getInt: (resource, key) => read(resource, key, ['int']) as number | null,
    getFloat: (resource, key) => read(resource, key, ['float', 'int']) as number | null,
    flush: () => void store.stats.flushes++,
    find(resource, prefix) {
      const handle = handles.indexOf(null);
      if (handle < 0) return -1;
      const start = keyOf(resource, prefix);
      const keys = [...store.rows.keys()].filter((key) => key.startsWith(start)).sort(byBytes);
      handles[handle] = { keys, skip: keyOf(resource, '').length };
      return handle;
    },
    next(handle) {
      if (handle < 0 || handle >= HANDLES) return null;
      const open = handles[handle];
      if (!open) throw new Error(`FindKvp(${handle}) on a closed handle`);
      return open.keys.shift()?.slice(open.skip) ?? null;
    },
    end(handle) {
      if (handle >= 0 && handle < HANDLES) handles[handle] = null;
    },
  };
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
