// Looks up a name that comes from outside: what objects inherit is not found.

/** The record's own value of that name. */
export function lookUp<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.getOwnPropertyDescriptor(record, name)?.value;
}
