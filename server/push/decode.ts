// From an authenticated envelope to decoded events: finds the definition and reads every element of `data`.

import { ok, type Result, refuse } from '../../shared/result.ts';
import type { PushDefinition, PushEvent } from './definition.ts';
import { type Envelope, isObject, type PayloadError } from './envelope.ts';

/** The events of one request, all of one type. */
export interface Push {
  readonly type: string;
  readonly events: readonly PushEvent[];
}

/** Why an envelope was not decoded: its type is unknown, or its data cannot be read. */
export type DecodeError = { readonly kind: 'type' } | ({ readonly kind: 'payload' } & PayloadError);

/** Decodes an envelope; all of its events or none. */
export type Decode = (envelope: Envelope) => Result<Push, DecodeError>;

const MAX_EVENTS = 100;

/** A decoder for the given definitions. */
export function createDecode(definitions: readonly PushDefinition[]): Decode {
  const byType = new Map(definitions.map((definition) => [definition.type, definition]));
  return ({ type, data }) => {
    const definition = byType.get(type);
    if (!definition) return refuse({ kind: 'type' });
    const elements = Array.isArray(data) ? data : [data];
    if (elements.length === 0 || elements.length > MAX_EVENTS) {
      return refuse({ kind: 'payload', path: 'data', expected: `expected 1 to ${MAX_EVENTS} events` });
    }
    const events: PushEvent[] = [];
    for (const [index, element] of elements.entries()) {
      const path = Array.isArray(data) ? `data[${index}]` : 'data';
      if (!isObject(element)) return refuse({ kind: 'payload', path, expected: 'expected an object' });
      const decoded = definition.decode(element, path);
      if (!decoded.ok) return refuse({ kind: 'payload', ...decoded.error });
      events.push(decoded.value);
    }
    return ok({ type, events });
  };
}
