// Packs what travels in events as MessagePack. Packing is the largest part of what an event costs; this takes less than half
// the time of @msgpack/msgpack, which its tests hold it against: it gets plain data only and goes over it once.

import type { Packed } from '../ports.ts';

/** A value that was packed once and stands for itself in whatever is packed later. */
class Shared {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** Packs into memory of its own, over and over. */
export interface Packer {
  /**
   * MessagePack bytes of plain data: texts, numbers, booleans, null, lists and objects. What is undefined is left out of
   * objects and null elsewhere; anything else (functions, bigints) throws. The first `size` bytes count, and stay as they
   * are until the next call.
   */
  pack(value: unknown): PackedBytes;
  /** Packs a value that is part of several things; what comes back goes in its place. `value` must not change any more. */
  share<T>(value: T): T;
}

export interface PackedBytes extends Packed {
  readonly bytes: Buffer;
}

/** Starts small; what had to grow beyond `LARGE` for one event is let go of with the next. */
const START = 8 * 1024;
const LARGE = 256 * 1024;
/** A text takes at most so many bytes per UTF-16 unit. */
const BYTES_PER_UNIT = 3;
/** Texts up to this length are mostly ASCII and written faster here than by a call into Node. */
const SHORT = 24;

/** Short names of members as they are packed: mostly the same few hundred come again and again. */
const names = new Map<string, Uint8Array>();
const MAX_NAMES = 1000;

export function createPacker(): Packer {
  let bytes = allocate(START);
  let view = new DataView(bytes.buffer);
  let end = 0;

  function pack(value: unknown): PackedBytes {
    end = 0;
    if (bytes.length > LARGE) use(allocate(START));
    write(value);
    return { bytes, size: end };
  }

  function share<T>(value: T): T {
    const { size } = pack(value);
    // Memory of its own size, not of Node's pool: some are kept for hours, and would keep their neighbours there.
    return new Shared(Uint8Array.prototype.slice.call(bytes, 0, size)) as T;
  }

  function use(memory: Buffer<ArrayBuffer>): void {
    bytes = memory;
    view = new DataView(memory.buffer);
  }

  function reserve(count: number): void {
    if (end + count <= bytes.length) return;
    const old = bytes;
    use(allocate(Math.max(old.length * 2, end + count)));
    old.copy(bytes, 0, 0, end);
  }

  function write(value: unknown): void {
    switch (typeof value) {
      case 'string':
        return writeText(value);
      case 'number':
        return writeNumber(value);
      case 'boolean':
        return writeByte(value ? 0xc3 : 0xc2);
      case 'undefined':
        return writeByte(0xc0);
      case 'object':
        if (value === null) return writeByte(0xc0);
        if (Array.isArray(value)) return writeList(value);
        return value instanceof Shared ? writeShared(value) : writeObject(value as Record<string, unknown>);
      default:
        throw new TypeError(`A ${typeof value} cannot be packed.`);
    }
  }

  function writeShared({ bytes: packed }: Shared): void {
    reserve(packed.length);
    bytes.set(packed, end);
    end += packed.length;
  }

  function writeByte(byte: number): void {
    reserve(1);
    bytes[end++] = byte;
  }

  /** Whole numbers up to 32 bits; the rest, as the game's own packer does it, as 64 bit floats. */
  function writeNumber(value: number): void {
    reserve(9);
    if (!Number.isInteger(value) || value > 0xffffffff || value < -0x80000000) {
      bytes[end] = 0xcb;
      view.setFloat64(end + 1, value);
      end += 9;
    } else if (value < 0) {
      if (value >= -32) return writeByte(value & 0xff);
      bytes[end] = 0xd2;
      view.setInt32(end + 1, value);
      end += 5;
    } else if (value < 0x80) {
      bytes[end++] = value;
    } else {
      writeSized(value, 0xcc, 0xcd, 0xce);
    }
  }

  /** A number or size behind the code for its width. */
  function writeSized(value: number, code8: number, code16: number, code32: number): void {
    if (value < 0x100) {
      bytes[end] = code8;
      bytes[end + 1] = value;
      end += 2;
    } else {
      writeWide(value, code16, code32);
    }
  }

  function writeWide(value: number, code16: number, code32: number): void {
    if (value < 0x10000) {
      bytes[end] = code16;
      view.setUint16(end + 1, value);
      end += 3;
    } else {
      bytes[end] = code32;
      view.setUint32(end + 1, value);
      end += 5;
    }
  }

  function writeText(text: string): void {
    reserve(5 + text.length * BYTES_PER_UNIT);
    if (text.length <= SHORT && writeAscii(text)) return;
    // The size goes before the text but is known after it: enough room for the longest it can be.
    const before = end;
    const room = headOf(text.length * BYTES_PER_UNIT);
    const size = bytes.write(text, before + room);
    const head = headOf(size);
    if (head < room) bytes.copyWithin(before + head, before + room, before + room + size);
    if (head === 1) bytes[end++] = 0xa0 | size;
    else writeSized(size, 0xd9, 0xda, 0xdb);
    end += size;
  }

  /** Writes a short text and tells whether it could: it is ASCII. */
  function writeAscii(text: string): boolean {
    const { length } = text;
    let at = end + 1;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[at++] = code;
    }
    bytes[end] = 0xa0 | length;
    end = at;
    return true;
  }

  function writeName(name: string): void {
    const known = names.get(name);
    if (known) writeBytes(known);
    else rememberName(name);
  }

  /** A few bytes: a loop takes less time than a call into Node. */
  function writeBytes(few: Uint8Array): void {
    const { length } = few;
    reserve(length);
    let at = end;
    for (let index = 0; index < length; index += 1) bytes[at++] = few[index] as number;
    end = at;
  }

  function rememberName(name: string): void {
    const start = end;
    writeText(name);
    if (name.length <= SHORT && names.size < MAX_NAMES)
      names.set(name, Uint8Array.from(bytes.subarray(start, end)));
  }

  function writeList(list: readonly unknown[]): void {
    writeLength(list.length);
    for (let index = 0; index < list.length; index += 1) write(list[index]);
  }

  /** How many items a list has. */
  function writeLength(length: number): void {
    reserve(5);
    if (length < 16) bytes[end++] = 0x90 | length;
    else writeWide(length, 0xdc, 0xdd);
  }

  /** Always with a size of 16 bits: how many members there are is known only when they are written. */
  function writeObject(object: Readonly<Record<string, unknown>>): void {
    reserve(WIDE_HEAD);
    const start = end;
    end += WIDE_HEAD;
    let count = 0;
    for (const name in object) {
      const value = object[name];
      if (value === undefined) continue;
      writeName(name);
      write(value);
      count += 1;
    }
    if (count < 0x10000) {
      bytes[start] = 0xde;
      view.setUint16(start + 1, count);
    } else {
      widen(start, count);
    }
  }

  /** Makes room before the members for a size of 32 bits. */
  function widen(start: number, count: number): void {
    reserve(2);
    bytes.copyWithin(start + WIDE_HEAD + 2, start + WIDE_HEAD, end);
    bytes[start] = 0xdf;
    view.setUint32(start + 1, count);
    end += 2;
  }

  return { pack, share };
}

/** Bytes before the members of an object. */
const WIDE_HEAD = 3;

/** Memory of its own, not of Node's pool: the host reads from the beginning of the underlying buffer. */
const allocate = (size: number) => Buffer.from(new ArrayBuffer(size));

/** Bytes that the size of a text takes. */
const headOf = (size: number) => (size < 32 ? 1 : size < 0x100 ? 2 : size < 0x10000 ? 3 : 5);
