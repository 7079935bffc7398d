// MessagePack as the script runtimes speak it: msgpack-lite with the switches and the additions FiveM's fork has.
import msgpack from 'msgpack-lite';

const FUNCTION = 10;
const HOST_FUNCTION = 11;

/** What msgpack-lite passes around while encoding; its type package does not declare it. */
interface Encoder {
  buffer: Uint8Array;
  reserve(length: number): number;
}
interface OpenCodec extends msgpack.Codec {
  encode(encoder: Encoder, value: unknown): void;
  getExtPacker(value: unknown): ((value: unknown) => unknown) | undefined;
}

export interface RefPort {
  toRef(fn: (...args: never[]) => unknown): string;
  fromRef(ref: Uint8Array): (...args: unknown[]) => unknown;
}

export interface ScriptCodec {
  pack(value: unknown): Uint8Array;
  unpack(bytes: Uint8Array): unknown;
}

/** Creates the codec of one runtime. Functions become references through `refs`. */
export function createScriptCodec(refs: RefPort): ScriptCodec {
  const codec = msgpack.createCodec({ uint8array: true, preset: false, binarraybuffer: true }) as OpenCodec;
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  // The packer returns text, which msgpack-lite writes as UTF-8; its types only know bytes.
  const packFunction = refs.toRef as unknown as (fn: unknown) => Uint8Array;
  codec.addExtPacker(FUNCTION, AsyncFunction, packFunction);
  codec.addExtPacker(FUNCTION, Function, packFunction);
  codec.addExtUnpacker(FUNCTION, refs.fromRef);
  codec.addExtUnpacker(HOST_FUNCTION, refs.fromRef);

  const encodePlain = codec.encode;
  codec.encode = (encoder, value) => {
    if (typeof value === 'function') {
      const pack = codec.getExtPacker(value);
      encodePlain(encoder, pack ? pack(value) : null);
    } else if (typeof value === 'number' && value > 0x7fffffff) {
      writeDouble(encoder, value); // the fork has no unsigned 32 bit path
    } else {
      encodePlain(encoder, value);
    }
  };

  return {
    pack: (value) => msgpack.encode(value, { codec }) as Uint8Array,
    unpack: (bytes) => msgpack.decode(bytes, { codec }),
  };
}

const scratch = new DataView(new ArrayBuffer(8));

function writeDouble(encoder: Encoder, value: number): void {
  scratch.setFloat64(0, value);
  let at = encoder.reserve(9);
  encoder.buffer[at++] = 0xcb;
  for (let i = 0; i < 8; i++) encoder.buffer[at++] = scratch.getUint8(i);
}
