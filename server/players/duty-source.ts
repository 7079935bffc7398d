// The port of what knows whether players are on duty, and the notice such a source gives of its changes.

import type { Cancel } from '../ports.ts';

/** Told that a source may say something else of a player now, or of everybody (null). */
export type DutyNotice = (player: number | null) => void;

/**
 * Something that knows whether a player is on duty. It is asked often, about players who are connected, and never
 * throws.
 */
export interface DutySource {
  /** As it is called in the configuration and in explanations. */
  readonly name: string;
  isOnDuty(player: number): boolean;
  /** Why it says what it says, in a few words for an owner. */
  explain(player: number): string;
  /** Gives notice of changes. A source without it is only asked at times. */
  watch?(notice: DutyNotice): Cancel;
}

/** The part of a source that gives notice. */
export interface DutyNotices {
  watch(notice: DutyNotice): Cancel;
  /** Tells everyone who watches. */
  tell: DutyNotice;
}

/** Nobody watches yet. */
export function createDutyNotices(): DutyNotices {
  const watching = new Set<DutyNotice>();
  return {
    watch(notice) {
      watching.add(notice);
      return () => void watching.delete(notice);
    },
    tell(player) {
      for (const notice of watching) notice(player);
    },
  };
}
