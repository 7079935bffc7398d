// The characters players are playing: what the framework last said, so that asking often costs nothing.

import type { Clock } from '../ports.ts';
import type { Character, CharacterListener } from './frameworks/framework.ts';

/** Only ask about players who are connected. */
export interface Characters extends CharacterListener {
  /** The character of a player, or null. */
  of(player: number): Character | null;
  /** The player left the server. */
  forget(player: number): void;
}

/**
 * Frameworks tell of changes, so answers are kept; they are asked for anew after this time in case something changed
 * without an event. An answer is a copy of a large object with dozens of functions: asking for everybody every second
 * would be felt by the whole server.
 */
const KEEP_MS = 30_000;
/** Answers of one moment are renewed over this many parts of another such time. */
const SPREAD = 16;

export function createCharacters(options: {
  readonly ask: (player: number) => Character | null;
  readonly clock: Pick<Clock, 'now'>;
  /** Told after something is known to be different, or may be; null: of everybody. */
  readonly onChange: (player: number | null) => void;
}): Characters {
  const { ask, clock, onChange } = options;
  const known = new Map<number, { readonly character: Character | null; readonly until: number }>();

  function keep(player: number, character: Character | null): Character | null {
    known.set(player, { character, until: clock.now() + KEEP_MS * (1 + (player % SPREAD) / SPREAD) });
    return character;
  }

  return {
    of(player) {
      const answer = known.get(player);
      return answer && clock.now() < answer.until ? answer.character : keep(player, ask(player));
    },
    changed(player) {
      if (player === null) known.clear();
      else known.delete(player);
      onChange(player);
    },
    left(player) {
      if (known.has(player)) keep(player, null);
      onChange(player);
    },
    forget: (player) => void known.delete(player),
  };
}
