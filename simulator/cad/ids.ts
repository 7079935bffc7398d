// Ids as the CAD gives them out; the same run gives the same ids.

export type CountedId = 'unit' | 'emergency' | 'dispatch';

export interface Ids {
  /** The next number of a kind. */
  next(kind: CountedId): number;
  /** Account, connection and request ids. */
  uuid(): string;
}

/** Counts up from the given numbers, or from 1. */
export function createIds(first: Partial<Record<CountedId, number>> = {}): Ids {
  const counters: Record<CountedId, number> = { unit: 1, emergency: 1, dispatch: 1, ...first };
  let uuids = 0;
  return {
    next: (kind) => counters[kind]++,
    uuid: () => `00000000-0000-4000-8000-${String(++uuids).padStart(12, '0')}`,
  };
}
