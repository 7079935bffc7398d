// Failures on demand: the next requests that fit are answered wrongly, late or not at all.
import { type Asked, isMatch, type RequestMatch } from './request-log.ts';

/** One way to fail. */
export type FailureKind =
  /** A refusal of the given status; with 429 `retryAfter` seconds are told. */
  | { readonly status: number; readonly retryAfter?: number; readonly detail?: string }
  /** Never answers. */
  | { readonly timeout: true }
  /** Resets the connection. */
  | { readonly reset: true }
  /** Answers 200 with a page of a proxy, or the given text, as JSON. */
  | { readonly garbage: true | string }
  /** Does as asked and answers after so many ms. */
  | { readonly slow: number };

export type FailureOptions = FailureKind & {
  /** How many requests fail; 1 unless given, `Infinity` for all. */
  readonly times?: number;
  readonly match?: RequestMatch;
  /** Whether the CAD does as asked before the answer goes wrong; always so with `slow`. */
  readonly isDone?: boolean;
};

export interface Failures {
  /** Fails requests from now on; the returned function ends that. */
  add(options: FailureOptions): () => void;
  /** The failure for a request, counted; null when it may pass. Older ones go first. */
  take(asked: Asked): FailureOptions | null;
  clear(): void;
}

export function createFailures(): Failures {
  let planned: { readonly options: FailureOptions; left: number }[] = [];
  return {
    add(options) {
      const plan = { options, left: options.times ?? 1 };
      planned.push(plan);
      return () => {
        planned = planned.filter((other) => other !== plan);
      };
    },
    take(asked) {
      const plan = planned.find(({ options, left }) => left > 0 && isMatch(options.match ?? {}, asked));
      if (!plan) return null;
      plan.left -= 1;
      return plan.options;
    },
    clear() {
      planned = [];
    },
  };
}
