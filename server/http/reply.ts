// The answers the listener gives, by what became of the request.

import { cutText } from '../../shared/text.ts';
import type { HttpReply } from '../ports.ts';

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' } as const;

/** A plain text reply. Status 204 and the like are never used: the host's framing breaks keep-alive with them. */
export function textReply(status: number, body: string, headers: Record<string, string> = {}): HttpReply {
  return { status, body, headers: { ...TEXT, ...headers } };
}

/** Why a request was refused; also the name it is counted under. */
export type RefusalReason =
  | 'not-found'
  | 'method'
  | 'not-configured'
  | 'no-length'
  | 'too-large'
  | 'no-body'
  | 'payload'
  | 'key'
  | 'type'
  | 'defect';

/** A refused request: the reply, and for the log what was wrong with it. Holds no value of the request but an authenticated type. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly reply: HttpReply;
  readonly detail: string;
}

const ACCEPTED = textReply(200, 'ok');

/** The event was understood, also when it changed nothing. */
export const accepted = (): HttpReply => ACCEPTED;

export const refusals = {
  notFound: (): Refusal => ({
    reason: 'not-found',
    reply: textReply(404, 'Not Found'),
    detail: 'unknown path',
  }),
  method: (allow: string): Refusal => ({
    reason: 'method',
    reply: textReply(405, 'Method Not Allowed', { Allow: allow }),
    detail: `only ${allow} is answered there`,
  }),
  notConfigured: (): Refusal => ({
    reason: 'not-configured',
    reply: textReply(503, 'Not Configured'),
    detail: 'no API key is configured',
  }),
  noLength: (): Refusal => ({
    reason: 'no-length',
    reply: textReply(411, 'Length Required'),
    detail: 'no body, or a body without a Content-Length',
  }),
  tooLarge: (limit: number): Refusal => ({
    reason: 'too-large',
    reply: textReply(413, 'Payload Too Large'),
    detail: `the body is larger than http.maxBodyBytes (${limit})`,
  }),
  noBody: (): Refusal => ({
    reason: 'no-body',
    reply: textReply(408, 'Request Timeout'),
    detail: 'the announced body did not arrive',
  }),
  /** `path` and `expected` describe the shape only. */
  payload: (path: string, expected: string): Refusal => ({
    reason: 'payload',
    reply: textReply(400, `Invalid Payload: ${path}: ${expected}`),
    detail: `${path}: ${expected}`,
  }),
  key: (): Refusal => ({
    reason: 'key',
    reply: textReply(400, 'Authentication Key Failed!'),
    detail: 'the key is missing or differs from sonoran_apiKey in server.cfg',
  }),
  /** Counted and logged as any wrong key. */
  tooManyKeys: (): Refusal => ({
    reason: 'key',
    reply: textReply(429, 'Too Many Requests', { 'Retry-After': '60' }),
    detail: 'too many wrong keys in a minute',
  }),
  /** `type` is the sender's word, but an authenticated one: it helps the owner and stays on the console. */
  type: (type: string): Refusal => ({
    reason: 'type',
    reply: textReply(400, 'Invalid Type'),
    detail: `nothing here knows the event type ${cutText(type, 60)}`,
  }),
  defect: (): Refusal => ({
    reason: 'defect',
    reply: textReply(500, 'Internal Error'),
    detail: 'a defect in this resource, see the error above',
  }),
} as const;
