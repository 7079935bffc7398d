// Follows how a target is doing: how long to leave it alone after a failure, and what its owner is told of it.

import { boundRetryAfter } from '../../net/retry-after.ts';
import type { SenderNotices } from './sender-notices.ts';

export interface Outage {
  /** True from when the target stopped answering until it answers again. */
  isDown(): boolean;
  /** An attempt failed. Returns how long to leave the target alone, in ms. */
  failed(reason: string, retryAfterMs: number | null, isEventGivenUp: boolean): number;
  /** Events were dropped for newer ones. */
  dropped(events: number): void;
  /** The target answered; `waiting` events are still to be sent. */
  answered(waiting: number): void;
}

/**
 * Pauses after the 1st, 2nd, ... failure in a row, the last one for all further failures. They are counted by target, not
 * by event: while it is away it is tried once a minute, and waiting events give way to newer ones.
 */
const PAUSES_MS = [1_000, 5_000, 15_000, 30_000, 60_000] as const;

/** Starts with a target that answers. */
export function createOutage(notices: SenderNotices): Outage {
  let failuresInRow = 0;
  let isDown = false;
  let lost = 0;

  return {
    isDown: () => isDown,
    failed(reason, retryAfterMs, isEventGivenUp) {
      failuresInRow += 1;
      if (isEventGivenUp) lost += 1;
      // One failure that the next attempt mends is not worth a line.
      if (!isDown && (isEventGivenUp || failuresInRow > 1)) {
        isDown = true;
        notices.down(reason);
      }
      return retryAfterMs === null
        ? (PAUSES_MS[Math.min(failuresInRow, PAUSES_MS.length) - 1] ?? 0)
        : boundRetryAfter(retryAfterMs);
    },
    dropped(events) {
      lost += events;
    },
    answered(waiting) {
      if (isDown) notices.up(lost, waiting);
      failuresInRow = 0;
      isDown = false;
      lost = 0;
    },
  };
}
