// The peds and vehicles near the player, and the players they belong to.
import type { NativeCall } from './define.ts';
import type { GameOptions, GamePed, GameVehicle, Vector3 } from './types.ts';

export interface Entity {
  readonly handle: number;
  readonly type: 'ped' | 'vehicle';
  readonly coords: Vector3;
  readonly heading: number;
  readonly speed: number;
  readonly health: number;
  readonly dead: boolean;
  readonly armed: boolean;
  readonly vehicle: GameVehicle | null;
}

export interface Player {
  /** What scripts call a player on the client; no server id. */
  readonly index: number;
  readonly serverId: number;
  readonly name: string;
  readonly ped: number;
}

export interface Entities {
  /** The player's own ped. */
  readonly ped: GamePed;
  readonly self: Player;
  find(handle: number): Entity | null;
  /** The entity of a handle; a problem and null if there is none. */
  use(call: NativeCall, handle: number): Entity | null;
  /** Everybody in range, the player first. */
  players(): Player[];
  player(index: number): Player | null;
  playerName(index: number): string;
  /** The id an entity has for everybody on the server. */
  netIdOf(handle: number): number;
  /** Handle of the entity of a network id, 0 when it is not here. */
  fromNetId(netId: number): number;
  addPlayer(serverId: number, name: string, coords: Vector3): number;
  /** Handle of the ped that went, or null. */
  removePlayer(serverId: number): number | null;
}

/** The index a OneSync server gives to everybody's own player. */
const OWN_INDEX = 128;
const FIRST_PED = 0x102;
const PED_STEP = 0x100;
const FULL_HEALTH = 200;
/** What FiveM answers for the name of a player that is not there. */
const NO_PLAYER = '**Invalid**';

export function createEntities(options: GameOptions, changed: () => void): Entities {
  const ped: GamePed = new Proxy(
    {
      handle: FIRST_PED,
      coords: [...options.coords],
      heading: options.heading ?? 0,
      vehicle: null,
      dead: false,
      health: FULL_HEALTH,
      armed: false,
      speed: 0,
    } satisfies GamePed as GamePed,
    {
      set(state, key, value) {
        const isSet = Reflect.set(state, key, value);
        changed();
        return isSet;
      },
    },
  );
  const self: Player = { index: OWN_INDEX, serverId: options.playerId, name: options.name, ped: ped.handle };
  const others = new Map<number, Player & { coords: Vector3 }>();
  /** Network ids given out so far, by handle. */
  const netIds = new Map<number, number>();
  let lastIndex = 0;
  let lastPed = FIRST_PED;

  const find = (handle: number): Entity | null => {
    if (handle === ped.handle) return { ...ped, type: 'ped' };
    const vehicle = ped.vehicle;
    if (vehicle && handle === vehicle.handle) {
      return { ...ped, handle, type: 'vehicle', health: 1000, dead: false, armed: false, vehicle };
    }
    for (const { ped: other, coords } of others.values()) {
      if (other !== handle) continue;
      const common = { heading: 0, speed: 0, health: FULL_HEALTH, dead: false, armed: false, vehicle: null };
      return { ...common, handle, type: 'ped', coords };
    }
    return null;
  };

  const players = (): Player[] => [self, ...others.values()];
  const player = (index: number): Player | null => players().find((each) => each.index === index) ?? null;

  return {
    ped,
    self,
    find,
    use(call, handle) {
      const entity = find(handle);
      if (!entity) call.problem('native', `entity ${handle} does not exist`);
      return entity;
    },
    players,
    player,
    playerName: (index) => player(index)?.name ?? NO_PLAYER,
    netIdOf(handle) {
      const netId = netIds.get(handle) ?? netIds.size + 1;
      netIds.set(handle, netId);
      return netId;
    },
    fromNetId(netId) {
      const handle = [...netIds].find(([, id]) => id === netId)?.[0] ?? 0;
      return find(handle) ? handle : 0;
    },
    addPlayer(serverId, name, coords) {
      const known = others.get(serverId);
      if (!known) {
        lastPed += PED_STEP;
        lastIndex += 1;
      }
      const handle = known?.ped ?? lastPed;
      others.set(serverId, { index: known?.index ?? lastIndex, serverId, name, ped: handle, coords });
      changed();
      return handle;
    },
    removePlayer(serverId) {
      const handle = others.get(serverId)?.ped ?? null;
      others.delete(serverId);
      changed();
      return handle;
    },
  };
}
