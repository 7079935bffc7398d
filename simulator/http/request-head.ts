// Reads one request head from raw bytes: what picohttpparser accepts, kept as it was sent.
import type { Buffer } from 'node:buffer';

export interface RequestHead {
  readonly method: string;
  /** Raw request target, one character per byte. */
  readonly target: string;
  /** x of HTTP/1.x. */
  readonly minor: number;
  /** In order of arrival, one character per byte. A folded line is a header without a name. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** `more`: the head is not complete yet. `bad`: it never will be one. */
export type ReadHead = { readonly head: RequestHead; readonly length: number } | 'more' | 'bad';

const MAX_HEADERS = 50;
const REQUEST_LINE = /^([!#$%&'*+\-.^_`|~\dA-Za-z]+) +([!-~\u0080-\u00ff]+) +HTTP\/1\.(\d)$/;
const HEADER_LINE = /^([!#$%&'*+\-.^_`|~\dA-Za-z]+):[ \t]*([\t -~\u0080-\u00ff]*)$/;
const FOLDED_LINE = /^[ \t][\t -~\u0080-\u00ff]*$/;

/** A line without its end (CRLF or LF) and the offset behind it, or null if it has not ended. */
function readLine(bytes: Buffer, from: number): { text: string; next: number } | null {
  const end = bytes.indexOf(0x0a, from);
  if (end < 0) return null;
  const text = bytes.toString('latin1', from, end);
  return { text: text.endsWith('\r') ? text.slice(0, -1) : text, next: end + 1 };
}

function readHeader(line: string, isFirst: boolean): [string, string] | null {
  if (!isFirst && FOLDED_LINE.test(line)) return ['', line.replace(/[ \t]+$/, '')];
  const match = HEADER_LINE.exec(line);
  if (!match) return null;
  const [, name = '', value = ''] = match;
  return [name, value.replace(/[ \t]+$/, '')];
}

/** Reads a head from the start of `bytes`; one empty line before it is skipped. */
export function readRequestHead(bytes: Buffer): ReadHead {
  let line = readLine(bytes, 0);
  if (line?.text === '') line = readLine(bytes, line.next);
  if (!line) return 'more';
  const request = REQUEST_LINE.exec(line.text);
  if (!request) return 'bad';
  const [, method = '', target = '', minor = ''] = request;
  const headers: [string, string][] = [];
  for (;;) {
    line = readLine(bytes, line.next);
    if (!line) return 'more';
    if (line.text === '') {
      return { head: { method, target, minor: Number(minor), headers }, length: line.next };
    }
    const header = readHeader(line.text, headers.length === 0);
    if (!header || headers.length === MAX_HEADERS) return 'bad';
    headers.push(header);
  }
}

/** The first header of that (lower-case) name whatever its casing, as HttpRequest::GetHeader finds it. */
export function headerOf(head: RequestHead, name: string): string | undefined {
  return head.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Value of Content-Length as C's `atoi` reads it: leading digits, else 0, wrapped to 32 bits. */
export function contentLengthOf(head: RequestHead): number {
  const digits = /^\s*([+-]?\d+)/.exec(headerOf(head, 'content-length') ?? '')?.[1];
  return digits === undefined ? 0 : Number(BigInt.asIntN(32, BigInt(digits.replace('+', ''))));
}
