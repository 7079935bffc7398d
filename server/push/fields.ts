// Readers for the values the CAD sends: tolerant of every shape it is known to use, strict about the rest.

import { cleanText } from '../../shared/text.ts';
import * as z from '../zod.ts';
import { isObject } from './envelope.ts';

const MAX_LIST = 1000;
const MAX_META_KEYS = 64;
const MAX_META_KEY = 64;
const MAX_META_VALUE = 1024;
const WHOLE_NUMBER = /^[+-]?\d+(?:\.0*)?$/;
/** `007` is the name of something: as a number it would lose its zeros. */
const PADDED = /^\s*[+-]?0\d/;
const ABSENT = /^\s*(?:nil|null|undefined)?\s*$/i;

/** A schema made of a reader that returns undefined when the value cannot be used. */
export interface Field<T> extends z.ZodType<T> {
  readonly expected: string;
  readonly read: (value: unknown) => T | undefined;
}

export function field<T>(expected: string, read: (value: unknown) => T | undefined): Field<T> {
  const schema = z.transform((value: unknown, ctx): T => {
    const result = read(value);
    if (result !== undefined) return result;
    z.addIssue(ctx, expected);
    return z.NEVER;
  });
  return Object.assign(schema, { expected, read });
}

/** A field that may be left out: then it is undefined, and what is known of it stays. */
export const maybe = <T>({ expected, read }: Field<T>) =>
  z.transform((value: unknown, ctx): T | undefined => {
    if (value === undefined || value === null) return undefined;
    const result = read(value);
    if (result === undefined) z.addIssue(ctx, expected);
    return result;
  });

/** Missing values come as null, as nothing, and as the words that Lua and JavaScript make of them. */
export function isAbsent(value: unknown): boolean {
  if (typeof value === 'string') return mayBeAbsent(value) && ABSENT.test(value);
  return value === null || value === undefined;
}

/** What begins with a letter or digit of other words need not be looked at any further. */
function mayBeAbsent(text: string): boolean {
  const code = text.charCodeAt(0);
  const isPrinted = code > 0x20 && code < 0x7f;
  return !isPrinted || 'nNuU'.includes(text.charAt(0));
}

/** An id or enum value: a whole number or the text of one. Negative ids are placeholders and pass. */
function readWhole(value: unknown): number | undefined {
  const number = typeof value === 'string' && WHOLE_NUMBER.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** A required id. */
export const id = () => field('expected a whole number', readWhole);

/** A whole number that may be missing: then it is null. */
export const wholeOrNull = () =>
  field('expected a whole number', (value) => (isAbsent(value) ? null : readWhole(value)));

/** A number or free text (communities name their priorities, and groups `007`); null when missing. */
export const numberOrText = (max: number) =>
  field('expected a number or a text', (value): number | string | null | undefined => {
    if (isAbsent(value)) return null;
    const isName = typeof value === 'string' && PADDED.test(value);
    return (isName ? undefined : readWhole(value)) ?? readText(value, max);
  });

/**
 * The ids in an object, wherever they are: under any of `names`, as scalars or lists, all merged without repeats.
 * Missing items are passed over. Without any of the fields: refused, or none when `isOptional`.
 */
const idsIn = (names: readonly [string, ...string[]], isOptional: boolean) =>
  z.transform((raw: unknown, ctx): number[] => {
    const source = isObject(raw) ? raw : {};
    const found = names.filter((name) => !isAbsent(source[name]));
    if (found.length === 0 && !isOptional) {
      z.addIssue(ctx, 'expected a list of whole numbers', [names[0]]);
    }
    const ids = new Set<number>();
    for (const name of found) {
      const wrong = collectIds(source[name], ids);
      if (wrong) z.addIssue(ctx, wrong.expected, [name, ...wrong.path]);
    }
    return [...ids];
  });

/** Adds one id or a list of them to `ids`; tells the first thing that is none. */
function collectIds(value: unknown, ids: Set<number>): { expected: string; path: number[] } | null {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length > MAX_LIST) return { expected: `expected at most ${MAX_LIST} ids`, path: [] };
  for (const [index, item] of list.entries()) {
    if (isAbsent(item)) continue;
    const whole = readWhole(item);
    if (whole === undefined)
      return { expected: 'expected a whole number', path: Array.isArray(value) ? [index] : [] };
    ids.add(whole);
  }
  return null;
}

/** Ids of which there must be at least the field. */
export const idsUnder = (...names: readonly [string, ...string[]]) => idsIn(names, false);
/** Ids that may be missing altogether. */
export const anyIdsUnder = (...names: readonly [string, ...string[]]) => idsIn(names, true);

