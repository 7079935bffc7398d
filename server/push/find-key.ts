// Looks for the key in a large body before the body is parsed: a few megabytes of brackets, sent by anybody, would keep the
// game thread busy for a second.

import { Buffer } from 'node:buffer';

/** Up to here (bytes) parsing costs less than half a millisecond, whatever is in the body. */
const SMALL_BYTES = 8 * 1024;
const NAME = Buffer.from('"key"');
/**
 * The key stands in front of the data or behind it, so near an end of the body. Four megabytes of quotes take thirty
 * milliseconds to search.
 */
const END_BYTES = 64 * 1024;
/** Members of that name that are looked at, at either end; data may have some, too. */
const MAX_MEMBERS = 1000;
/** Bytes after the name in which its value has to end. */
const MAX_VALUE_BYTES = 300;
const VALUE = /^\s*:\s*("(?:[^"\\]|\\.)*")/;

/** Whether a body can hold an accepted key: false means that parsing it would be for nothing. */
export function mayHoldKey(bytes: ArrayBuffer, accepts: (candidate: unknown) => boolean): boolean {
  if (bytes.byteLength <= SMALL_BYTES) return true;
  const body = Buffer.from(bytes);
  if (body.length <= 2 * END_BYTES) return holdsKey(body, accepts);
  return holdsKey(body.subarray(0, END_BYTES), accepts) || holdsKey(body.subarray(-END_BYTES), accepts);
}

function holdsKey(part: Buffer, accepts: (candidate: unknown) => boolean): boolean {
  let at = part.indexOf(NAME);
  for (let members = 0; at >= 0 && members < MAX_MEMBERS; members += 1) {
    const start = at + NAME.length;
    const value = VALUE.exec(part.toString('utf8', start, start + MAX_VALUE_BYTES))?.[1];
    if (value !== undefined && accepts(readText(value))) return true;
    at = part.indexOf(NAME, start);
  }
  return false;
}

/** The text that a JSON string stands for, or null. */
function readText(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
