// The answers of a failure on demand, and how any answer is put into text.
import type { Ids } from '../ids.ts';
import { type Answer, tooManyRequests, toProblem } from './answer.ts';
import type { FailureOptions } from './failures.ts';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

/** What a proxy in front of the API shows when nobody is behind it. */
const PROXY_PAGE = '<!DOCTYPE html><html><body><h1>Bad gateway</h1></body></html>';

export function toWire({ status, headers, body }: Answer): WireAnswer {
  return { status, headers: { ...JSON_TYPE, ...headers }, text: JSON.stringify(body) };
}

/** Null when the failure is that nothing is answered, or only late. */
export function toWrongAnswer(failure: FailureOptions, path: string, ids: Ids): WireAnswer | null {
  if ('status' in failure) {
    const { status, retryAfter, detail = 'Failed on demand.' } = failure;
    return toWire(
      status === 429
        ? tooManyRequests(ids.uuid(), retryAfter)
        : toProblem({ status, detail }, path, ids.uuid()),
    );
  }
  if ('garbage' in failure) {
    const text = failure.garbage === true ? PROXY_PAGE : failure.garbage;
    return { status: 200, headers: JSON_TYPE, text };
  }
  return null;
}
