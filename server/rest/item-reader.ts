// Reads items of long lists. What the CAD listed before comes as the same object, and need not be checked again.

import { once } from '../../shared/once.ts';
import { ok, type Result, refuse } from '../../shared/result.ts';
import { toPayloadError } from '../push/definition.ts';
import { boundJson, isObject } from '../push/envelope.ts';
import type * as z from '../zod.ts';

/** An item, or what was expected in its place. The same for the same object. */
export type ReadItem<T> = (raw: unknown) => Result<T, string>;

/** Schemas are made when something is read by them. */
export type Schema<T> = () => z.ZodType<T>;

export function readOne<T>(schema: z.ZodType<T>, raw: unknown): Result<T, string> {
  const excess = isObject(raw) ? boundJson(raw) : null;
  if (excess !== null) return refuse(excess);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const { path, expected } = toPayloadError(parsed.error, 'answer');
  return refuse(`${path}: ${expected}`);
}

/** Knows what it made of an object for as long as somebody else has the object. */
export function createItemReader<T>(schema: Schema<T>): ReadItem<T> {
  const made = once(schema);
  const known = new WeakMap<object, Result<T, string>>();
  return (raw) => {
    if (!isObject(raw)) return readOne(made(), raw);
    const before = known.get(raw);
    if (before) return before;
    const read = readOne(made(), raw);
    known.set(raw, read);
    return read;
  };
}
