// SonoranCAD::core:AddPlayer and RemovePlayer: a player in the game is a unit of the CAD, or no longer.

import type { CadUnit } from '../../cad/unit.ts';
import { type OfficialUnit, toClientUnit, toOfficialUnit } from './official-unit.ts';

const ADD = 'SonoranCAD::core:AddPlayer';
const REMOVE = 'SonoranCAD::core:RemovePlayer';

export interface OfficialPlayers {
  /** Tells who the player of a unit is, when that is not what was told last. `unit` is null when it is gone. */
  settle(ident: number, unit: CadUnit | null): void;
  /** The unit has no player any more; it is still known. */
  leave(unit: CadUnit): void;
  /** Whether a unit is played by somebody here, as told. */
  isPlayed(ident: number): boolean;
  /** The unit of a player as told, or null; of several the one told last. */
  unitOf(player: number): number | null;
}

export function createOfficialPlayers(ports: {
  /** The player of a unit by now, or null. */
  readonly playerOf: (ident: number) => number | null;
  readonly isHere: (player: number) => boolean;
  /** Raises a local event. */
  readonly raise: (event: string, player: number, unit: OfficialUnit) => void;
  /** Tells the player's own game. */
  readonly send: (event: string, player: number, unit: OfficialUnit) => void;
}): OfficialPlayers {
  const { playerOf, isHere, raise, send } = ports;
  /** Units and their players, as told, with the unit as it was told. */
  const told = new Map<number, { readonly player: number; readonly unit: CadUnit }>();

  function tell(event: string, player: number, unit: CadUnit): void {
    raise(event, player, toOfficialUnit(unit));
    if (isHere(player)) send(event, player, toClientUnit(unit));
  }

  function move(ident: number, unit: CadUnit | null, player: number | null): void {
    const before = told.get(ident);
    if (before && before.player !== player) {
      tell(REMOVE, before.player, unit ?? before.unit);
      told.delete(ident);
    }
    if (player === null || !unit) return;
    told.set(ident, { player, unit });
    if (before?.player !== player) tell(ADD, player, unit);
  }

  return {
    settle: (ident, unit) => move(ident, unit, unit ? playerOf(ident) : null),
    leave: (unit) => move(unit.ident, unit, null),
    isPlayed: (ident) => told.has(ident),
    unitOf: (player) => [...told].findLast(([, one]) => one.player === player)?.[0] ?? null,
  };
}
