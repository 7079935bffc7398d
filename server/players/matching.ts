// Which player is which unit of the CAD: kept up to date with every join, drop, login, logout and change of identities.

import type { CadUnit } from '../cad/unit.ts';
import { toSpelling } from './identifier.ts';
import type { Roster } from './roster.ts';
import { createSetIndex } from './set-index.ts';

/**
 * Units and their players. A unit has at most one player: the identity that comes first in `identities` decides, and
 * among players who share it the one who joined last, as an old session of the same person lingers until it times
 * out. A player may have several units; the one that logged in last is the one that counts.
 *
 * Every change costs by the identities of the unit or player that it is about.
 */
export interface Matching {
  /** A unit logged in, or is known better. Its place in the order of logins stays until `removeUnit`. */
  putUnit(unit: Pick<CadUnit, 'ident' | 'identities'>): void;
  removeUnit(ident: number): void;
  /** A player joined or has other identifiers. Call it after `roster.join`. */
  join(player: number): void;
  /** A player left. Call it after `roster.drop`. */
  drop(player: number): void;
  /** The player of a unit, or null. */
  playerOf(ident: number): number | null;
  /** The unit of a player, or null; of several the one that logged in last. */
  unitOf(player: number): number | null;
  /** Every unit of a player, in the order of their logins. */
  unitsOf(player: number): number[];
  /** Units that have an identifier of the player, whoever their player is. */
  candidatesOf(player: number): number[];
  /** Players who have a unit. */
  players(): Iterable<number>;
}

/** Told when a unit has another player than `before`, after everything that changed with it is settled. */
export type MatchListener = (ident: number, player: number | null, before: number | null) => void;

/** No units. Reads `roster` and never changes it. */
export function createMatching(options: {
  readonly roster: Pick<Roster, 'withIdentifier' | 'spellings'>;
  readonly onChange: MatchListener;
}): Matching {
  const { roster, onChange } = options;
  const units = new Map<number, { readonly login: number; readonly spellings: readonly string[] }>();
  /** Units by the spellings of their identities. */
  const wanting = createSetIndex<string, number>();
  const playerOfUnit = new Map<number, number>();
  const unitsOfPlayer = createSetIndex<number, number>();
  let logins = 0;

  const loginOf = (ident: number) => units.get(ident)?.login ?? 0;
  const playerOf = (ident: number) => playerOfUnit.get(ident) ?? null;
  const unitsOf = (player: number) => [...unitsOfPlayer.get(player)].sort((a, b) => loginOf(a) - loginOf(b));

  const candidatesOf = (player: number) => [
    ...new Set(roster.spellings(player).flatMap((spelling) => [...wanting.get(spelling)])),
  ];

  function findPlayer(ident: number): number | null {
    for (const spelling of units.get(ident)?.spellings ?? []) {
      const latest = roster.withIdentifier(spelling).at(-1);
      if (latest !== undefined) return latest;
    }
    return null;
  }

  function assign(ident: number, player: number | null): void {
    const before = playerOfUnit.get(ident);
    if (before !== undefined) unitsOfPlayer.remove(before, ident);
    if (player === null) playerOfUnit.delete(ident);
    else {
      playerOfUnit.set(ident, player);
      unitsOfPlayer.add(player, ident);
    }
  }

  /** Looks for the players of these units again; tells after all of them are settled. */
  function settle(idents: Iterable<number>): void {
    const moves: Parameters<MatchListener>[] = [];
    for (const ident of new Set(idents)) {
      const [before, player] = [playerOf(ident), findPlayer(ident)];
      if (player === before) continue;
      assign(ident, player);
      moves.push([ident, player, before]);
    }
    for (const move of moves) onChange(...move);
  }

  function forget(ident: number): void {
    for (const spelling of units.get(ident)?.spellings ?? []) wanting.remove(spelling, ident);
    units.delete(ident);
  }

  return {
    putUnit({ ident, identities }) {
      logins += 1;
      const login = units.get(ident)?.login ?? logins;
      forget(ident);
      const spellings = [...new Set(identities.map(toSpelling).filter((spelling) => spelling !== null))];
      units.set(ident, { login, spellings });
      for (const spelling of spellings) wanting.add(spelling, ident);
      settle([ident]);
    },
    removeUnit(ident) {
      forget(ident);
      settle([ident]);
    },
    join(player) {
      settle([...unitsOfPlayer.get(player), ...candidatesOf(player)]);
    },
    drop: (player) => settle(unitsOfPlayer.get(player)),
    playerOf,
    unitOf: (player) => unitsOf(player).at(-1) ?? null,
    unitsOf,
    candidatesOf,
    players: () => unitsOfPlayer.keys(),
  };
}
