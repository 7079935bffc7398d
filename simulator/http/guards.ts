// What the C++ side accepts from a script: any other type is a cast that nobody catches and ends the server.
import { Buffer } from 'node:buffer';
import type { FunctionRef } from '../natives/native.ts';

/** A call that would terminate the real server process. */
export class FatalHostCrash extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FatalHostCrash';
  }
}

/** Whether a decoded value is a function the script passed. */
export function isFunctionRef(value: unknown): value is FunctionRef {
  if (typeof value !== 'object' || value === null) return false;
  const { id, call, release } = value as Partial<FunctionRef>;
  return typeof id === 'string' && typeof call === 'function' && typeof release === 'function';
}

/** Names the type of a decoded value for a message: "a number (42)", "null", "an array". */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isFunctionRef(value)) return 'a function';
  if (Array.isArray(value)) return 'an array';
  if (ArrayBuffer.isView(value)) return 'binary data';
  if (typeof value !== 'object') return `a ${typeof value} (${String(value)})`;
  const keys = Object.keys(value);
  const isIndexed = keys.length > 0 && keys.every((key, index) => key === String(index));
  return isIndexed ? 'an object with indexes for keys (a Buffer or typed array?)' : 'an object';
}

function refuse(what: string, wanted: string, value: unknown): never {
  throw new FatalHostCrash(
    `${what} takes ${wanted}, not ${describeValue(value)}: this ends the server process`,
  );
}

/** Bytes of a string or an ArrayBuffer: the two that msgpack casts to `std::string`. */
export function toBytes(what: string, value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return refuse(what, 'a string or an ArrayBuffer', value);
}

/** An integer of 32 bits. */
export function toInteger(what: string, value: unknown): number {
  if (typeof value === 'number' && (value | 0) === value) return value;
  return refuse(what, 'an integer', value);
}

/** Name and values of each header of a plain object of strings and string arrays. */
export function toHeaders(what: string, value: unknown): [name: string, values: string[]][] {
  const isMap =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    !isFunctionRef(value);
  if (!isMap) return refuse(what, 'an object of headers', value);
  return Object.entries(value).map(([name, entry]) => {
    const item = `${what} "${name}"`;
    const values: unknown[] = Array.isArray(entry) ? entry : [entry];
    return [name, values.map((each) => toBytes(item, each).toString())];
  });
}

/** The first argument; without one C++ reads behind the end of an empty list. */
export function firstOf(what: string, args: readonly unknown[]): unknown {
  if (args.length === 0) {
    throw new FatalHostCrash(`${what} needs an argument: without one the server reads invalid memory`);
  }
  return args[0];
}
