// MessagePack on the host's side of the border: what C++ packs and unpacks around the script runtimes.
import msgpack from 'msgpack-lite';
import { RawString } from '../natives/raw-string.ts';

const FUNCTION = 10;
const HOST_FUNCTION = 11;

// biome-ignore lint/suspicious/noExplicitAny: functions cross with whatever arguments their callers agree on
export type AnyFunction = (...args: any[]) => unknown;

/** Ties functions to references while a message is encoded or decoded. */
export interface RefTable {
  /** Gives a host function a reference. */
  toRef(fn: AnyFunction): string;
  /** What stands for a script's function in a decoded message. */
  fromRef(ref: string): unknown;
}

export interface HostCodec {
  /** Functions become references, byte arrays binary (scripts get an `ArrayBuffer`), raw strings text. */
  encode(value: unknown): Uint8Array;
  /** Binary becomes `Uint8Array`. */
  decode(bytes: Uint8Array): unknown;
}

interface Encoder {
  buffer: Uint8Array;
  reserve(length: number): number;
  send(bytes: Uint8Array): void;
}
interface OpenCodec extends msgpack.Codec {
  encode(encoder: Encoder, value: unknown): void;
  getExtPacker(value: unknown): ((value: unknown) => unknown) | undefined;
}

export function createHostCodec(refs: RefTable): HostCodec {
  const codec = msgpack.createCodec({ preset: false }) as OpenCodec;
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const packFunction = (fn: unknown) => Buffer.from(refs.toRef(fn as AnyFunction));
  const unpackFunction = (ref: Uint8Array) => refs.fromRef(Buffer.from(ref).toString());
  codec.addExtPacker(HOST_FUNCTION, AsyncFunction, packFunction);
  codec.addExtPacker(HOST_FUNCTION, Function, packFunction);
  codec.addExtUnpacker(FUNCTION, unpackFunction);
  codec.addExtUnpacker(HOST_FUNCTION, unpackFunction);

  const encodePlain = codec.encode;
  codec.encode = (encoder, value) => {
    if (typeof value === 'function') encodePlain(encoder, codec.getExtPacker(value)?.(value) ?? null);
    else if (value instanceof RawString) writeText(encoder, value.bytes);
    else encodePlain(encoder, ArrayBuffer.isView(value) ? asBuffer(value) : value);
  };

  return {
    encode: (value) => msgpack.encode(value, { codec }),
    decode: (bytes) => plain(msgpack.decode(asBuffer(bytes), { codec })),
  };
}

/** A text of any bytes, as C++ writes a `std::string`. */
function writeText(encoder: Encoder, bytes: Uint8Array): void {
  const { length } = bytes;
  const head = Buffer.alloc(5);
  let size = 1;
  if (length < 32) head[0] = 0xa0 | length;
  else if (length < 0x10000) {
    head[0] = 0xda;
    size += head.writeUInt16BE(length, 1) - 1;
  } else {
    head[0] = 0xdb;
    size += head.writeUInt32BE(length, 1) - 1;
  }
  const at = encoder.reserve(size);
  encoder.buffer.set(head.subarray(0, size), at);
  encoder.send(bytes);
}

function asBuffer(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

/** Buffers become plain byte arrays; everything else is plain already. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Buffer.isBuffer(value)) return new Uint8Array(value);
  if (Object.getPrototypeOf(value) !== Object.prototype && !Array.isArray(value)) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = plain(value[i]);
  } else {
    const members = value as Record<string, unknown>;
    for (const key of Object.keys(members)) members[key] = plain(members[key]);
  }
  return value;
}
