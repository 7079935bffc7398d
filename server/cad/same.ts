// Whether two pieces of plain data are alike: the store asks for every event, so parts that both share cost nothing.

/** Compares objects, arrays and scalars by content (no functions, dates or maps), but for one field of `a` and `b`. */
export function isSame(a: unknown, b: unknown, except?: string): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return isSameList(a, b);
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  for (const name of names) {
    if (name === except) continue;
    if (!Object.hasOwn(other, name) || !isSame(one[name], other[name])) return false;
  }
  return true;
}

function isSameList(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!isSame(a[index], b[index])) return false;
  return true;
}

/** `next`, or `known` when it is alike: so that what did not change stays the same object. */
export const settle = <T>(known: T, next: T): T => (isSame(known, next) ? known : next);
