// Connected players. Boolean natives answer false or 1, strings may be null: both are mended here.

import type { Players } from '../ports.ts';

export function createPlayers(): Players {
  return {
    ids: () => getPlayers().map(Number),
    name: (player) => GetPlayerName(String(player)) ?? '',
    identifiers: (player) =>
      getPlayerIdentifiers(player).filter((identifier) => typeof identifier === 'string'),
    isAceAllowed: (player, ace) => Boolean(IsPlayerAceAllowed(String(player), ace)),
    position(player) {
      const ped = GetPlayerPed(String(player));
      if (!ped) return null;
      const [x = 0, y = 0, z = 0] = pedCoords(ped);
      return x === 0 && y === 0 ? null : { x, y, z };
    },
    heading(player) {
      const ped = GetPlayerPed(String(player));
      return ped ? pedHeading(ped) : 0;
    },
    onJoin: (run) => on('playerJoining', () => run(Number(source))),
    onDrop: (run) => on('playerDropped', () => run(Number(source))),
  };
}

/** The native throws for a ped that has just gone (ServerGameState_Scripting.cpp). */
function pedCoords(ped: number): number[] {
  try {
    return GetEntityCoords(ped);
  } catch {
    return [];
  }
}

function pedHeading(ped: number): number {
  try {
    return GetEntityHeading(ped);
  } catch {
    return 0;
  }
}
