// The player in the world, the names of places there, and the shape of the screen.

import type { Atlas, Display, Self } from '../ports.ts';

export function createSelf(): Self {
  return {
    position() {
      const [x = 0, y = 0, z = 0] = GetEntityCoords(PlayerPedId(), false);
      return { x, y, z };
    },
    heading: () => GetEntityHeading(PlayerPedId()),
    isDead: () => Boolean(IsEntityDead(PlayerPedId())),
    isPaused: () => Boolean(IsPauseMenuActive()),
  };
}

export function createAtlas(): Atlas {
  return {
    nameOf(x, y, z) {
      const [street = 0] = GetStreetNameAtCoord(x, y, z);
      const zone = GetLabelText(GetNameOfZone(x, y, z) ?? '') ?? '';
      return [GetStreetNameFromHashKey(street) ?? '', zone === 'NULL' ? '' : zone].filter(Boolean).join(', ');
    },
  };
}

/** Share of the screen that the game keeps free at each edge, per step of the safe zone below 1. */
const EDGE = 0.5;
/** The minimap's size, as the game lays it out: a quarter of a 1:1 screen wide, 1/5.674 of it high. */
const MINIMAP_WIDTH = 1 / 4;
const MINIMAP_HEIGHT = 1 / 5.674;

export function createDisplay(): Display {
  return {
    frame() {
      const safeZone = GetSafeZoneSize();
      const edge = (1 - safeZone) * EDGE;
      const width = MINIMAP_WIDTH / GetAspectRatio(false);
      const top = 1 - edge - MINIMAP_HEIGHT;
      const isShown = !IsRadarHidden();
      return { safeZone, minimap: isShown ? { left: edge, top, width, height: MINIMAP_HEIGHT } : null };
    },
  };
}
