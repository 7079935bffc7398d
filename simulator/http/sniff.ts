// Decides whether the first bytes of a connection are HTTP: the game port carries other protocols too.
import type { Buffer } from 'node:buffer';

export type Sniffed = 'http' | 'other' | 'more';

const MAX_FIRST_LINE = 4096;
const MAX_METHOD = 64;

/** The pattern of HttpServerManager.cpp: the first line ends in `HTTP/x.y`, or may still come to. */
export function sniffHttp(bytes: Buffer): Sniffed {
  if (bytes.length <= 10) return 'more';
  const end = bytes.indexOf(0x0d);
  if (end >= 0 && end + 1 < bytes.length) {
    const isHttp =
      bytes[end + 1] === 0x0a && end >= 8 && bytes.toString('latin1', end - 8, end - 3) === 'HTTP/';
    return isHttp ? 'http' : 'other';
  }
  if (bytes.length > MAX_FIRST_LINE) return 'other';
  const space = bytes.indexOf(0x20);
  const method = bytes.toString('latin1', 0, space < 0 ? bytes.length : space);
  return method.length <= MAX_METHOD && /^[A-Z][A-Z-]*$/.test(method) ? 'more' : 'other';
}
