// Readers for the values the CAD sends: tolerant of every shape it is known to use, strict about the rest.

import * as z from 'zod';
import { cleanText } from '../../shared/text.ts';
import { isObject } from './envelope.ts';

const MAX_LIST = 1000;
const MAX_META_KEYS = 64;
const MAX_META_KEY = 64;
const MAX_META_VALUE = 1024;
const WHOLE_NUMBER = /^[+-]?\d+(?:\.0*)?$/;
const ABSENT = /^\s*(?:nil|null|undefined)?\s*$/i;

/** A schema from a reader that returns undefined when the value cannot be used. */
function field<T>(expected: string, read: (value: unknown) => T | undefined) {
  return z
    .unknown()
    .optional()
    .transform((value, ctx): T => {
      const result = read(value);
      if (result !== undefined) return result;
      ctx.addIssue({ code: 'custom', message: expected });
      return z.NEVER;
    });
}

/** Missing values come as null, as nothing, and as the words that Lua and JavaScript make of them. */
export function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && ABSENT.test(value));
}

/** An id or enum value: a whole number or the text of one. Negative ids are placeholders and pass. */
function readWhole(value: unknown): number | undefined {
  const number = typeof value === 'string' && WHOLE_NUMBER.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** A required id. */
export const id = () => field('expected a whole number', readWhole);

/**
 * The ids in an object, wherever they are: under any of `names`, as scalars or lists, all merged without repeats.
 * Missing items are passed over; at least one of the fields must be there.
 */
export const idsUnder = (...names: readonly [string, ...string[]]) =>
  z.unknown().transform((raw, ctx): number[] => {
    const source = isObject(raw) ? raw : {};
    const found = names.filter((name) => !isAbsent(source[name]));
    const ids = new Set<number>();
    const refuse = (message: string, ...path: (string | number)[]) => {
      ctx.addIssue({ code: 'custom', message, path });
      return z.NEVER;
    };
    if (found.length === 0) return refuse('expected a list of whole numbers', names[0]);
    for (const name of found) {
      const list: unknown[] = [source[name]].flat();
      if (list.length > MAX_LIST) return refuse(`expected at most ${MAX_LIST} ids`, name);
      const wrong = list.findIndex((item) => !isAbsent(item) && readWhole(item) === undefined);
      if (wrong >= 0) return refuse('expected a whole number', name, wrong);
      for (const item of list) if (!isAbsent(item)) ids.add(readWhole(item) ?? 0);
    }
    return [...ids];
  });

/** Text that may be missing; numbers and booleans are read as text. One clean line of at most `max` characters. */
export const text = (max: number) => field('expected a text', (value) => readText(value, max));

function readText(value: unknown, max: number): string | undefined {
  if (isAbsent(value)) return '';
  if (typeof value === 'string') return cleanText(value, max);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A yes or no that may be missing, also in words or as 0 and 1. */
export const flag = (fallback: boolean) =>
  field('expected true or false', (value) => {
    if (isAbsent(value)) return fallback;
    const word = String(value).trim().toLowerCase();
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
