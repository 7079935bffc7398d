// The players of a server: who is connected, under which id, with which identifiers, and where their ped is.
import { createHash } from 'node:crypto';
import type { PlayerOptions, Vector } from './types.ts';

export interface Player {
  /** Id while connected; a temporary one above 65535 while connecting. */
  id: number;
  readonly name: string;
  readonly identifiers: readonly string[];
  readonly tokens: readonly string[];
  readonly endpoint: string;
  /** False until the player has a final id. */
  connected: boolean;
  /** Being dropped: natives still answer, a second drop does nothing. */
  dropping: boolean;
  coords: Vector | null;
  heading: number;
  bucket: number;
  readonly joinedAt: number;
}

export interface Players {
  add(options: PlayerOptions, connected: boolean): Player;
  remove(id: number): void;
  /** By id; the old temporary id of a player works as well. */
  get(id: number): Player | undefined;
  connected(): Player[];
  all(): Player[];
  /** Gives a connecting player the final id; returns the temporary one. */
  settle(player: Player, id: number): number;
  /** Principals of a player, most telling first. */
  principals(player: Player): string[];
  byEntity(handle: number): Player | undefined;
  /** Script handle of the player's ped, 0 while there is none. */
  pedOf(player: Player): number;
}

export interface PlayerPorts {
  now(): number;
  /** Without OneSync the server knows no entities. */
  hasEntities(): boolean;
}

/** First temporary id. */
const TEMPORARY = 65537;
/** Script handles of entities start here. */
const FIRST_ENTITY = 0x20000;

export function createPlayers({ now, hasEntities }: PlayerPorts): Players {
  const players = new Map<number, Player>();
  const formerIds = new Map<number, number>();
  let nextTemporary = TEMPORARY;
  const pedOf = (player: Player) => (player.coords && hasEntities() ? FIRST_ENTITY + player.id : 0);

  return {
    add(options, connected) {
      const id = connected ? options.id : nextTemporary++;
      if (players.has(id)) throw new Error(`player ${id} is connected already`);
      const player: Player = {
        id,
        name: options.name,
        identifiers: options.identifiers ?? [],
        tokens: [`2:${createHash('sha256').update(`${options.name} ${options.id}`).digest('hex')}`],
        endpoint: options.endpoint ?? '127.0.0.1',
        connected,
        dropping: false,
        coords: options.coords ?? null,
        heading: options.heading ?? 0,
        bucket: 0,
        joinedAt: now(),
      };
      players.set(id, player);
      return player;
    },
    remove(id) {
      players.delete(id);
      for (const [former, current] of formerIds) if (current === id) formerIds.delete(former);
    },
    get: (id) => players.get(id) ?? players.get(formerIds.get(id) ?? -1),
    connected: () => [...players.values()].filter((player) => player.connected),
    all: () => [...players.values()],
    settle(player, id) {
      const former = player.id;
      if (players.has(id)) throw new Error(`player ${id} is connected already`);
      players.delete(former);
      player.id = id;
      player.connected = true;
      players.set(id, player);
      formerIds.set(former, id);
      return former;
    },
    principals: (player) => [
      ...player.identifiers.map((identifier) => `identifier.${identifier}`),
      `player.${player.id}`,
    ],
    pedOf,
    byEntity: (handle) => players.get(handle - FIRST_ENTITY),
  };
}
