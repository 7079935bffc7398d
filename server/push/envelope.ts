// From the bytes of a request body to the envelope `{ key, type, data }`, in steps: only what is authenticated is looked into.

import { ok, type Result, refuse } from '../../shared/result.ts';

/** What is wrong with a payload: where, and what was expected there. Never a value. */
export interface PayloadError {
  readonly path: string;
  readonly expected: string;
}

/** Body of a request: a JSON object that nothing is known of yet. */
export type Body = Record<string, unknown>;

/** An authenticated push event. `type` is in upper case; `data` is bounded in depth and size. */
export interface Envelope {
  readonly type: string;
  readonly data: unknown;
  readonly body: Body;
}

const MAX_DEPTH = 32;
const MAX_VALUES = 50_000;
const MAX_TYPE_LENGTH = 100;
const decoder = new TextDecoder();

/** Parses the body. Invalid UTF-8 becomes replacement characters, a byte order mark is skipped. */
export function parseBody(bytes: ArrayBuffer): Result<Body, PayloadError> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(decoder.decode(bytes));
  } catch {
    return refuse({ path: 'body', expected: 'expected JSON' });
  }
  if (!isObject(parsed)) return refuse({ path: 'body', expected: 'expected a JSON object' });
  return ok(parsed);
}

/** Reads the envelope of an authenticated body. */
export function readEnvelope(body: Body): Result<Envelope, PayloadError> {
  const type = typeof body.type === 'string' ? body.type.trim().toUpperCase() : '';
  if (type === '' || type.length > MAX_TYPE_LENGTH) {
    return refuse({ path: 'type', expected: 'expected the name of an event, such as EVENT_911' });
  }
  const excess = boundJson(body);
  if (excess !== null) return refuse({ path: 'body', expected: excess });
  return ok({ type, data: body.data, body });
}

/** Whether `value` is a JSON object (not an array). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Takes `__proto__` keys out (on their way to other resources they would become the object's prototype) and tells
 * what is beyond the bounds, or null. Goes no deeper than the bound: a hostile body cannot exhaust the stack.
 */
export function boundJson(root: Body): string | null {
  return boundMembers(root, 1, { values: MAX_VALUES });
}

interface Budget {
  values: number;
}
const TOO_MANY = `expected at most ${MAX_VALUES} values`;

function boundMembers(value: object, depth: number, left: Budget): string | null {
  if (depth > MAX_DEPTH) return `expected at most ${MAX_DEPTH} levels of nesting`;
  if (Array.isArray(value)) return boundItems(value, depth, left);
  for (const name in value) {
    if (name === '__proto__') {
      Reflect.deleteProperty(value, name);
      continue;
    }
    left.values -= 1;
    if (left.values < 0) return TOO_MANY;
    const excess = boundMember((value as Record<string, unknown>)[name], depth, left);
    if (excess !== null) return excess;
  }
  return null;
}

function boundItems(items: readonly unknown[], depth: number, left: Budget): string | null {
  left.values -= items.length;
  if (left.values < 0) return TOO_MANY;
  for (let index = 0; index < items.length; index += 1) {
    const excess = boundMember(items[index], depth, left);
    if (excess !== null) return excess;
  }
  return null;
}

const boundMember = (member: unknown, depth: number, left: Budget) =>
  typeof member === 'object' && member !== null ? boundMembers(member, depth + 1, left) : null;
