// Times rounds of events in several servers in turn, so that whatever slows the machine down slows all of them.

import type { Kind } from './kinds/kind.ts';
import type { Post } from './requests.ts';
import { type Crowd, type Rig, toPost } from './rig.ts';

/** A server that takes part, and the status its events are answered with. */
export interface Contender {
  readonly rig: Rig;
  readonly crowd: Crowd;
  readonly status: number;
  /** Whether rounds are undone and time passes between them; the others keep nothing. */
  readonly isProduct: boolean;
}

const WARM_UP = 100;
const ROUNDS = 41;
/** Between rounds: what was put off is done, and none of it falls into the next round. */
const REST_MS = 1500;

/** Microseconds of one event, per contender and round. Round 0 has been sent. */
export function race(kind: Kind, contenders: readonly Contender[], rounds = ROUNDS): number[][] {
  const times: number[][] = contenders.map(() => []);
  for (let round = 1; round <= WARM_UP + rounds; round += 1) {
    for (const [index, { rig, crowd, status, isProduct }] of contenders.entries()) {
      const posts = kind.bodies(round, crowd).map(toPost);
      const time = timeRound(rig, posts, status);
      if (round > WARM_UP) times[index]?.push(time);
      if (!isProduct) continue;
      rig.send((kind.undo?.(round, crowd) ?? []).map(toPost));
      rig.advance(REST_MS);
    }
  }
  return times;
}

/** With the event's share of the work that is put off to the next tick. */
function timeRound(rig: Rig, posts: readonly Post[], status: number): number {
  return (
    cpuTime(() => {
      rig.send(posts, status);
      rig.advance(50);
    }) / posts.length
  );
}

/**
 * Microseconds of processor time that `run` takes. Other processes do not count; run with `--single-threaded`, garbage
 * collection and the compiler do.
 */
export function cpuTime(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Median of how many times longer each round of `a` took than the round of `b` beside it. */
export function medianRatio(a: readonly number[] = [], b: readonly number[] = []): number {
  return median(a.map((time, index) => time / (b[index] ?? Number.NaN)));
}
