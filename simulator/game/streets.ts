// Natives that name places: streets, zones, and the height of the ground.
import type { Definition } from './define.ts';
import { hashOf, native } from './define.ts';
import type { Entities } from './entities.ts';
import type { GameOptions } from './types.ts';
import { zoneAt } from './zones.ts';

/** Beyond this many metres from the player the ground is not loaded. */
const LOADED = 500;
const DEFAULT_STREETS: [string, string] = ['Vinewood Blvd', 'Alta St'];

/** Natives about places; `groundZ` is the height of the ground near the player. */
export function createStreets(
  options: GameOptions,
  entities: Entities,
  groundZ: () => number,
): Readonly<Record<string, Definition>> {
  /** Names of the hashes that were given out; the game knows all of its own. */
  const names = new Map<number, string>();
  const hash = (name: string): number => {
    if (name === '') return 0;
    const key = hashOf(name);
    names.set(key, name);
    return key;
  };
  return {
    GetStreetNameAtCoord: native(['float', 'float', 'float'], (_, x, y) =>
      (options.streetAt?.(x, y) ?? DEFAULT_STREETS).map(hash),
    ),
    GetStreetNameFromHashKey: native(['hash'], (_, key) => names.get(key) ?? ''),
    GetNameOfZone: native(['float', 'float', 'float'], (_, x, y) => (options.zoneAt ?? zoneAt)(x, y)),
    GetGroundZFor_3dCoord: native(['float', 'float', 'float', 'bool'], (_, x, y, z) => {
      const [pedX, pedY] = entities.ped.coords;
      const isKnown = Math.hypot(x - pedX, y - pedY) <= LOADED && z >= groundZ();
      return isKnown ? [true, groundZ()] : [false, 0];
    }),
  };
}
