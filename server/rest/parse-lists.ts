// Parses JSON that is mostly one or a few long lists: item by item, so that it can be done in slices.

import type { InSlices } from './in-slices.ts';
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfValue,
  OPEN_LIST,
  OPEN_OBJECT,
  skipSpace,
} from './json-text.ts';
import { createKeptItems, type KeptItems, parsePart } from './kept-items.ts';

/** Makes of the body of an answer what `JSON.parse` does; null of an empty one. Throws or rejects with `SyntaxError`. */
export type ParseBody = (body: Uint8Array) => unknown;

const decoder = new TextDecoder();

/** In one go. Invalid UTF-8 becomes replacement characters, a byte order mark is skipped. */
export const parseWhole: ParseBody = (body) => {
  const text = decoder.decode(body);
  return text.trim() === '' ? null : JSON.parse(text);
};

/**
 * In slices, where the body is a list or an object with lists in it. Objects in the lists that were there the last time
 * in the same words are the same objects; they must not be changed.
 */
export function createListParser(inSlices: InSlices): ParseBody {
  const kept = createKeptItems();
  return async (body) => {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const document = readDocument({ bytes, at: 0 }, kept);
    try {
      await inSlices(document.steps, () => undefined);
      return document.value();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // Not JSON, or not of that form: nobody knows better than the parser for everything.
      return parseWhole(body);
    }
  };
}

/** How far the bytes are read. */
interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

/** `value` is there after the last of the `steps`, of which each reads an item. */
function readDocument(cursor: Cursor, kept: KeptItems) {
  let value: unknown;
  function* steps(): Generator<undefined> {
    value = peek(cursor) === OPEN_LIST ? yield* readList(cursor, kept) : yield* readObject(cursor, kept);
    if (peek(cursor) !== undefined) throw unexpected(cursor);
  }
  return { steps: steps(), value: () => value };
}

function* readObject(cursor: Cursor, kept: KeptItems): Generator<undefined, object> {
  const members = new Map<string, unknown>();
  take(cursor, OPEN_OBJECT);
  if (peek(cursor) === CLOSE_OBJECT) take(cursor, CLOSE_OBJECT);
  else {
    do {
      const name = readValue(cursor);
      if (typeof name !== 'string') throw unexpected(cursor);
      take(cursor, COLON);
      members.set(name, peek(cursor) === OPEN_LIST ? yield* readList(cursor, kept) : readValue(cursor));
    } while (take(cursor, COMMA, CLOSE_OBJECT) === COMMA);
  }
  return Object.fromEntries(members);
}

function* readList(cursor: Cursor, kept: KeptItems): Generator<undefined, unknown[]> {
  const list: unknown[] = [];
  const parse = kept.parseInOrder();
  take(cursor, OPEN_LIST);
  if (peek(cursor) === CLOSE_LIST) take(cursor, CLOSE_LIST);
  else {
    do {
      peek(cursor);
      const { value, end } = parse(cursor.bytes, cursor.at);
      list.push(value);
      cursor.at = end;
      yield;
    } while (take(cursor, COMMA, CLOSE_LIST) === COMMA);
  }
  return list;
}

function readValue(cursor: Cursor): unknown {
  peek(cursor);
  const from = cursor.at;
  cursor.at = endOfValue(cursor.bytes, from);
  return parsePart(cursor.bytes, from, cursor.at);
}

/** The next byte that is no space; undefined at the end. */
function peek(cursor: Cursor): number | undefined {
  cursor.at = skipSpace(cursor.bytes, cursor.at);
  return cursor.bytes[cursor.at];
}

/** Takes the next byte, which must be one of two. */
function take(cursor: Cursor, one: number, other = one): number {
  const byte = peek(cursor);
  if (byte !== one && byte !== other) throw unexpected(cursor);
  cursor.at += 1;
  return byte;
}

const unexpected = ({ at }: Cursor) => new SyntaxError(`Something else was expected at byte ${at}.`);
