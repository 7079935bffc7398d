// Lists that record what happened without growing for ever, and tell whoever listens.

export interface Log<T> {
  readonly items: T[];
  add(item: T): void;
  listen(listener: (item: T) => void): () => void;
}

/** Keeps about the last `limit` items; the array stays the same object. */
export function createLog<T>(limit: number): Log<T> {
  const items: T[] = [];
  const listeners = new Set<(item: T) => void>();
  return {
    items,
    add(item) {
      items.push(item);
      if (items.length > limit * 1.25) items.splice(0, items.length - limit);
      for (const listener of listeners) listener(item);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
