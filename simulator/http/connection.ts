// One connection: reads requests off it one at a time, as net-http-server/src/Http1Server.cpp does.
import { Buffer } from 'node:buffer';
import type { ChunkDecoder } from './chunk-decoder.ts';
import { createChunkDecoder } from './chunk-decoder.ts';
import type { Exchange, Peer } from './exchange.ts';
import { createExchange } from './exchange.ts';
import type { RequestHead } from './request-head.ts';
import { contentLengthOf, headerOf, readRequestHead } from './request-head.ts';
import type { ResponseWire } from './response.ts';
import { sniffHttp } from './sniff.ts';
import type { HttpTarget } from './types.ts';

/** More unread bytes than this, head, body and pipelined requests together, close the connection. */
const MAX_UNREAD = 5 * 1024 * 1024;
/** Once more looks for a request than this were counted, answers close the connection. */
const MAX_LOOKS = 10;

export interface Connection {
  /** Bytes of one read. */
  received(bytes: Buffer): void;
  /** The connection closed. `tellScript` is false when the whole server goes. */
  closed(tellScript: boolean): void;
  /** The time allowed for the request at hand ran out. */
  expired(): void;
}

export interface ConnectionOptions {
  peer: Peer;
  target: HttpTarget;
  now(): number;
  /** The connection's part of the wire; `isLast` and the release of the next request are added here. */
  wire: Omit<ResponseWire, 'isLast'>;
  /** Closes the connection without a word. */
  close(): void;
  /** Routes an exchange; work for the main thread goes to `post`. */
  answer(exchange: Exchange, post: (work: () => void) => void): void;
}

type State =
  | { readonly kind: 'head' }
  | { readonly kind: 'body'; readonly length: number }
  | { readonly kind: 'chunked'; readonly decoder: ChunkDecoder; readonly parts: Buffer[] };

const HEAD: State = { kind: 'head' };

/** What follows a head; Content-Length goes before Transfer-Encoding, of which only `chunked` is known. */
function stateAfter(request: RequestHead): State {
  const length = contentLengthOf(request);
  if (length > 0) return { kind: 'body', length };
  if (headerOf(request, 'transfer-encoding') !== 'chunked') return HEAD;
  return { kind: 'chunked', decoder: createChunkDecoder(), parts: [] };
}

/** Serves a connection. */
export function createConnection({ peer, target, now, wire, close, answer }: ConnectionOptions): Connection {
  let unread: Buffer = Buffer.alloc(0);
  /** Bytes at the start of `unread` that a chunk decoder has seen; they count as unread until its body ends. */
  let decoded = 0;
  let state = HEAD;
  let isHttp = false;
  let isBlocked = false;
  let isOver = false;
  let looks = 0;
  let current: Exchange | null = null;
  const posted: (() => void)[] = [];

  const giveUp = (): false => {
    isOver = true;
    close();
    return false;
  };

  /** Lets the next request in, and looks for one that waits. */
  const release = (): void => {
    if (!isBlocked) return;
    isBlocked = false;
    setImmediate(() => process(true));
  };

  const responseWire: ResponseWire = {
    ...wire,
    isLast: () => looks > MAX_LOOKS,
    end(chunked, closing) {
      wire.end(chunked, closing);
      if (closing) isOver = true;
      release();
    },
  };

  /** Every look counts, also one that finds nothing or only part of a head. */
  const readHead = (): boolean => {
    if (isBlocked) return false;
    looks += 1;
    const result = readRequestHead(unread);
    if (result === 'bad') return giveUp();
    if (result === 'more') return false;
    unread = unread.subarray(result.length);
    current?.dispose();
    const exchange = createExchange({ request: result.head, peer, wire: responseWire, target, now });
    current = exchange;
    isBlocked = true;
    answer(exchange, (work) => posted.push(work));
    state = stateAfter(result.head);
    return unread.length > 0;
  };

  const readBody = (length: number): boolean => {
    if (unread.length < length) return false;
    const body = unread.subarray(0, length);
    unread = unread.subarray(length);
    state = HEAD;
    current?.deliverBody(body);
    return unread.length > 0;
  };

  /** The real decoder forgets to count what the last read added, and cuts the body before it. */
  const readChunks = (decoder: ChunkDecoder, parts: Buffer[]): boolean => {
    const read = decoder.read(unread.subarray(decoded));
    if (read === 'bad') return giveUp();
    if (read.rest === null) {
      decoded = unread.length;
      parts.push(read.data);
      return false;
    }
    unread = unread.subarray(unread.length - read.rest);
    decoded = 0;
    state = HEAD;
    current?.deliverChunked(Buffer.concat(parts), read.data.length);
    return unread.length > 0;
  };

  /** One step; true if there may be another. A body is only read while bytes arrive, not after an answer. */
  const step = (isWoken: boolean): boolean => {
    if (isOver) return false;
    if (state.kind === 'head') return readHead();
    if (isWoken) return false;
    return state.kind === 'body' ? readBody(state.length) : readChunks(state.decoder, state.parts);
  };

  const process = (isWoken: boolean): void => {
    while (step(isWoken));
    // The real main thread runs beside this one; here it starts when the bytes at hand are read.
    for (const work of posted.splice(0)) target.onMain(work);
  };

  return {
    received(bytes) {
      if (isOver) return;
      unread = Buffer.concat([unread, bytes]);
      if (unread.length > MAX_UNREAD) {
        giveUp();
        return;
      }
      if (!isHttp) {
        const sniffed = sniffHttp(unread);
        if (sniffed === 'other') giveUp();
        if (sniffed !== 'http') return;
        isHttp = true;
      }
      process(false);
    },
    closed(tellScript) {
      isOver = true;
      if (tellScript) current?.clientLeft();
      else current?.dispose();
      current = null;
    },
    expired() {
      if (isBlocked) current?.complain('no answer in time: the server closes the connection without one');
    },
  };
}
