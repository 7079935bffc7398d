// How a push event is defined: its wire names, the schema that folds every variant into one shape, and its effect.

import type * as z from 'zod';
import { ok, type Result, refuse } from '../../shared/result.ts';
import type { Change } from '../cad/changes.ts';
import type { Store } from '../cad/store.ts';
import type { PayloadError } from './envelope.ts';

/** A decoded event: its clean data, and the change it makes. */
export interface PushEvent {
  readonly data: unknown;
  apply(store: Store): Change[];
}

/** One push event type of the CAD. */
export interface PushDefinition {
  readonly type: string;
  readonly summary: string;
  /** Reads one element of the envelope's `data`. `path` names that element in refusals. */
  decode(raw: unknown, path: string): Result<PushEvent, PayloadError>;
}

/** Ties a schema to what its data does to the store, so that both agree on the type. */
export function definePush<T>(definition: {
  type: string;
  summary: string;
  schema: z.ZodType<T>;
  apply(store: Store, data: T): Change[];
}): PushDefinition {
  const { type, summary, schema, apply } = definition;
  return {
    type,
    summary,
    decode(raw, path) {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) return refuse(toPayloadError(parsed.error, path));
      const data = parsed.data;
      return ok({ data, apply: (store) => apply(store, data) });
    },
  };
}

/** The first thing wrong, in the words of the schema (zod's messages name types, never values). */
function toPayloadError(error: z.ZodError, path: string): PayloadError {
  const issue = error.issues[0];
  const at = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  return { path: `${path}${at.join('')}`, expected: issue?.message ?? 'expected another shape' };
}
