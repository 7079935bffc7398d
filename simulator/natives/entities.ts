// Server natives about entities: with OneSync, the peds of players are all there is here.
import type { Player } from '../host/players.ts';
import type { NativeCaller, NativeTable } from './native.ts';
import { need } from './need.ts';
import type { ServerParts } from './server-parts.ts';

/** Script handles of entities start here; below are their network ids. */
const FIRST_ENTITY = 0x20000;
const PED = 1;
const HEALTH = 200;

export function entityNatives(parts: () => ServerParts): NativeTable {
  const find = (handle: number) => {
    const player = parts().players.byEntity(handle);
    return player && parts().players.pedOf(player) === handle ? player : undefined;
  };

  /** A native about one entity; zero answers for handle 0, an error for a handle that is none. */
  const about =
    <A extends unknown[], R>(zero: R, answer: (ped: Player, ...args: A) => R) =>
    (_caller: NativeCaller, handle: number, ...args: A): R => {
      if (!handle) return zero;
      const ped = find(handle);
      if (!ped) throw new Error(`Tried to access invalid entity: ${handle | 0}`);
      return answer(ped, ...args);
    };
  const zeroVector = [0, 0, 0];

  return {
    DoesEntityExist: (_caller, handle: number) => find(handle) !== undefined,
    GetEntityCoords: about<[], readonly number[]>(zeroVector, ({ coords }) => coords ?? zeroVector),
    SetEntityCoords: about<[number, number, number], undefined>(undefined, (ped, x, y, z) => {
      ped.coords = [x, y, z];
      return undefined;
    }),
    GetEntityHeading: about<[], number>(0, ({ heading }) => heading),
    SetEntityHeading: about<[number], undefined>(undefined, (ped, heading) => {
      ped.heading = heading;
      return undefined;
    }),
    GetEntityRotation: about<[], readonly number[]>(zeroVector, ({ heading }) => [0, 0, heading]),
    GetEntityVelocity: about<[], readonly number[]>(zeroVector, () => zeroVector),
    GetEntitySpeed: about<[], number>(0, () => 0),
    GetEntityHealth: about<[], number>(0, () => HEALTH),
    GetEntityMaxHealth: about<[], number>(0, () => HEALTH),
    GetPedArmour: about<[], number>(0, () => 0),
    GetEntityType: about<[], number>(0, () => PED),
    GetEntityRoutingBucket: about<[], number>(0, ({ bucket }) => bucket),
    IsPedAPlayer: about<[], boolean>(false, () => true),
    // No vehicles on the server side.
    GetVehiclePedIsIn: about<[], number>(0, () => 0),
    IsPedInAnyVehicle: about<[], boolean>(false, () => false),
    NetworkGetEntityOwner: about<[], number>(0, ({ id }) => id),
    NetworkGetFirstEntityOwner: about<[], number>(0, ({ id }) => id),
    NetworkGetNetworkIdFromEntity: about<[], number>(0, ({ id }) => id),
    NetworkGetEntityFromNetworkId: (_caller, id: number) => (find(id + FIRST_ENTITY) ? id + FIRST_ENTITY : 0),
    GetAllPeds: () => [],
    GetAllVehicles: () => [],
    GetAllObjects: () => [],
    GetGamePool: (_caller, name: string | null) => {
      if (need(name, 0) !== 'CPed') return [];
      const { players } = parts();
      return players.all().flatMap((player) => players.pedOf(player) || []);
    },
    EnsureEntityStateBag: (_caller, handle: number) => {
      if (find(handle)) parts().host.bags.ensure(`entity:${handle - FIRST_ENTITY}`);
    },
  };
}