/** Text that may be missing; numbers and booleans are read as text. One clean line of at most `max` characters. */
export const text = (max: number) => field('expected a text', (value) => readText(value, max));

/** Text that must be there. */
export const someText = (max: number) =>
  field('expected a text', (value) => readText(value, max) || undefined);

function readText(value: unknown, max: number): string | undefined {
  if (isAbsent(value)) return '';
  return typeof value === 'string' ? cleanText(value, max) : scalarText(value);
}

/** A text, number or flag as text. Nothing else: JSON may hold objects that cannot be made into one. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The number that a coordinate stands for, or NaN. */
export const readNumber = (value: unknown): number =>
  isAbsent(value) ? Number.NaN : Number(scalarText(value) ?? Number.NaN);

/** A yes or no that may be missing, also in words or as 0 and 1. */
export const flag = (fallback: boolean) =>
  field('expected true or false', (value) => {
    if (isAbsent(value)) return fallback;
    const word = scalarText(value)?.trim().toLowerCase();
    if (word === 'true' || word === '1') return true;
    return word === 'false' || word === '0' ? false : undefined;
  });

/** A point in time as ISO text or milliseconds; null when missing or unreadable (it only helps to order events). */
export const moment = () =>
  field('expected a time', (value) => {
    const time =
      typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isFinite(time) ? time : null;
  });

/** Texts that may be one, several or missing; what is not a text is left out. */
export const texts = (max: number) =>
  field('expected a list of texts', (value) =>
    (Array.isArray(value) ? value : [value])
      .slice(0, MAX_LIST)
      .map((item) => readText(item, max) ?? '')
      .filter((item) => item !== ''),
  );

/** No list of an event is longer than any that the CAD sends. */
export const atMost = (max = MAX_LIST) => z.maxLength(max, { error: `expected at most ${max} items` });

/** A list of objects that may be one or missing; each is read by `schema`. */
export const listOf = <T extends z.ZodType>(schema: T, max = MAX_LIST) =>
  z.preprocess(
    (value) =>
      isAbsent(value) ? [] : Array.isArray(value) ? value.filter((item) => item !== null) : [value],
    z.array(schema).check(atMost(max)),
  );

/** Applies a schema to one field of an object, and names the field when it is refused. */
export const at = <T extends z.ZodType>(name: string, schema: T) =>
  z.transform((raw: unknown, ctx): z.output<T> => {
    const parsed = schema.safeParse(isObject(raw) ? raw[name] : undefined);
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) {
      z.addIssue(ctx, message, [name, ...path]);
    }
    return z.NEVER;
  });

/**
 * Reads several things out of one object, each by a schema that sees the whole object. Without `expected` anything is
 * taken for an object; what is none has no fields.
 */
export const together = <T extends Readonly<Record<string, z.ZodType>>>(parts: T, expected?: string) => {
  const schemas = Object.entries(parts);
  return z.transform((raw: unknown, ctx): { [Name in keyof T]: z.output<T[Name]> } => {
    if (expected !== undefined && !isObject(raw)) z.addIssue(ctx, expected);
    const result: Partial<Record<keyof T, unknown>> = {};
    for (const [name, schema] of schemas) {
      const parsed = schema.safeParse(raw);
      if (parsed.success) result[name as keyof T] = parsed.data;
      for (const { message, path } of parsed.error?.issues ?? []) z.addIssue(ctx, message, path);
    }
    return result as { [Name in keyof T]: z.output<T[Name]> };
  });
};

/** Turns whole objects in a list under `name` into their `id`s, as old versions of the CAD list units. */
export const idsOfObjects = (name: string) => (raw: unknown) => {
  if (!isObject(raw) || !Array.isArray(raw[name])) return raw;
  return { ...raw, [name]: raw[name].map((item) => (isObject(item) ? item.id : item)) };
};

/**
 * Free-form facts: an object whose values become clean texts. Missing values are left out, lists and objects are
 * kept as JSON text. Anything but an object counts as missing.
 */
export const metaData = () => field('expected an object', readMetaData);

function readMetaData(value: unknown): Record<string, string> {
  const facts: Record<string, string> = {};
  if (!isObject(value)) return facts;
  let size = 0;
  for (const [name, raw] of Object.entries(value)) {
    if (isAbsent(raw)) continue;
    if (size >= MAX_META_KEYS) break;
    const key = cleanText(name, MAX_META_KEY);
    if (key === '' || key === '__proto__') continue;
    facts[key] = cleanText(typeof raw === 'object' ? JSON.stringify(raw) : String(raw), MAX_META_VALUE);
    size += 1;
  }
  return facts;
}
