// How a push event is defined: its wire names, the schema that folds every variant into one shape, and its effect. What the
// documentation says of it stands beside the definition.

import { once } from '../../shared/once.ts';
import { ok, type Result, refuse } from '../../shared/result.ts';
import type { Change } from '../cad/changes.ts';
import type { Store } from '../cad/store.ts';
import type * as z from '../zod.ts';
import { type Body, isObject, type PayloadError } from './envelope.ts';

/** A decoded event: its clean data, and the change it makes. */
export interface PushEvent<T = unknown> {
  readonly data: T;
  /** The element of the envelope's `data` as it came. */
  readonly raw: unknown;
  apply(store: Store): Change[];
}

/**
 * What `docs/events.md` says of an event. It stands beside the event's definition as `<name>Docs`, a constant that only
 * documentation.ts imports: the bundle has no use for it and leaves it out.
 */
export interface PushDocumentation {
  readonly summary: string;
  /** Fields of the clean data, as `sonorancad:push` and `onPush` hand it over. */
  readonly fields: Readonly<Record<string, string>>;
  /** Shapes that are accepted besides the documented one. */
  readonly variants: readonly string[];
  /** What it changes in the game. */
  readonly effect: string;
  /** Local events that follow, besides `sonorancad:push`. */
  readonly raises: readonly string[];
  /** Fixtures of the documented shape and of the variants, the example first. */
  readonly fixtures: readonly [string, ...string[]];
}

/** One push event type of the CAD, with the shape of its clean data. */
export interface PushDefinition<T = unknown> {
  readonly type: string;
  /** Older names of the same event. */
  readonly aliases: readonly string[];
  /** Whether the event comes without `data`. */
  readonly isBare: boolean;
  /** Makes what reading needs. */
  prepare(): void;
  /**
   * Reads one element of the envelope's `data`. `path` names that element in refusals; `body` is the whole envelope,
   * where some events keep a field.
   */
  decode(
    raw: Readonly<Record<string, unknown>>,
    path: string,
    body: Body,
  ): Result<PushEvent<T>, PayloadError>;
}

/** Ties a schema to what its data does to the store, so that both agree on the type. */
export function definePush<T>(definition: {
  readonly type: string;
  readonly aliases?: readonly string[];
  readonly isBare?: boolean;
  /** Fields that are looked for in the envelope when `data` lacks them. */
  readonly envelopeFields?: readonly string[];
  /** Made when the first event comes, or when there is time before it. */
  schema(): z.ZodType<T>;
  /** Without it the event changes nothing that is kept here. */
  apply?(store: Store, data: T): Change[];
}): PushDefinition<T> {
  const { type, aliases = [], isBare = false, envelopeFields, apply } = definition;
  const schema = once(definition.schema);
  return {
    type,
    aliases,
    isBare,
    prepare: () => void schema(),
    decode(raw, path, body) {
      const parsed = schema().safeParse(envelopeFields ? { ...pick(body, envelopeFields), ...raw } : raw);
      if (!parsed.success) return refuse(toPayloadError(parsed.error, path));
      const data = parsed.data;
      return ok({ data, raw, apply: (store) => apply?.(store, data) ?? [] });
    },
  };
}

/** The fields with these names, as far as they are there. */
const pick = (body: Body, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name in body).map((name) => [name, body[name]]));

/** The first thing wrong, in the words of the schema (which name shapes, never values). */
export function toPayloadError(error: z.core.$ZodError, path: string): PayloadError {
  const issue = error.issues[0];
  const at = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  return { path: `${path}${at.join('')}`, expected: issue?.message ?? 'expected another shape' };
}

/** An object among others, or nothing. */
export const objectOr = <T>(value: unknown, fallback: T): Record<string, unknown> | T =>
  isObject(value) ? value : fallback;
