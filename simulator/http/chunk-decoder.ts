// Takes the chunked transfer coding off a request body, read by read.
import { Buffer } from 'node:buffer';

export interface ChunkRead {
  /** What the bytes of this read decoded to. */
  readonly data: Buffer;
  /** Set once the body ended: how many bytes of this read lie behind it. */
  readonly rest: number | null;
}

export interface ChunkDecoder {
  /** Decodes further bytes; `bad` when they are no chunked body. */
  read(bytes: Buffer): ChunkRead | 'bad';
}

/** A decoder for one body: chunk extensions are skipped, trailers consumed. */
export function createChunkDecoder(): ChunkDecoder {
  let held = Buffer.alloc(0);
  let left = 0;
  let state: 'size' | 'data' | 'data-end' | 'trailer' = 'size';

  /** Takes one line off what is held, or null if it has not ended. */
  const takeLine = (): string | null => {
    const end = held.indexOf(0x0a);
    if (end < 0) return null;
    const line = held.toString('latin1', 0, end).replace(/\r$/, '');
    held = held.subarray(end + 1);
    return line;
  };

  const takeSize = (): 'more' | 'bad' | 'ok' => {
    const line = takeLine();
    if (line === null) return 'more';
    const digits = /^([\da-fA-F]{1,15})(?:[;\s]|$)/.exec(line)?.[1];
    if (digits === undefined) return 'bad';
    left = Number.parseInt(digits, 16);
    state = left === 0 ? 'trailer' : 'data';
    return 'ok';
  };

  const takeData = (data: Buffer[]): 'more' | 'ok' => {
    const part = held.subarray(0, left);
    data.push(part);
    held = held.subarray(part.length);
    left -= part.length;
    if (left > 0) return 'more';
    state = 'data-end';
    return 'ok';
  };

  const takeDataEnd = (): 'more' | 'bad' | 'ok' => {
    const line = takeLine();
    if (line === null) return held.length > 1 ? 'bad' : 'more';
    if (line !== '') return 'bad';
    state = 'size';
    return 'ok';
  };

  const takeTrailer = (): 'more' | 'done' | 'ok' => {
    const line = takeLine();
    if (line === null) return 'more';
    return line === '' ? 'done' : 'ok';
  };

  const step = (data: Buffer[]): 'more' | 'bad' | 'ok' | 'done' => {
    switch (state) {
      case 'size':
        return takeSize();
      case 'data':
        return takeData(data);
      case 'data-end':
        return takeDataEnd();
      case 'trailer':
        return takeTrailer();
    }
  };

  return {
    read(bytes) {
      held = Buffer.concat([held, bytes]);
      const data: Buffer[] = [];
      for (;;) {
        const result = step(data);
        if (result === 'bad') return 'bad';
        if (result === 'more') return { data: Buffer.concat(data), rest: null };
        if (result === 'done') return { data: Buffer.concat(data), rest: held.length };
      }
    },
  };
}
