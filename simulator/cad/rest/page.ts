// Part of a list, as a query asks for it.

/** Names of the two numbers in the query, and the usual limit. */
export interface PageNames {
  readonly limit: string;
  readonly offset: string;
  readonly usual: number;
}

/** What is no whole number counts as not given. */
export function pageOf<T>(list: readonly T[], query: URLSearchParams, names: PageNames): T[] {
  const number = (name: string, unset: number) => {
    const text = query.get(name) ?? '';
    return /^\d+$/.test(text) ? Number(text) : unset;
  };
  const offset = number(names.offset, 0);
  return list.slice(offset, offset + number(names.limit, names.usual));
}
