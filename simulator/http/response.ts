// One response: status, headers and body as net-http-server/src/HttpServer.cpp and Http1Server.cpp treat them.
import type { RequestHead } from './request-head.ts';
import { headerOf } from './request-head.ts';

export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** Where a response goes: a socket, or the record of an injected request. Nothing arrives once it is closed. */
export interface ResponseWire {
  /** Whether the connection is still there. */
  isOpen(): boolean;
  /** Whether this connection takes no further request, whatever its client wants. */
  isLast(): boolean;
  head(status: number, headers: HeaderLines, close: boolean): void;
  /** Body bytes; as one chunk if `chunked`. */
  body(data: Uint8Array, chunked: boolean): void;
  /** The end, with the last chunk if `chunked`; runs on every end, also without a head. */
  end(chunked: boolean, close: boolean): void;
}

export interface HttpResponse {
  status: number;
  /** Replaces the header in any casing; several values become several lines. */
  setHeader(name: string, values: readonly string[]): void;
  /** Sends the head, unless it was sent. */
  writeHead(): void;
  write(data: Uint8Array): void;
  /** Sends the data, if any, and ends. */
  end(data?: Uint8Array): void;
  /** Body bytes sent so far. */
  bytes(): number;
  /** The status that was sent, or null as long as there is no head. */
  sentStatus(): number | null;
}

export interface ResponseOptions {
  request: RequestHead;
  wire: ResponseWire;
  now(): number;
  /** Told what a client would stumble over. */
  complain(message: string): void;
  /** Runs at every end: it takes the request's cancel handler away. */
  onEnd(): void;
}

/** HTTP/1.0 (exactly), Rockstar's own services and scripts that ask for `identity` get no chunks. */
function wantsIdentity(request: RequestHead, ownTransferEncoding: string): boolean {
  return (
    request.minor === 0 ||
    (headerOf(request, 'host') ?? '').includes('rockstargames.com') ||
    ownTransferEncoding.includes('identity')
  );
}

/** The connection stays when the client's Connection header is missing or any beginning of `keep-alive`. */
function wantsKeepAlive(request: RequestHead): boolean {
  return 'keep-alive'.startsWith((headerOf(request, 'connection') ?? 'keep-alive').toLowerCase());
}

/** Builds the response to one request. */
export function createResponse({ request, wire, now, complain, onEnd }: ResponseOptions): HttpResponse {
  const headers = new Map<string, [string, string][]>();
  let isFiltered = false;
  let sentStatus: number | null = null;
  let isChunked = false;
  let isEnded = false;
  let isClosing = false;
  let bytes = 0;
  let declared: string | null = null;
  let hasNoBody = false;

  const setHeader = (name: string, values: readonly string[]): void => {
    headers.set(
      name.toLowerCase(),
      values.map((value) => [name, value]),
    );
  };

  /** Chooses the framing, once: at the head or at the first write, whichever comes first. */
  const filter = (length: number): void => {
    if (isFiltered) return;
    isFiltered = true;
    if (wantsIdentity(request, headers.get('transfer-encoding')?.[0]?.[1] ?? '')) {
      if (!headers.has('content-length')) setHeader('Content-Length', [String(length)]);
      headers.delete('transfer-encoding');
      declared = headers.get('content-length')?.[0]?.[1] ?? '';
    } else {
      setHeader('Transfer-Encoding', ['chunked']);
      headers.delete('content-length');
      isChunked = true;
    }
  };

  const sendHead = (): void => {
    if (sentStatus !== null) return;
    filter(0);
    isClosing = !wantsKeepAlive(request) || wire.isLast();
    hasNoBody =
      request.method === 'HEAD' ||
      response.status === 204 ||
      response.status === 304 ||
      response.status < 200;
    const own = [...headers].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, lines]) => lines);
    const lines: [string, string][] = [['Connection', isClosing ? 'close' : 'keep-alive'], ...own];
    if (!headers.has('date')) lines.unshift(['Date', new Date(now()).toUTCString()]);
    wire.head(response.status, lines, isClosing);
    sentStatus = response.status;
  };

  const send = (data: Uint8Array): void => {
    filter(data.length);
    sendHead();
    if (data.length > 0) wire.body(data, isChunked);
    bytes += data.length;
  };

  /** What a client misreads although the server sends it: found out when the answer ends. */
  const judge = (): void => {
    if (sentStatus === null) {
      const when = request.minor === 0 ? 'to HTTP/1.0' : 'and without writeHead()';
      complain(`send() without data ${when} sends nothing: the client waits until it is cut off`);
    } else if (hasNoBody && (isChunked || bytes > 0)) {
      const what = request.method === 'HEAD' ? 'HEAD request' : `status ${sentStatus}`;
      complain(`an answer to a ${what} has no body, but the server sends one: the next answer is misread`);
    } else if (declared !== null && declared !== String(bytes)) {
      complain(`Content-Length says ${declared}, but ${bytes} bytes were sent: the next answer is misread`);
    }
  };

  const response: HttpResponse = {
    status: 200,
    setHeader,
    writeHead() {
      if (!wire.isOpen()) return;
      if (sentStatus !== null) complain('writeHead() after the head was sent: it changes nothing');
      sendHead();
    },
    write(data) {
      if (!wire.isOpen()) return;
      if (isEnded) complain('write() after send(): the bytes land in the next answer on the connection');
      send(data);
    },
    end(data) {
      if (data && wire.isOpen()) send(data);
      onEnd();
      if (!wire.isOpen()) return;
      if (isEnded) complain('send() twice: the second one corrupts the next answer on the connection');
      else judge();
      isEnded = true;
      wire.end(isChunked, isClosing);
    },
    bytes: () => bytes,
    sentStatus: () => sentStatus,
  };
  return response;
}
