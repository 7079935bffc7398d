// The bytes a response puts on its connection.
import { Buffer } from 'node:buffer';
import type { HeaderLines } from './response.ts';
import { reasonPhrases } from './status.ts';

/** The last chunk and the empty trailer. */
export const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** Status line and headers; header text is sent as UTF-8. */
export function frameHead(status: number, headers: HeaderLines): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} ${reasonPhrases[status] ?? ''}\r\n${lines.join('')}\r\n`);
}

/** One chunk; there is none for no data, since it would end the body. */
export function frameChunk(data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]);
}
