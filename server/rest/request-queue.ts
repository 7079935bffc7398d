// Requests that wait for their turn: players before background, first come first served, within the CAD's limits.

import { boundRetryAfter } from '../net/retry-after.ts';
import type { Cancel, Clock } from '../ports.ts';
import type { Attempt } from './attempt.ts';
import { type Budget, createBudget } from './budget.ts';
import { fail, type RestFailure, type RestResult } from './failure.ts';

/** `player`: somebody waits for the outcome. `background`: nobody does. */
export type Lane = 'player' | 'background';

export interface Job {
  /** Requests to one endpoint share a budget and go one at a time, so that they arrive in order. */
  readonly endpoint: string;
  /** The CAD's limit for the endpoint. */
  readonly perMinute: number;
  readonly lane: Lane;
  /** Sends the request; never rejects. Called again once when the CAD said that it was too early. */
  readonly run: () => Promise<Attempt>;
}

export interface RequestQueue {
  /** Settles when the request has ended, or at once when it cannot be sent soon enough. Never rejects. */
  add(job: Job): Promise<RestResult<unknown>>;
  waiting(): number;
  /** Refuses what waits, what is under way when it ends, and all that comes. */
  stop(): void;
}

interface Waiting extends Job {
  /** When it is refused if it was not sent. */
  readonly until: number;
  readonly settle: (result: RestResult<unknown>) => void;
  attempts: number;
}

const LANES = ['player', 'background'] as const;
const MAX_WAITING = 100;
const MAX_AT_ONCE = 4;
/** How long somebody waits for an outcome; background requests can wait for the next minute's budget. */
const WAIT_MS: Readonly<Record<Lane, number>> = { player: 15_000, background: 90_000 };
/** After a 429 that does not say when to come back. */
const DEFAULT_PAUSE_MS = 30_000;

/** `gate` tells why nothing may be sent at the moment, or null; it is asked before each request. */
export function createRequestQueue(clock: Clock, gate: () => RestFailure | null): RequestQueue {
  const lanes: Record<Lane, Waiting[]> = { player: [], background: [] };
  const budgets = new Map<string, Budget>();
  const busy = new Set<string>();
  let wake: Cancel | null = null;
  let isStopped = false;

  const stopped = () => (isStopped ? fail('stopped', 'This resource is stopping.') : null);
  const all = () => LANES.flatMap((lane) => lanes[lane]);

  function budgetOf({ endpoint, perMinute }: Job): Budget {
    const budget = budgets.get(endpoint) ?? createBudget(perMinute, clock.now);
    budgets.set(endpoint, budget);
    return budget;
  }

  function take(job: Waiting): void {
    lanes[job.lane] = lanes[job.lane].filter((other) => other !== job);
  }

  function refuse(job: Waiting, failure: RestFailure): void {
    take(job);
    job.settle(failure);
  }

  function pump(): void {
    wake?.();
    wake = null;
    let next = Number.POSITIVE_INFINITY;
    for (const job of all()) {
      const closed = stopped() ?? gate();
      const now = clock.now();
      if (closed) refuse(job, closed);
      else if (now >= job.until) refuse(job, tooMany(job, budgetOf(job).freeAt() - now));
      else if (busy.size < MAX_AT_ONCE && !busy.has(job.endpoint)) {
        const at = budgetOf(job).freeAt();
        if (at <= now) start(job);
        else next = Math.min(next, at, job.until);
      } else next = Math.min(next, job.until);
    }
    if (next < Number.POSITIVE_INFINITY) wake = clock.after(Math.max(0, next - clock.now()), pump);
  }

  function start(job: Waiting): void {
    take(job);
    busy.add(job.endpoint);
    budgetOf(job).spend();
    job.attempts += 1;
    void job.run().then((attempt) => {
      busy.delete(job.endpoint);
      settle(job, attempt);
      pump();
    });
  }

  function settle(job: Waiting, { result, retryAfterMs }: Attempt): void {
    const isTooEarly = !result.ok && result.code === 'rate-limited';
    const budget = budgetOf(job);
    if (retryAfterMs !== null || isTooEarly) {
      budget.pause(boundRetryAfter(retryAfterMs ?? DEFAULT_PAUSE_MS));
    }
    if (isTooEarly && job.attempts === 1 && budget.freeAt() < job.until) lanes[job.lane].unshift(job);
    // Nothing can be done with an answer any more, nor in place of one.
    else job.settle(stopped() ?? result);
  }

  return {
    async add(job) {
      const closed = stopped() ?? gate();
      if (closed) return closed;
      const now = clock.now();
      const before = all().filter(({ lane }) => job.lane === 'background' || lane === 'player');
      const ahead = before.filter(({ endpoint }) => endpoint === job.endpoint).length;
      const at = budgetOf(job).freeAt(ahead);
      const until = now + WAIT_MS[job.lane];
      if (at >= until) return tooMany(job, at - now);
      if (all().length >= MAX_WAITING) {
        return fail('busy', 'Too many requests to Sonoran CAD wait already. Try again in a moment.');
      }
      return new Promise((settled) => {
        lanes[job.lane].push({ ...job, until, settle: settled, attempts: 0 });
        pump();
      });
    },
    waiting: () => all().length,
    stop() {
      isStopped = true;
      pump();
    },
  };
}

function tooMany({ perMinute }: Job, waitMs: number): RestFailure {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return fail(
    'rate-limited',
    `Sonoran CAD allows ${perMinute} requests of this kind a minute, for all tools together. Try again in ${seconds} s.`,
  );
}
