// One request to the CAD's REST API and what its answer means.

import type { HttpAnswer, Send } from '../net/http-client.ts';
import type { Connection } from './connection.ts';
import { readDetail } from './detail.ts';
import {
  type FailureContext,
  type RestResult,
  toBodyFailure,
  toStatusFailure,
  toTroubleFailure,
} from './failure.ts';
import { type ParseBody, parseWhole } from './parse-lists.ts';

export interface RestRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with its query, from `/v2` on. */
  readonly path: string;
  /** Sent as JSON; undefined for none. */
  readonly body?: unknown;
  /** Whether the path names a call. */
  readonly isAboutCall: boolean;
  /** Parses the body of the answer; all at once when left out. */
  readonly parse?: ParseBody | undefined;
}

/** How a request ended. The value is the JSON of the answer, or null when it is empty. */
export interface Attempt {
  readonly result: RestResult<unknown>;
  /** How long the CAD wants to be left alone, or null when it does not say. */
  readonly retryAfterMs: number | null;
  /** The CAD's clock, as it said with the answer (ms since the epoch), or null. */
  readonly saidAt: number | null;
}

/** Longer answers are not read: a thousand calls are about two megabytes. */
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;
const decoder = new TextDecoder();

/** Sends `request` once. Never rejects. */
export async function attempt(
  { method, path, body, isAboutCall, parse = parseWhole }: RestRequest,
  { base, host, serverId, key }: Connection,
  send: Send,
  timeoutMs: number,
): Promise<Attempt> {
  const context = { host, serverId, isAboutCall };
  const sent = await send({
    method,
    url: new URL(base + path),
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${key}`,
      'User-Agent': 'sonorancad',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    timeoutMs,
    maxAnswerBytes: MAX_ANSWER_BYTES,
  });
  if (!sent.ok) return { result: toTroubleFailure(sent.error, context), retryAfterMs: null, saidAt: null };
  const { retryAfterMs, saidAt = null } = sent.value;
  return { result: await readAnswer(sent.value, key, parse, context), retryAfterMs, saidAt };
}

async function readAnswer(
  answer: HttpAnswer,
  key: string,
  parse: ParseBody,
  context: FailureContext,
): Promise<RestResult<unknown>> {
  const { status, body, bodyTrouble } = answer;
  if (status < 200 || status >= 300) {
    return toStatusFailure(status, readDetail(decoder.decode(body), key), context);
  }
  if (bodyTrouble !== null) return toBodyFailure(answer, context);
  try {
    return { ok: true, value: await parse(body) };
  } catch {
    return toBodyFailure(answer, context);
  }
}
