// Declares natives with the kinds of their parameters, so that each checks what scripts pass.
import type { FunctionRef, NativeCaller, NativeTable } from '../natives/native.ts';

/**
 * `int` and `float`: a finite number, whole for `int`, of 32 bits for `float`. `text`: a string the game does not check for null;
 * `required`: one FiveM checks, which throws; `text?`: null is fine. `hash`: a number or a name. `any`: unchecked.
 */
export type Kind =
  | 'int'
  | 'float'
  | 'bool'
  | 'text'
  | 'text?'
  | 'required'
  | 'hash'
  | 'bytes'
  | 'func'
  | 'any';

type Argument<K extends Kind> = K extends 'int' | 'float' | 'hash'
  ? number
  : K extends 'bool'
    ? boolean
    : K extends 'text' | 'required'
      ? string
      : K extends 'text?'
        ? string | null
        : K extends 'bytes'
          ? Uint8Array
          : K extends 'func'
            ? FunctionRef
            : unknown;

type Arguments<K extends readonly Kind[]> = { -readonly [I in keyof K]: Argument<K[I]> };

/** One call of a native; problems carry the native's name. */
export interface NativeCall extends NativeCaller {
  readonly native: string;
}

export interface Definition {
  readonly kinds: readonly Kind[];
  readonly run: (call: NativeCall, args: readonly unknown[]) => unknown;
}

/** Declares a native. */
export function native<const K extends readonly Kind[]>(
  kinds: K,
  run: (call: NativeCall, ...args: Arguments<K>) => unknown,
): Definition {
  return { kinds, run: (call, args) => run(call, ...(args as Arguments<K>)) };
}

/** Jenkins' one-at-a-time hash over lower case, as a signed number: what `GetHashKey` gives to scripts. */
export function hashOf(text: string): number {
  let hash = 0;
  for (const byte of new TextEncoder().encode(text.toLowerCase())) {
    hash = (hash + byte) | 0;
    hash = (hash + (hash << 10)) | 0;
    hash ^= hash >>> 6;
  }
  hash = (hash + (hash << 3)) | 0;
  hash ^= hash >>> 11;
  return (hash + (hash << 15)) | 0;
}

/** The float of 32 bits the game keeps, as the shortest decimal that names it. */
function toFloat(value: number): number {
  const float = Math.fround(value);
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return short;
  }
  return float;
}

function checkNumber(call: NativeCall, index: number, kind: 'int' | 'float', value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(Math.fround(value))) {
    call.problem('type', `argument ${index} must be a finite number, not ${String(value)}`);
    return 0;
  }
  if (kind === 'float') return toFloat(value);
  if (Number.isInteger(value)) return value;
  call.problem('type', `argument ${index} must be an integer: the game reads the bits of ${value}`);
  return Math.trunc(value);
}

function checkText(call: NativeCall, index: number, kind: 'text' | 'required', value: unknown): string {
  if (typeof value === 'string') return value;
  if (kind === 'required') throw new Error(`Argument at index ${index} was null.`);
  call.problem('type', `argument ${index} must be a string, not ${String(value)}`);
  return '';
}

/** Reports what the game would misread and gives something sane in its place. */
function check(call: NativeCall, index: number, kind: Kind, value: unknown): unknown {
  switch (kind) {
    case 'int':
    case 'float':
      return checkNumber(call, index, kind, value);
    case 'text':
    case 'required':
      return checkText(call, index, kind, value);
    case 'text?':
      return typeof value === 'string' ? value : null;
    case 'hash':
      return typeof value === 'string' ? hashOf(value) : checkNumber(call, index, 'int', value) | 0;
    case 'bool':
      return Boolean(value);
    case 'bytes':
    case 'func':
      if (value === null || value === undefined) throw new Error(`Argument at index ${index} was null.`);
      return kind === 'bytes' && typeof value === 'string' ? new TextEncoder().encode(value) : value;
    case 'any':
      return value;
  }
}

/** A native as the runtime calls it; `kinds` is there for tests against the declarations. */
export type CheckedNative = NativeTable[string] & { readonly kinds: readonly Kind[] };

/** Makes natives out of definitions; an alias does what its target does, under its own name. */
export function nativeTable(
  definitions: Readonly<Record<string, Definition>>,
  aliases: Readonly<Record<string, string>> = {},
): Readonly<Record<string, CheckedNative>> {
  const bind = (name: string, { kinds, run }: Definition): CheckedNative =>
    Object.assign(
      (caller: NativeCaller, ...args: unknown[]) => {
        const call: NativeCall = {
          native: name,
          resource: caller.resource,
          invoking: caller.invoking,
          problem: (kind, message) => caller.problem(kind, `${name}: ${message}`),
        };
        return run(
          call,
          kinds.map((kind, index) => check(call, index, kind, args[index])),
        );
      },
      { kinds },
    );
  const table = Object.entries(definitions).map(
    ([name, definition]) => [name, bind(name, definition)] as const,
  );
  const renamed = Object.entries(aliases).map(([alias, target]) => {
    const definition = definitions[target];
    if (!definition) throw new Error(`${alias} is an alias of ${target}, which is not defined`);
    return [alias, bind(alias, definition)] as const;
  });
  return Object.fromEntries([...table, ...renamed]);
}
