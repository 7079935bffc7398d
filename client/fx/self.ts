// The player in the world, the names of places there, and the shape of the screen.

import { placeMinimap } from '../minimap.ts';
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

export function createDisplay(): Display {
  return {
    frame() {
      const safeZone = GetSafeZoneSize();
      const minimap = IsRadarHidden() ? null : placeMinimap(GetAspectRatio(false), safeZone);
      return { safeZone, minimap };
    },
  };
}
