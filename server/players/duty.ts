// Who is on duty: asks the duty sources about each player, keeps the answer, and notices when it changes.

import type { Cancel, Clock } from '../ports.ts';
import type { Roster } from './roster.ts';

/** Something that knows whether a player is on duty. */
export interface DutySource {
  /** As it is called in the configuration and in explanations. */
  readonly name: string;
  isOnDuty(player: number): boolean;
}

/** Told when a player goes on or off duty. */
export type DutyListener = (player: number, isOnDuty: boolean) => void;

export interface Duty {
  isOnDuty(player: number): boolean;
  /** Players on duty. Live: do not keep it. */
  players(): ReadonlySet<number>;
  /** A player joined: asks the sources now. */
  join(player: number): void;
  /** A player left: off duty without being told so. */
  drop(player: number): void;
  /**
   * To be called before something is told to those on duty: players who lost duty since the last check are taken
   * out first. Costs by players on duty and only when the last check is older than `STALE_MS`. Players who gained
   * duty are found right after, with the next timer.
   */
  verify(): void;
  /** Asks the sources about every player. */
  checkAll(): void;
  stop(): void;
}

/** The longest an answer is taken as it is. */
const STALE_MS = 200;
/** Players asked in one go by the slow timer, so that a full server is checked in slices. */
const SLICE = 64;

/** Watches the players in `roster`, which it never changes. `checkMs` is the pace of the slow timer. */
export function createDuty(options: {
  readonly sources: readonly DutySource[];
  readonly roster: Pick<Roster, 'ids' | 'has'>;
  readonly clock: Clock;
  readonly checkMs: number;
  readonly onChange: DutyListener;
}): Duty {
  const { sources, roster, clock, checkMs, onChange } = options;
  const onDuty = new Set<number>();
  let verifiedAt = Number.NEGATIVE_INFINITY;
  let checkSoon: Cancel | null = null;
  let queue: number[] = [];

  function check(player: number): void {
    if (!roster.has(player)) return;
    const is = sources.some((source) => source.isOnDuty(player));
    if (is === onDuty.has(player)) return;
    if (is) onDuty.add(player);
    else onDuty.delete(player);
    onChange(player, is);
  }

  function checkAll(): void {
    for (const player of [...roster.ids()]) check(player);
  }

  /** Every pass of the timer asks the next slice; when all were asked it begins anew. */
  function checkSlice(): void {
    if (queue.length === 0) queue = [...roster.ids()];
    for (const player of queue.splice(0, SLICE)) check(player);
  }

  const timer = clock.every(checkMs, checkSlice);

  return {
    isOnDuty: (player) => onDuty.has(player),
    players: () => onDuty,
    join: check,
    drop: (player) => void onDuty.delete(player),
    verify() {
      const now = clock.now();
      if (now - verifiedAt < STALE_MS) return;
      verifiedAt = now;
      for (const player of [...onDuty]) check(player);
      checkSoon ??= clock.after(0, () => {
        checkSoon = null;
        checkAll();
      });
    },
    checkAll,
    stop() {
      timer();
      checkSoon?.();
    },
  };
}
