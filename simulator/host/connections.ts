// Players coming and going: the events scripts get, in the order the server raises them, and the rights they bring.
import type { Host } from './host-types.ts';
import { dropReasons } from './net.ts';
import type { Player, Players } from './players.ts';
import type { PlayerOptions } from './types.ts';

export interface ConnectionPorts {
  host: Host;
  players: Players;
  /** Ends the game of a player who is gone. */
  disconnect(id: number, reason: string): void;
}

export interface Connections {
  /** Puts a player on the server without telling anybody, as if it had been there all the time. */
  addPlayer(options: PlayerOptions): Player;
  /** Connects a player: `playerConnecting`, then `playerJoining` with the final id. Throws when refused. */
  connect(options: PlayerOptions): Player;
  drop(id: number, reason: string, resource?: string, code?: number): void;
}

/** What the host calls itself, and the player's own wish, when a player leaves. */
export const SERVER = '__cfx_internal:server';
export const CLIENT = '__cfx_internal:client';

export function createConnections({ host, players, disconnect }: ConnectionPorts): Connections {
  const { aces } = host;
  const rights = new Map<number, PlayerOptions>();

  function grant(options: PlayerOptions): void {
    const self = `player.${options.id}`;
    for (const object of options.aces ?? []) aces.add(self, object, true);
    for (const group of options.groups ?? []) aces.addPrincipal(self, group);
    rights.set(options.id, options);
  }

  function revoke(id: number): void {
    const self = `player.${id}`;
    for (const object of rights.get(id)?.aces ?? []) aces.remove(self, object, true);
    for (const group of rights.get(id)?.groups ?? []) aces.removePrincipal(self, group);
    rights.delete(id);
  }

  /** Raises `playerConnecting`; the reason if a script refused at once. Deferrals do not hold a player up here. */
  function askScripts(player: Player): string | null {
    let reason = 'no reason given';
    let refused: string | null = null;
    const setReason = (text: unknown) => {
      reason = String(text);
    };
    const deferrals = {
      defer: () => {},
      update: () => {},
      presentCard: () => {},
      handover: () => {},
      done(failure: unknown) {
        if (failure !== undefined && failure !== null) refused = String(failure);
      },
    };
    const args = [player.name, setReason, deferrals];
    return host.trigger('playerConnecting', args, `internal-net:${player.id}`) ? refused : reason;
  }

  return {
    addPlayer(options) {
      const player = players.add(options, true);
      grant(options);
      return player;
    },
    connect(options) {
      if (players.get(options.id)) throw new Error(`player ${options.id} is connected already`);
      const player = players.add(options, false);
      const refusal = askScripts(player);
      if (refusal !== null) {
        players.remove(player.id);
        throw new Error(`${options.name} was refused: ${refusal}`);
      }
      const former = players.settle(player, options.id);
      grant(options);
      host.trigger('playerJoining', [String(former)], `internal-net:${player.id}`);
      return player;
    },
    drop(id, reason, resource = SERVER, code) {
      const player = players.get(id);
      if (!player || player.dropping) return;
      player.dropping = true;
      // Natives about the player still answer while this event runs.
      if (player.connected) {
        const byScript = resource !== SERVER && resource !== CLIENT;
        const why = code ?? (byScript ? dropReasons.resource : dropReasons.server);
        host.trigger('playerDropped', [reason, resource, why], `internal-net:${player.id}`);
      }
      players.remove(player.id);
      revoke(player.id);
      host.bags.drop(`player:${player.id}`);
      disconnect(player.id, reason);
    },
  };
}
