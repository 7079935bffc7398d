// Natives about entities and distances.
import type { Definition, Kind } from './define.ts';
import { native } from './define.ts';
import type { Entities, Entity } from './entities.ts';

/** A native that reads an entity which must exist; `missing` stands in for one that does not. */
function reading<const K extends readonly Kind[]>(
  entities: Entities,
  kinds: K,
  missing: unknown,
  read: (entity: Entity) => unknown,
): Definition {
  return {
    kinds: ['int', ...kinds],
    run(call, [handle]) {
      const entity = entities.use(call, handle as number);
      return entity ? read(entity) : missing;
    },
  };
}

/** Natives about what stands in the world. */
export function createWorld(entities: Entities): {
  definitions: Readonly<Record<string, Definition>>;
  aliases: Readonly<Record<string, string>>;
} {
  const plate = reading(entities, [], null, ({ vehicle }) => vehicle?.plate ?? null);
  const distance = (from: readonly number[], to: readonly number[]): number =>
    Math.hypot(...from.map((value, index) => value - (to[index] ?? 0)));
  const isType = (type: Entity['type']): Definition =>
    native(['int'], (_, handle) => entities.find(handle)?.type === type);
  const vehicleOf = reading(entities, ['bool'], 0, ({ vehicle }) => vehicle?.handle ?? 0);
  const ahead = ({ heading }: Entity): [number, number, number] => {
    const angle = (heading * Math.PI) / 180;
    return [-Math.sin(angle), Math.cos(angle), 0];
  };

  return {
    definitions: {
      DoesEntityExist: native(['int'], (_, handle) => entities.find(handle) !== null),
      IsEntityAPed: isType('ped'),
      IsEntityAVehicle: isType('vehicle'),
      IsEntityDead: reading(entities, [], false, ({ dead }) => dead),
      GetEntityCoords: reading(entities, ['bool'], [0, 0, 0], ({ coords }) => [...coords]),
      GetEntityHeading: reading(entities, [], 0, ({ heading }) => heading),
      GetEntityForwardVector: reading(entities, [], [0, 0, 0], ahead),
      GetEntityHealth: reading(entities, [], 0, ({ health }) => health),
      GetEntitySpeed: reading(entities, [], 0, ({ speed }) => speed),
      GetEntityModel: reading(
        entities,
        [],
        0,
        ({ type, vehicle }) => (type === 'vehicle' ? vehicle?.model : 0) ?? 0,
      ),
      IsPedArmed: reading(entities, ['int'], false, ({ armed }) => armed),
      IsPedDeadOrDying: reading(entities, ['bool'], true, ({ dead }) => dead),
      IsPedFatallyInjured: reading(entities, [], true, ({ dead }) => dead),
      IsPedInAnyVehicle: reading(entities, ['bool'], false, ({ vehicle }) => vehicle !== null),
      IsPedOnFoot: reading(entities, [], false, ({ vehicle }) => vehicle === null),
      GetVehiclePedIsIn: vehicleOf,
      GetVehiclePedIsUsing: reading(entities, [], 0, ({ vehicle }) => vehicle?.handle ?? 0),
      GetPedInVehicleSeat: native(['int', 'int'], (call, handle, seat) => {
        const vehicle = entities.use(call, handle);
        return vehicle && seat === -1 ? entities.ped.handle : 0;
      }),
      GetVehicleNumberPlateText: plate,
      GetVehicleClass: reading(entities, [], 0, ({ vehicle }) => vehicle?.class ?? 0),
      GetDisplayNameFromVehicleModel: native(['hash'], (_, model) => {
        const { vehicle } = entities.ped;
        return vehicle && (vehicle.model | 0) === model ? vehicle.displayName : 'CARNOTFOUND';
      }),
      NetworkGetNetworkIdFromEntity: reading(entities, [], 0, ({ handle }) => entities.netIdOf(handle)),
      NetworkGetEntityFromNetworkId: native(['int'], (_, netId) => entities.fromNetId(netId)),
      NetworkDoesNetworkIdExist: native(['int'], (_, netId) => entities.fromNetId(netId) !== 0),
      NetworkDoesEntityExistWithNetworkId: native(['int'], (_, netId) => entities.fromNetId(netId) !== 0),
      NetworkGetEntityIsNetworked: native(['int'], (_, handle) => entities.find(handle) !== null),
      GetDistanceBetweenCoords: native(
        ['float', 'float', 'float', 'float', 'float', 'float', 'bool'],
        (_, x1, y1, z1, x2, y2, z2, useZ) => distance([x1, y1, useZ ? z1 : 0], [x2, y2, useZ ? z2 : 0]),
      ),
      Vdist: native(['float', 'float', 'float', 'float', 'float', 'float'], (_, x1, y1, z1, x2, y2, z2) =>
        distance([x1, y1, z1], [x2, y2, z2]),
      ),
      Vdist2: native(
        ['float', 'float', 'float', 'float', 'float', 'float'],
        (_, x1, y1, z1, x2, y2, z2) => distance([x1, y1, z1], [x2, y2, z2]) ** 2,
      ),
    },
    aliases: {
      PedToNet: 'NetworkGetNetworkIdFromEntity',
      VehToNet: 'NetworkGetNetworkIdFromEntity',
      NetToPed: 'NetworkGetEntityFromNetworkId',
      NetToVeh: 'NetworkGetEntityFromNetworkId',
    },
  };
}
