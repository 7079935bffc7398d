// Several values per key, where keys without values take no room.

/** A map from keys to sets of values. */
export interface SetIndex<K, V> {
  add(key: K, value: V): void;
  remove(key: K, value: V): void;
  /** Values of a key in the order they were added. Live: do not keep it. */
  get(key: K): ReadonlySet<V>;
  /** Keys that have values. */
  keys(): Iterable<K>;
}

/** An empty index. */
export function createSetIndex<K, V>(): SetIndex<K, V> {
  const sets = new Map<K, Set<V>>();
  const nothing: ReadonlySet<V> = new Set();
  return {
    add(key, value) {
      const values = sets.get(key);
      if (values) values.add(value);
      else sets.set(key, new Set([value]));
    },
    remove(key, value) {
      const values = sets.get(key);
      values?.delete(value);
      if (values?.size === 0) sets.delete(key);
    },
    get: (key) => sets.get(key) ?? nothing,
    keys: () => sets.keys(),
  };
}
