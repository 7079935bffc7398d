// Hands events to one target, in order and one at a time, and keeps trying while the target is away.

import type { Cancel, Clock } from '../../ports.ts';
import { attempt, type Outcome } from './attempt.ts';
import { createEventQueue, type ForwardedEvent } from './event-queue.ts';
import { createOutage } from './outage.ts';
import type { Post } from './post.ts';
import type { SenderNotices } from './sender-notices.ts';
import type { ForwardTarget } from './targets.ts';

/** Bounds of one target. */
export interface ForwardLimits {
  /** Events that wait. */
  readonly queue: number;
  /** Bytes that wait. */
  readonly queueBytes: number;
  readonly timeoutMs: number;
  /** Attempts after the first one. */
  readonly retries: number;
}

/** A target in numbers, since the start. Every event is in one of `queued`, `sent`, `failed` and `dropped`. */
export interface TargetStatus {
  readonly host: string;
  /** Waiting or on their way. */
  readonly queued: number;
  /** Answered with 2xx. */
  readonly sent: number;
  /** Refused by the target, or given up after the last retry. */
  readonly failed: number;
  /** Dropped for newer ones. */
  readonly dropped: number;
  /** True from when the target stopped answering until it answers again. */
  readonly isDown: boolean;
  /** Status of the last answer, or null when there was none yet. */
  readonly lastStatus: number | null;
  /** What went wrong last, or null. */
  readonly lastError: string | null;
}

export interface Sender {
  /** Takes an event into the queue; sending starts with a timer of its own. */
  offer(event: ForwardedEvent): void;
  status(): TargetStatus;
  /** Ends all sending and gives what is not known to have arrived, oldest first. */
  stop(): readonly ForwardedEvent[];
}

export interface SenderPorts {
  readonly target: ForwardTarget;
  readonly limits: ForwardLimits;
  readonly post: Post;
  readonly clock: Clock;
  readonly notices: SenderNotices;
}

/** Starts with nothing to send. */
export function createSender({ target, limits, post, clock, notices }: SenderPorts): Sender {
  const waiting = createEventQueue(limits.queue, limits.queueBytes);
  const outage = createOutage(notices);
  const counts = { sent: 0, failed: 0, dropped: 0 };
  let lastStatus: number | null = null;
  let lastError: string | null = null;
  /** The event that is sent or tried again; it is no longer among those that wait. */
  let current: { readonly event: ForwardedEvent; attempts: number } | null = null;
  let isPosting = false;
  let isStopped = false;
  let timer: Cancel | null = null;

  function wakeAfter(ms: number): void {
    timer = clock.after(ms, () => {
      timer = null;
      sendNext();
    });
  }

  function sendNext(): void {
    if (!current) {
      const event = waiting.shift();
      current = event && { event, attempts: 0 };
    }
    if (!current) return;
    current.attempts += 1;
    isPosting = true;
    void attempt(current.event, target, post, limits.timeoutMs).then(settle);
  }

  function settle(outcome: Outcome): void {
    isPosting = false;
    if (isStopped) return;
    lastStatus = outcome.status ?? lastStatus;
    if (outcome.kind === 'unavailable') {
      lastError = outcome.reason;
      const isGivenUp = (current?.attempts ?? 0) > limits.retries;
      if (isGivenUp) {
        counts.failed += 1;
        current = null;
      }
      wakeAfter(outage.failed(outcome.reason, outcome.retryAfterMs, isGivenUp));
      return;
    }
    if (outcome.kind === 'taken') {
      counts.sent += 1;
    } else {
      counts.failed += 1;
      lastError = `it answered ${outcome.status}`;
      notices.refused(outcome.status);
    }
    current = null;
    outage.answered(waiting.size());
    sendNext();
  }

  return {
    offer(event) {
      if (isStopped) return;
      const dropped = waiting.push(event);
      if (dropped > 0) {
        counts.dropped += dropped;
        outage.dropped(dropped);
        notices.dropped(counts.dropped);
      }
      // Not at once: whoever brought the event waits for us.
      if (!isPosting && timer === null) wakeAfter(0);
    },
    status: () => ({
      host: target.host,
      queued: waiting.size() + (current ? 1 : 0),
      ...counts,
      isDown: outage.isDown(),
      lastStatus,
      lastError,
    }),
    stop() {
      isStopped = true;
      timer?.();
      timer = null;
      const left = [...(current ? [current.event] : []), ...waiting.takeAll()];
      current = null;
      return left;
    },
  };
}
