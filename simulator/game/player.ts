// Natives about players, and the way from the client to the server.
import type { Definition } from './define.ts';
import { native } from './define.ts';
import type { Entities } from './entities.ts';
import type { GameHost } from './types.ts';

/** Declares the natives. */
export function createPlayer(
  entities: Entities,
  host: GameHost,
): {
  definitions: Readonly<Record<string, Definition>>;
  aliases: Readonly<Record<string, string>>;
} {
  const { self } = entities;
  const yes = native([], () => true);
  const isThere = native(['int'], (_, index) => entities.player(index) !== null);
  return {
    definitions: {
      PlayerId: native([], () => self.index),
      PlayerPedId: native([], () => self.ped),
      // -1 stands for the player here and nowhere else.
      GetPlayerPed: native(['int'], (_, index) => (index === -1 ? self : entities.player(index))?.ped ?? 0),
      GetPlayerServerId: native(['int'], (_, index) => entities.player(index)?.serverId ?? 0),
      GetPlayerFromServerId: native(
        ['int'],
        (_, serverId) => entities.players().find((player) => player.serverId === serverId)?.index ?? -1,
      ),
      NetworkGetPlayerIndexFromPed: native(
        ['int'],
        (_, ped) => entities.players().find((player) => player.ped === ped)?.index ?? -1,
      ),
      GetPlayerName: native(['int'], (_, index) => entities.playerName(index)),
      GetActivePlayers: native([], () => entities.players().map(({ index }) => index)),
      GetNumberOfPlayers: native([], () => entities.players().length),
      IsPlayerDead: native(
        ['int'],
        (_, index) => entities.find(entities.player(index)?.ped ?? 0)?.dead ?? false,
      ),
      IsPlayerPlaying: isThere,
      NetworkIsPlayerActive: isThere,
      NetworkIsPlayerConnected: isThere,
      NetworkIsSessionStarted: yes,
      NetworkIsSessionActive: yes,
      NetworkIsInSession: yes,
      IsPlayerSwitchInProgress: native([], () => false),
      TriggerServerEventInternal: native(['required', 'bytes', 'int'], (_, name, payload, length) =>
        host.sendToServer(name, payload.slice(0, length)),
      ),
      TriggerLatentServerEventInternal: native(
        ['required', 'bytes', 'int', 'int'],
        (_, name, payload, length) => host.sendToServer(name, payload.slice(0, length)),
      ),
    },
    aliases: { GetPlayerPedScriptIndex: 'GetPlayerPed' },
  };
}
