// Narrow checks for values from outside, put together like the types they stand for.

export type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isNumber: Check = Number.isFinite;

/** A number from `min` to `max`. */
export const within =
  (min: number, max: number): Check =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max;

export const exactly =
  (...wanted: readonly unknown[]): Check =>
  (value) =>
    wanted.includes(value);

export const anyOf =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((is) => is(value));

export const nullOr = (is: Check): Check => anyOf(exactly(null), is);
export const optional = (is: Check): Check => anyOf(exactly(undefined), is);

export const listOf =
  (is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(is);

/** An object whose values all pass. */
export const recordOf =
  (is: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(is);

/** An object with the fields of `T`; further ones pass. */
export function shape<T>(fields: { readonly [Name in keyof T]-?: Check }): Check {
  const checks = Object.entries<Check>(fields);
  return (value) => isObject(value) && checks.every(([name, is]) => is(value[name]));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
