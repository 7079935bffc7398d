// Checks for the rows of the key-value store. A full store is read at every restart, before anything runs fast: a schema
// library takes several times as long for it as these few functions (`npm run bench -- restart`).

/** Whether a value of the store is what it should be. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';
export const flag: Shape = (value) => typeof value === 'boolean';
export const number: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
export const whole: Shape = (value) => Number.isSafeInteger(value);

export const either =
  (a: Shape, b: Shape): Shape =>
  (value) =>
    a(value) || b(value);

export const orNull = (shape: Shape): Shape => either((value) => value === null, shape);

export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);

/** An object with any names and values of one shape. */
export const mapOf =
  (shape: Shape): Shape =>
  (value) =>
    isObject(value) && Object.values(value).every(shape);

/** An object with all fields of T; others are passed over. */
export function shapeOf<T>(fields: { readonly [Field in keyof Required<T>]: Shape }): Shape {
  const checks = Object.entries<Shape>(fields).map(([name, shape]) => ({ name, shape }));
  return (value) => {
    if (!isObject(value)) return false;
    // Without a function for every field: a start reads tens of thousands of them, before anything runs fast.
    for (const check of checks) if (!check.shape(value[check.name])) return false;
    return true;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
