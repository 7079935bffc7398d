// The body one target gets: the bytes as they came, or the same event without the key or with another one.

import type { KeyHandling } from './forward-config.ts';

/** A request body as it came: JSON of an object with `key`, `type` and `data`. */
export type Body = string | Uint8Array;

const decoder = new TextDecoder();

/**
 * With the key kept, `body` itself. Otherwise it is parsed and written anew, which takes out every key of a body that
 * holds several. Throws when `body` is no JSON; it is never passed on unchanged then.
 */
export function toForwardedBody(body: Body, handling: KeyHandling): Body {
  if (handling === 'keep') return body;
  const envelope: Record<string, unknown> = JSON.parse(
    typeof body === 'string' ? body : decoder.decode(body),
  );
  const { key: _, ...rest } = envelope;
  return JSON.stringify(handling === 'remove' ? rest : { key: handling.replaceWith, ...rest });
}
