// Time: the machine's own, or a simulated one that moves only when told to.
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Clock {
  readonly simulated: boolean;
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Calls `run` every `interval` ms until the returned function is called. Never keeps the process alive. */
  every(interval: number, run: () => void): () => void;
  /** Simulated clocks only: moves time on, running what falls due in order of time. */
  advance(ms: number): Promise<void>;
}

export function createRealClock(): Clock {
  return {
    simulated: false,
    now: () => Date.now(),
    every(interval, run) {
      const timer = setInterval(run, interval);
      timer.unref();
      return () => clearInterval(timer);
    },
    advance: async () => {
      throw new Error("advance() needs the option clock: 'manual'");
    },
  };
}

/** Event loop turns after a step: enough for promise chains, file reads and local sockets to move on. */
const TURNS_PER_STEP = 1;
const TURNS_AT_END = 3;

export function createManualClock(epoch: number): Clock {
  const jobs = new Set<{ interval: number; due: number; run: () => void }>();
  let now = epoch;

  /** The job that is due first; among equals the one that was set up first (the server before its clients). */
  function nextDue(end: number) {
    let next: { interval: number; due: number; run: () => void } | null = null;
    for (const job of jobs) if (job.due <= end && (!next || job.due < next.due)) next = job;
    return next;
  }

  return {
    simulated: true,
    now: () => now,
    every(interval, run) {
      const job = { interval, due: now + interval, run };
      jobs.add(job);
      return () => void jobs.delete(job);
    },
    async advance(ms) {
      const end = now + ms;
      for (let job = nextDue(end); job; job = nextDue(end)) {
        const step = job.due > now;
        now = job.due;
        job.due += job.interval;
        if (step) await settle(TURNS_PER_STEP);
        job.run();
      }
      now = end;
      await settle(TURNS_AT_END);
    },
  };
}

async function settle(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await nextTurn();
}
