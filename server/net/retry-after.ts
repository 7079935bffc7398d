// The `Retry-After` header: how long a web server asks to be left alone.

/** What a server asks for is kept within these bounds (ms). */
const MIN_MS = 1_000;
const MAX_MS = 5 * 60_000;

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3); anything else is none. `now` in ms. */
export function toRetryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000;
  const at = /\d{4}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** A pause that was asked for, made neither senselessly short nor so long that nobody sees it end. */
export function boundRetryAfter(ms: number): number {
  return Math.min(Math.max(ms, MIN_MS), MAX_MS);
}
