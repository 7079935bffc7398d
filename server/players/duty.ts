// Who is on duty: asks the duty sources about each player, keeps the answer, and notices when it changes.

import type { Cancel, Clock } from '../ports.ts';
import type { DutySource } from './duty-source.ts';
import { NOBODY, type PlayerSet, withoutPlayer, withPlayer } from './player-sets.ts';
import type { Roster } from './roster.ts';

/** Told when a player goes on or off duty. */
export type DutyListener = (player: number, isOnDuty: boolean) => void;

/** What one source says of a player at this moment. */
export interface DutyOpinion {
  readonly source: string;
  readonly isOnDuty: boolean;
  /** Why, in a few words. */
  readonly detail: string;
}

export interface Duty {
  isOnDuty(player: number): boolean;
  /** Players on duty at this moment. */
  players(): PlayerSet;
  /** What each source says of a player who is connected. */
  explain(player: number): DutyOpinion[];
  /** A player joined: asks the sources now. */
  join(player: number): void;
  /** A player left: off duty without being told so. */
  drop(player: number): void;
  /**
   * To be called before those on duty are alerted to something: players who lost duty since the last check are taken
   * out first. Costs by players on duty, and only when the last check is older than `STALE_MS`. Players who gained
   * duty are found right after, from the next tick on.
   */
  verify(): void;
  /** Other sources count from now on: everybody is asked again, from the next tick on. */
  configure(rules: DutyRules): void;
  stop(): void;
}

/** What puts players on duty. */
export interface DutyRules {
  readonly sources: readonly DutySource[];
  readonly combine?: 'any' | 'all';
  /** How often everybody is asked. */
  readonly checkMs: number;
}

/** The longest an answer is taken as it is. */
const STALE_MS = 200;
/** Players asked in one tick: a full server is asked over several, so that none of them is long. */
const SLICE = 64;

/**
 * Watches the players in `roster`, which it never changes. Everybody is asked every `checkMs`; what a source gives
 * notice of counts at once. With `any` one source is enough, with `all` every source has to agree (also one that
 * cannot know, as its framework is not there: it does not agree). Without sources nobody is on duty.
 */
export function createDuty(
  options: DutyRules & {
    readonly roster: Pick<Roster, 'ids' | 'has'>;
    readonly clock: Clock;
    readonly onChange: DutyListener;
  },
): Duty {
  const { roster, clock, onChange } = options;
  let { sources, combine = 'any' } = options;
  let onDuty: PlayerSet = NOBODY;
  let verifiedAt = Number.NEGATIVE_INFINITY;
  /** Players still to be asked in this round. */
  let queue: number[] = [];
  let nextSlice: Cancel | null = null;
  /** Everybody is to be asked when this round is over. */
  let isRoundOwed = false;

  const ask = (player: number) =>
    combine === 'any'
      ? sources.some((source) => source.isOnDuty(player))
      : sources.length > 0 && sources.every((source) => source.isOnDuty(player));

  function check(player: number): void {
    if (!roster.has(player)) return;
    const is = ask(player);
    if (is === onDuty.has(player)) return;
    onDuty = is ? withPlayer(onDuty, player) : withoutPlayer(onDuty, player);
    onChange(player, is);
  }

  function askSlice(): void {
    if (queue.length === 0 && isRoundOwed) {
      isRoundOwed = false;
      queue = [...roster.ids()];
    }
    for (const player of queue.splice(0, SLICE)) check(player);
    if (queue.length > 0 || isRoundOwed) nextSlice ??= later(askSlice);
  }

  /** Asks everybody; when a round is under way, once more after it. */
  function askEverybody(): void {
    isRoundOwed = true;
    askSlice();
  }

  function later(run: () => void): Cancel {
    return clock.after(0, () => {
      nextSlice = null;
      run();
    });
  }

  function noticed(player: number | null): void {
    if (player !== null) return check(player);
    isRoundOwed = true;
    nextSlice ??= later(askSlice);
  }

  const watch = (rules: DutyRules): Cancel[] => [
    clock.every(rules.checkMs, () => {
      if (!nextSlice) askEverybody();
    }),
    ...rules.sources.flatMap((source) => source.watch?.(noticed) ?? []),
  ];
  let cancels = watch(options);

  return {
    isOnDuty: (player) => onDuty.has(player),
    players: () => onDuty,
    explain: (player) =>
      roster.has(player)
        ? sources.map((source) => ({
            source: source.name,
            isOnDuty: source.isOnDuty(player),
            detail: source.explain(player),
          }))
        : [],
    join: check,
    drop(player) {
      onDuty = withoutPlayer(onDuty, player);
    },
    verify() {
      const now = clock.now();
      if (now - verifiedAt < STALE_MS) return;
      verifiedAt = now;
      for (const player of onDuty) check(player);
      nextSlice ??= later(askEverybody);
    },
    configure(rules) {
      for (const cancel of cancels) cancel();
      ({ sources, combine = 'any' } = rules);
      cancels = watch(rules);
      noticed(null);
    },
    stop() {
      for (const cancel of cancels) cancel();
      nextSlice?.();
    },
  };
}
