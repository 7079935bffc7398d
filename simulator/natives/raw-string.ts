// Bytes that cross the msgpack boundary as a string although they may be no valid UTF-8.

/** Marks bytes that the encoder writes as a msgpack STR, as C++ does with a `std::string` of any content. */
export class RawString {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** Wraps bytes so that a script receives them as a string, decoded by its own codec. */
export function rawString(bytes: Uint8Array): RawString {
  return new RawString(bytes);
}
