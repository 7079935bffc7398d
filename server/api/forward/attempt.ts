// One attempt to hand an event to a target, and what its outcome means.

import type { ForwardedEvent } from './event-queue.ts';
import { toForwardedBody } from './forwarded-body.ts';
import type { Post, PostAnswer } from './post.ts';
import type { ForwardTarget } from './targets.ts';
import { TRAIL_HEADER } from './trail.ts';

/** What became of an attempt. `status` is null when no answer came. */
export type Outcome =
  | { readonly kind: 'taken'; readonly status: number }
  /** Decided against: the same event would be refused again. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Not now: worth another attempt. */
  | {
      readonly kind: 'unavailable';
      readonly status: number | null;
      readonly reason: string;
      readonly retryAfterMs: number | null;
    };

/** Sends `event` once. Never rejects. */
export async function attempt(
  event: ForwardedEvent,
  target: ForwardTarget,
  post: Post,
  timeoutMs: number,
): Promise<Outcome> {
  try {
    const answer = await post({
      url: target.url,
      body: toForwardedBody(event.body, target.key),
      headers: {
        'User-Agent': 'sonorancad',
        ...target.headers,
        'Content-Type': 'application/json',
        [TRAIL_HEADER]: event.trail,
      },
      timeoutMs,
    });
    return toOutcome(answer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'the request failed';
    return { kind: 'unavailable', status: null, reason, retryAfterMs: null };
  }
}

/** Too many requests (429) and errors of the server (5xx) pass; every other answer but success stays as it is. */
function toOutcome({ status, retryAfterMs }: PostAnswer): Outcome {
  if (status >= 200 && status < 300) return { kind: 'taken', status };
  if (status !== 429 && status < 500) return { kind: 'refused', status };
  return { kind: 'unavailable', status, reason: `it answered ${status}`, retryAfterMs };
}
