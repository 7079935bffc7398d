// Reads a request of a game client. Clients are hostile until proven otherwise: anything may be in it.

import { once } from '../../shared/once.ts';
import type { PlayerRequest } from '../../shared/requests.ts';
import * as z from '../zod.ts';

const MAX_TEXT = 2000;
const MAX_SHORT = 200;

const text = (max: number) => z.string().check(z.maxLength(max));

const request = once(() =>
  z.discriminatedUnion('action', [
    z.object({ action: z.literal('respond'), key: text(MAX_SHORT) }),
    z.object({ action: z.literal('detach') }),
    z.object({ action: z.literal('note'), key: text(MAX_SHORT), text: text(MAX_TEXT) }),
    z.object({
      action: z.literal('status'),
      status: z.union([z.int().check(z.minimum(0), z.maximum(999)), text(MAX_SHORT)]),
    }),
    z.object({ action: z.literal('panic'), isPanic: z.boolean() }),
    z.object({ action: z.literal('primary'), key: text(MAX_SHORT) }),
    z.object({ action: z.literal('postal'), key: text(MAX_SHORT), postal: text(MAX_SHORT) }),
    z.object({
      action: z.literal('call'),
      line: text(40),
      text: text(MAX_TEXT),
      street: text(MAX_SHORT),
      isAnonymous: z.boolean(),
    }),
  ]),
);

const id = once(() => z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER)));

/** The id alone when the request itself is none: then it can be answered at least. Null when not even that. */
export function readRequest(
  givenId: unknown,
  value: unknown,
): { readonly id: number; readonly request: PlayerRequest | null } | null {
  const parsedId = id().safeParse(givenId);
  if (!parsedId.success) return null;
  const parsed = request().safeParse(value);
  return { id: parsedId.data, request: parsed.success ? parsed.data : null };
}
