// Reads a file of postals, tolerantly, into an index: where is postal 8112?

import { ok, type Result, refuse } from '../../shared/result.ts';
import { exactPosition } from '../cad/position.ts';

/** A place on the map (GTA world metres). */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The postals of a map. */
export interface PostalIndex {
  /** Number of codes. */
  readonly size: number;
  /** Entries of the file that could not be used. */
  readonly skipped: number;
  /**
   * Where a postal is. Letter case and outer blanks do not matter. Leading zeros do, except where only one code
   * is meant: they get lost when a code travels as a number.
   */
  find(code: string): Place | null;
  /** The code nearest to a place, or null when none is. */
  nearest(x: number, y: number): string | null;
}

/** Files of known maps have 50 to 100 kB and at most 2000 postals. */
const MAX_CHARACTERS = 8 * 1024 * 1024;
const MAX_POSTALS = 50_000;
const MAX_CODE = 16;
const MAX_DEPTH = 4;

/** Names under which files keep the code, the best first: an `id` is often but the row's number. */
const CODE_KEYS = ['code', 'postal', 'name', 'id'] as const;
const PLACE_KEYS = ['coords', 'position'] as const;
const ENTRY_KEYS = ['x', 'y', 'code', 'postal', ...PLACE_KEYS] as const;

type Members = Readonly<Record<string, unknown>>;
interface Entry {
  readonly code: string | null;
  readonly place: Place | null;
}

/**
 * Reads the text of a file of postals. nearest-postal and its like keep a list of `{ "code": "8112", "x": 1, "y": 2 }`;
 * read as well are codes and coordinates of the other type, other names for the code, coordinates in an object or list
 * of their own, an object with the codes as keys, and all of it inside another list or object. Of several places with
 * one code the first counts, as it does for the `/postal` command of nearest-postal. The error says what is wrong
 * with the file.
 */
export function readPostalIndex(text: string): Result<PostalIndex, string> {
  if (text.length > MAX_CHARACTERS) return refuse('it is larger than 8 MiB');
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return refuse(`it is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const places = new Map<string, Place>();
  let skipped = 0;
  for (const { code, place } of entriesIn(content, null, 0)) {
    if (code === null || place === null) skipped += 1;
    else if (places.has(code)) continue;
    else if (places.size >= MAX_POSTALS) skipped += 1;
    else places.set(code, place);
  }
  if (places.size === 0) return refuse('there are no postals in it');
  return ok({
    size: places.size,
    skipped,
    find: createFind(places),
    nearest: (x, y) => nearestCode(places, x, y),
  });
}

function createFind(places: ReadonlyMap<string, Place>): (code: string) => Place | null {
  /** By code without leading zeros; null where that fits several codes. */
  const shortened = new Map<string, Place | null>();
  for (const [code, place] of places) {
    const short = withoutZeros(code);
    shortened.set(short, shortened.has(short) ? null : place);
  }
  return (code) => {
    const wanted = normaliseCode(code);
    return places.get(wanted) ?? shortened.get(withoutZeros(wanted)) ?? null;
  };
}

/** Looks at every postal: asked for once per call for help, that is little. */
function nearestCode(places: ReadonlyMap<string, Place>, x: number, y: number): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [code, place] of places) {
    const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
    if (distance >= least) continue;
    least = distance;
    nearest = code;
  }
  return nearest;
}

const normaliseCode = (code: string) => code.trim().toLowerCase();
const withoutZeros = (code: string) => code.replace(/^0+(?=.)/, '');

/** What may be meant as postals; `key` is the name under which `value` was found. */
function* entriesIn(value: unknown, key: string | null, depth: number): Generator<Entry> {
  if (Array.isArray(value)) {
    const place = key === null ? null : readPlace(value);
    if (place) yield { code: readCode(key), place };
    else if (depth < MAX_DEPTH) for (const item of value) yield* entriesIn(item, null, depth + 1);
  } else if (isMembers(value)) {
    if (ENTRY_KEYS.some((name) => name in value)) yield toEntry(value, key);
    else if (depth < MAX_DEPTH) {
      for (const [name, member] of Object.entries(value)) yield* entriesIn(member, name, depth + 1);
    }
  } else if (key === null) {
    yield { code: null, place: null };
  }
}

function toEntry(members: Members, key: string | null): Entry {
  let code: string | null = null;
  for (const name of CODE_KEYS) code ??= readCode(members[name]);
  let place = readPlace(members);
  for (const name of PLACE_KEYS) place ??= readPlace(members[name]);
  return { code: code ?? readCode(key), place };
}

function readCode(value: unknown): string | null {
  if (typeof value !== 'string' && !Number.isSafeInteger(value)) return null;
  const code = normaliseCode(String(value));
  return code !== '' && code.length <= MAX_CODE ? code : null;
}

/** The place in `{ x, y }` or `[x, y]`, by the rules for coordinates of calls. */
function readPlace(value: unknown): Place | null {
  if (!isMembers(value)) return null;
  const [x, y]: unknown[] = Array.isArray(value) ? value : [value.x, value.y];
  if (!isScalar(x) || !isScalar(y)) return null;
  const position = exactPosition({ x: String(x), y: String(y) });
  return position && { x: position.x, y: position.y };
}

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;
const isScalar = (value: unknown) => typeof value === 'number' || typeof value === 'string';
