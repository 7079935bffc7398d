// State bags: small replicated values, kept as the packed bytes scripts set.

export interface StateBags {
  get(bag: string, key: string): Uint8Array | null;
  keys(bag: string): string[];
  /** Stores a value (packed nil removes it) and tells listeners; returns whether it has to be replicated. */
  set(bag: string, key: string, value: Uint8Array, source: number, replicated: boolean): boolean;
  ensure(bag: string): void;
  has(bag: string): boolean;
  drop(bag: string): void;
  listen(listener: StateBagListener): number;
  unlisten(cookie: number): void;
  names(): string[];
}

export type StateBagListener = (
  bag: string,
  key: string,
  value: Uint8Array,
  source: number,
  replicated: boolean,
) => void;

const NIL = 0xc0;
/** Bags with these names come into being when they are first written to. */
const CREATED_BY_NAME = /^(global$|player:|entity:|localEntity:)/;

export function createStateBags(): StateBags {
  const bags = new Map<string, Map<string, Uint8Array>>([['global', new Map()]]);
  const listeners = new Map<number, StateBagListener>();
  let cookies = 0;
  const ensure = (bag: string) => {
    const known = bags.get(bag) ?? new Map<string, Uint8Array>();
    bags.set(bag, known);
    return known;
  };
  return {
    get: (bag, key) => bags.get(bag)?.get(key) ?? null,
    keys: (bag) => [...(bags.get(bag)?.keys() ?? [])],
    set(bag, key, value, source, replicated) {
      if (!bags.has(bag) && !CREATED_BY_NAME.test(bag)) return false;
      for (const listener of [...listeners.values()]) listener(bag, key, value, source, replicated);
      const values = ensure(bag);
      const before = values.get(key);
      if (value[0] === NIL) {
        if (!values.delete(key)) return false;
        return replicated;
      }
      values.set(key, value);
      return replicated && (before === undefined || Buffer.compare(before, value) !== 0);
    },
    ensure: (bag) => void ensure(bag),
    has: (bag) => bags.has(bag),
    drop: (bag) => void bags.delete(bag),
    listen(listener) {
      listeners.set(++cookies, listener);
      return cookies;
    },
    unlisten: (cookie) => void listeners.delete(cookie),
    names: () => [...bags.keys()],
  };
}
