// Reads items of long lists. Most of what the CAD lists is what it listed five minutes ago, and need not be checked again.

import type * as z from 'zod';
import { ok, type Result, refuse } from '../../shared/result.ts';
import { toPayloadError } from '../push/definition.ts';
import { boundJson, isObject } from '../push/envelope.ts';

/** An item, or what was expected in its place. Equal items are one object. */
export type ReadItem<T> = (raw: unknown) => Result<T, string>;

/** As many as there can be units or open calls that matter, and texts of a usual length. */
const MAX_KEPT = 3000;
const MAX_TEXT = 8000;

export function readOne<T>(schema: z.ZodType<T>, raw: unknown): Result<T, string> {
  const excess = isObject(raw) ? boundJson(raw) : null;
  return excess === null ? check(schema, raw) : refuse(excess);
}

function check<T>(schema: z.ZodType<T>, raw: unknown): Result<T, string> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const { path, expected } = toPayloadError(parsed.error, 'answer');
  return refuse(`${path}: ${expected}`);
}

/** Keeps the items that were read last. */
export function createItemReader<T>(schema: z.ZodType<T>): ReadItem<T> {
  const kept = new Map<string, Result<T, string>>();
  return (raw) => {
    // What is nested too deeply must not be made text.
    if (!isObject(raw) || boundJson(raw) !== null) return readOne(schema, raw);
    const text = JSON.stringify(raw);
    const read = kept.get(text) ?? check(schema, raw);
    if (!read.ok || text.length > MAX_TEXT) return read;
    kept.delete(text);
    kept.set(text, read);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return read;
  };
}
