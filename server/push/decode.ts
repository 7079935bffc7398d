// From an authenticated envelope to decoded events: finds the definition and reads every element of `data`.

import { ok, type Result, refuse } from '../../shared/result.ts';
import type { PushDefinition, PushEvent } from './definition.ts';
import { type Envelope, isObject, type PayloadError } from './envelope.ts';

/** The events of one request, all of one type. */
export interface Push {
  /** The present name of the type, also when the event came under an older one. */
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
  const byType = new Map(
    definitions.flatMap((definition) =>
      [definition.type, ...definition.aliases].map((type): [string, PushDefinition] => [type, definition]),
    ),
  );
  return (envelope) => {
    const definition = byType.get(envelope.type);
    return definition ? decodeAs(definition, envelope) : refuse({ kind: 'type' });
  };
}

function decodeAs(definition: PushDefinition, { data, body }: Envelope): Result<Push, DecodeError> {
  const given = definition.isBare && !isObject(data) ? {} : data;
  const elements = Array.isArray(given) ? given : [given];
  if (elements.length === 0 || elements.length > MAX_EVENTS) {
    return refuse({ kind: 'payload', path: 'data', expected: `expected 1 to ${MAX_EVENTS} events` });
  }
  const events: PushEvent[] = [];
  for (const [index, element] of elements.entries()) {
    const path = Array.isArray(given) ? `data[${index}]` : 'data';
    if (!isObject(element)) return refuse({ kind: 'payload', path, expected: 'expected an object' });
    const decoded = definition.decode(element, path, body);
    if (!decoded.ok) return refuse({ kind: 'payload', ...decoded.error });
    events.push(decoded.value);
  }
  return ok({ type: definition.type, events });
}
