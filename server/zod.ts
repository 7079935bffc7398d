// The checks of what comes from outside: zod's functions, of which the bundle holds those that are used, with its messages
// in English. All of the server takes zod from here.

import * as z from 'zod/mini';
import { $constructor, $ZodObjectJIT } from 'zod/v4/core';
import { en } from 'zod/v4/locales';

z.config(en());

export * from 'zod/mini';

/** A schema of any kind, whose values are `T` once they were read. */
export type ZodType<T = unknown> = z.ZodMiniType<T>;

const plain: z.core.$constructor<z.ZodMiniObject> = z.ZodMiniObject;
const compiled: z.core.$constructor<z.core.$ZodObject> = $ZodObjectJIT;
/** An object schema with zod's parser that compiles itself when it is first used; zod/mini has the other one only. */
const CompiledObject: z.core.$constructor<z.ZodMiniObject, z.core.$ZodObjectDef> = $constructor(
  'CompiledObject',
  (instance, definition) => {
    plain.init(instance, definition as never);
    compiled.init(instance, definition);
  },
);

/**
 * As `object`, for what is read again and again: takes a fraction of the time from the second value on. `expected` is told
 * when the value is no object at all.
 */
export function compiledObject<const Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  expected?: string,
): z.ZodMiniObject<Shape> {
  const definition = { type: 'object' as const, shape, ...(expected && { error: () => expected }) };
  return new CompiledObject(definition) as z.ZodMiniObject<Shape>;
}

/** What `schema` reads, made into something else by `map`. */
export const mapped = <S extends z.ZodMiniType, T>(schema: S, map: (value: z.output<S>) => T) =>
  z.pipe(schema, z.transform(map) as z.ZodMiniTransform<T, z.output<S>>);

/** What `schema` reads in the value that `prepare` makes of the raw one. */
export const preprocess = <S extends z.ZodMiniType>(prepare: (raw: unknown) => unknown, schema: S) =>
  z.pipe(z.transform(prepare), schema as z.ZodMiniType<z.output<S>>);

/** What `schema` reads, or `instead` when it is something else or missing. zod's own `catch` would bring 6 kB along. */
export const orElse = <S extends z.ZodMiniType, T>(schema: S, instead: T) =>
  mapped(z.optional(z.unknown()), (raw): z.output<S> | T => {
    const read = schema.safeParse(raw);
    return read.success ? read.data : instead;
  });

/** A group of settings: what is missing of it has its defaults, and it holds nothing else. */
export const group = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.prefault(z.strictObject(shape), {} as never);

/** Tells, out of a `transform`, what was expected in place of the value or of what is at `path` in it. */
export function addIssue(ctx: z.core.ParsePayload, message: string, path: readonly PropertyKey[] = []): void {
  ctx.issues.push({ code: 'custom', message, path: [...path], input: ctx.value });
}
