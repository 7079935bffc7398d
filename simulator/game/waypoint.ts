// The waypoint: one point on the map, shown as a blip of sprite 8 that scripts find like any other.
import type { BlipStore } from './blip-store.ts';
import { GAME } from './blip-store.ts';
import type { Definition } from './define.ts';
import { native } from './define.ts';
import type { GameContext, WaypointChange } from './types.ts';

export interface Waypoint {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly log: readonly WaypointChange[];
  coords(): [number, number] | null;
  /** Sets or takes away the waypoint; `createdBy` is null for the player. */
  set(coords: [number, number] | null, createdBy: string | null): void;
}

const WAYPOINT_SPRITE = 8;

export function createWaypoint({ now, changed }: GameContext, blips: BlipStore): Waypoint {
  const log: WaypointChange[] = [];
  let current: { coords: [number, number]; blip: number } | null = null;

  const set = (coords: [number, number] | null, createdBy: string | null): void => {
    if (!coords && !current) return;
    if (current) blips.remove(current.blip);
    current = null;
    if (coords) {
      // The map knows no height: the blip lies at zero.
      const blip = blips.create({ kind: 'coord', coords: [coords[0], coords[1], 0] }, GAME);
      blip.sprite = WAYPOINT_SPRITE;
      current = { coords, blip: blip.handle };
    }
    log.push({ coords, createdBy, at: now() });
    changed();
  };

  const off = native([], (call) => set(null, call.resource));
  return {
    log,
    coords: () => current && [...current.coords],
    set,
    definitions: {
      SetNewWaypoint: native(['float', 'float'], (call, x, y) => set([x, y], call.resource)),
      SetWaypointOff: off,
      DeleteWaypoint: off,
      DeleteWaypointsFromThisPlayer: off,
      ClearGpsPlayerWaypoint: off,
      IsWaypointActive: native([], () => current !== null),
      GetWaypointBlipEnumId: native([], () => WAYPOINT_SPRITE),
    },
  };
}
