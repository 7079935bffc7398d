// Connected players. Boolean natives answer false or 1, strings may be null: both are mended here.

import type { Players } from '../ports.ts';

export function createPlayers(): Players {
  return {
    ids: () => getPlayers().map(Number),
    name: (player) => GetPlayerName(String(player)) ?? '',
    identifiers: (player) =>
      getPlayerIdentifiers(player).filter((identifier) => typeof identifier === 'string'),
    isAceAllowed: (player, ace) => Boolean(IsPlayerAceAllowed(String(player), ace)),
    onJoin: (run) => on('playerJoining', () => run(Number(source))),
    onDrop: (run) => on('playerDropped', () => run(Number(source))),
  };
}
