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
   * out first. Costs by players on duty, and only when the last check is older than `STALE_MS`. Players who gained
   * duty are found right after, from the next tick on.
   */
  verify(): void;
  stop(): void;
}

/** The longest an answer is taken as it is. */
const STALE_MS = 200;
/** Players asked in one tick: a full server is asked over several, so that none of them is long. */
const SLICE = 64;

/** Watches the players in `roster`, which it never changes. Everybody is asked every `checkMs`. */
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
  /** Players still to be asked in this round. */
  let queue: number[] = [];
  let nextSlice: Cancel | null = null;

  function check(player: number): void {
    if (!roster.has(player)) return;
    const is = sources.some((source) => source.isOnDuty(player));
    if (is === onDuty.has(player)) return;
    if (is) onDuty.add(player);
    else onDuty.delete(player);
    onChange(player, is);
  }

  function askSlice(): void {
    nextSlice = null;
    for (const player of queue.splice(0, SLICE)) check(player);
    if (queue.length > 0) nextSlice = clock.after(0, askSlice);
  }

  /** Asks everybody, unless a round is under way. */
  function askEverybody(): void {
    if (nextSlice) return;
    queue = [...roster.ids()];
    askSlice();
  }

  const timer = clock.every(checkMs, askEverybody);

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
      nextSlice ??= clock.after(0, () => {
        nextSlice = null;
        askEverybody();
      });
    },
    stop() {
      timer();
      nextSlice?.();
    },
  };
}
