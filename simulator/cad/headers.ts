// Headers as plain texts.
import type { IncomingHttpHeaders } from 'node:http';

/** Names in lower case; repeated values joined by commas. */
export function toPlainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
