// Converts arguments and results of natives the way FiveM's generated bindings and its C++ side do.
import type { Booted, NativeHost } from './bridge.ts';

/** What an integer parameter reads when a text or an object is passed. */
const GARBAGE = 0x7fedcafe;

/** The functions that generated native code calls. Short names: they occur in thousands of generated lines. */
export interface NativeKit {
  /** `string` parameter. */
  S(value: unknown, native: string, index: number): string | Uint8Array | null;
  /** `number` parameter; `optional` ones may be left out. */
  N(value: unknown, native: string, index: number, optional?: boolean): number;
  /** `boolean` parameter. */
  B(value: unknown, native: string, index: number): boolean;
  /** `string | number` parameter: a hash, or a text to be hashed. */
  H(value: unknown, native: string, index: number): number;
  /** `Function` parameter. */
  F(value: unknown, native: string, index: number): unknown;
  /** `any` parameter: packed. */
  O(value: unknown): Uint8Array;
  /** `boolean` and `void` results: `false` or a number, never `true`. */
  rv(result: unknown): false | number;
  rn(result: unknown): number;
  rs(result: unknown): string | null;
  /** Vectors. */
  rp(result: unknown): number[];
  /** Several results; `kinds` has the converter's letter for each. */
  rt(result: unknown, kinds: string): unknown[];
  ro(result: unknown): unknown;
  /** Turns an error of the host into one of this realm. */
  error(native: string, error: unknown): Error;
  host: NativeHost;
  /** Set once the runtime has booted: function parameters and packed ones need it. */
  booted: Booted | null;
}

export function createNativeKit(host: NativeHost): NativeKit {
  const wrong = (native: string, index: number, expected: string, value: unknown) =>
    host.wrongType(native, index, expected, kindOf(value));

  /** An object stands for the number in its `__data`, as entities do; anything else cannot be passed at all. */
  const dataOf = (value: unknown, native: string, index: number, expected: string): number => {
    const data = (value as { __data?: unknown }).__data;
    if (typeof data === 'number') return data | 0;
    wrong(native, index, expected, value);
    throw kit.error(native, new Error('__data field does not contain a number'));
  };

  const kit: NativeKit = {
    host,
    booted: null,
    S(value, native, index) {
      if (typeof value === 'string') return cString(value);
      if (typeof value === 'number') return value === 0 ? null : String(value);
      if (value === null) return null;
      if (value === undefined || value === false) {
        wrong(native, index, 'string', value);
        return null;
      }
      if (ArrayBuffer.isView(value)) return bytesOf(value);
      if (value instanceof ArrayBuffer) return String(dataOf(value, native, index, 'string'));
      wrong(native, index, 'string', value);
      return cString(String(value));
    },
    N(value, native, index, optional) {
      if (typeof value === 'number') {
        if (!Number.isFinite(value)) wrong(native, index, 'number', value);
        return value;
      }
      if (typeof value === 'boolean') return value ? 1 : 0;
      if (value === undefined || value === null) {
        if (!optional) wrong(native, index, 'number', value);
        return 0;
      }
      if (typeof value === 'string' || Array.isArray(value)) {
        wrong(native, index, 'number', value);
        return GARBAGE;
      }
      return dataOf(value, native, index, 'number');
    },
    B(value, native, index) {
      if (typeof value === 'boolean') return value;
      if (typeof value === 'number') return value !== 0;
      wrong(native, index, 'boolean', value);
      return typeof value === 'string';
    },
    H(value, native, index) {
      return typeof value === 'string' ? joaat(value) : kit.N(value, native, index);
    },
    F(value, native, index) {
      if (typeof value === 'function' && kit.booted) return host.functionRef(kit.booted.makeRef(value));
      wrong(native, index, 'function', value);
      return null;
    },
    O: (value) => kit.booted?.pack(value) ?? new Uint8Array(),
    rv(result) {
      if (!result) return false;
      return typeof result === 'number' ? result | 0 || false : 1;
    },
    rn: (result) => (result === undefined || result === null ? 0 : Number(result)),
    rs: (result) => (result === undefined || result === null ? null : String(result)),
    rp(result) {
      const [x = 0, y = 0, z = 0] = (result as ArrayLike<number> & Iterable<number>) ?? [];
      return [Math.fround(x), Math.fround(y), Math.fround(z)];
    },
    rt(result, kinds) {
      const values = (result ?? []) as unknown[];
      const all: unknown[] = [];
      for (let i = 0; i < kinds.length; i++) all.push(single(kit, kinds[i] ?? 'n', values[i]));
      return all;
    },
    ro: (result) => (result === undefined || result === null ? null : JSON.parse(host.toJson(result))),
    error: (native, error) => new Error(host.failed(native, error)),
  };
  return kit;
}

function single(kit: NativeKit, kind: string, value: unknown): unknown {
  switch (kind) {
    case 'v':
      return kit.rv(value);
    case 's':
      return kit.rs(value);
    case 'p':
      return kit.rp(value);
    default:
      return kit.rn(value);
  }
}

/** C sees text up to its first zero byte. */
function cString(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return view instanceof Uint8Array ? view : new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return String(value);
  return typeof value;
}

/** Jenkins' one-at-a-time hash of the lower-case text, as a signed number: `GetHashKey`. */
export function joaat(text: string): number {
  let hash = 0;
  for (const byte of utf8(text.toLowerCase())) {
    hash = (hash + byte) | 0;
    hash = (hash + (hash << 10)) | 0;
    hash ^= hash >>> 6;
  }
  hash = (hash + (hash << 3)) | 0;
  hash ^= hash >>> 11;
  return (hash + (hash << 15)) | 0;
}

function utf8(text: string): number[] {
  // Client realms have no TextEncoder.
  const escaped = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  return (
    escaped
      .match(/%..|./g)
      ?.map((part) => (part.length === 3 ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0))) ?? []
  );
}
