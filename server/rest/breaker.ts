// Leaves the CAD alone after several failures in a row, and tries it again with one request at a time.

import type { Clock, Console } from '../ports.ts';
import { fail, type RestCode, type RestFailure, type RestResult } from './failure.ts';

export interface Breaker {
  /** Why nothing may be sent at the moment, or null. */
  refusal(): RestFailure | null;
  /** A request goes out. */
  sent(): void;
  /** A request has ended. */
  settled(result: RestResult<unknown>): void;
  /** Forgets all failures: the CAD, or we there, are others now. */
  reset(): void;
  isOpen(): boolean;
}

const MAX_FAILURES = 5;
/** Pauses after the 1st, 2nd, ... failed attempt, the last one for all further ones. */
const PAUSES_MS = [15_000, 60_000, 5 * 60_000] as const;
/** Failures that the next request would meet with too. Whatever else is answered shows that the CAD is there. */
const OUTAGES: ReadonlySet<RestCode> = new Set([
  'timeout',
  'unreachable',
  'server-error',
  'bad-answer',
  'unauthorized',
]);

/** Nothing has failed. One console line when it opens, one when it closes. */
export function createBreaker(clock: Clock, console: Console): Breaker {
  let failuresInRow = 0;
  let openings = 0;
  let openUntil: number | null = null;
  let isProbing = false;
  let lastReason = '';

  function open(): void {
    openUntil = clock.now() + (PAUSES_MS[Math.min(openings, PAUSES_MS.length - 1)] ?? 0);
    openings += 1;
  }

  function reset(): void {
    failuresInRow = 0;
    openings = 0;
    openUntil = null;
    isProbing = false;
  }

  function failed({ code, reason }: RestFailure): void {
    failuresInRow += 1;
    lastReason = reason;
    if (openUntil !== null) {
      if (isProbing) open();
      isProbing = false;
      return;
    }
    // A wrong key does not become right by repeating it.
    if (failuresInRow < MAX_FAILURES && code !== 'unauthorized') return;
    open();
    console.warn(`REST API: ${reason} Until it works, calls and units are known from events alone.`);
  }

  return {
    refusal() {
      if (openUntil === null || (!isProbing && clock.now() >= openUntil)) return null;
      const seconds = Math.max(1, Math.ceil((openUntil - clock.now()) / 1000));
      return fail('unavailable', `${lastReason} It is tried again in ${seconds} s.`);
    },
    sent() {
      if (openUntil !== null) isProbing = true;
    },
    settled(result) {
      if (!result.ok && OUTAGES.has(result.code)) return failed(result);
      if (openUntil !== null) console.info('REST API: Sonoran CAD answers again.');
      reset();
    },
    reset,
    isOpen: () => openUntil !== null,
  };
}
