// Blips on the game's map.

import type { Blips } from '../ports.ts';
import { addText } from './text.ts';

/** An area has its own sprite and size; giving it others would make it a point. */
const AREA_SPRITE = 0;

export function createBlips(): Blips {
  return {
    add: (x, y, z) => AddBlipForCoord(x, y, z),
    addArea: (x, y, z, radius) => AddBlipForRadius(x, y, z, radius),
    remove: (handle) => RemoveBlip(handle),
    move: (handle, x, y, z) => SetBlipCoords(handle, x, y, z),
    look(handle, { sprite, colour, scale, shortRange, category, name, alpha }) {
      const isArea = sprite === AREA_SPRITE;
      if (!isArea) SetBlipSprite(handle, sprite);
      SetBlipColour(handle, colour);
      if (!isArea) SetBlipScale(handle, scale);
      SetBlipAlpha(handle, alpha);
      SetBlipAsShortRange(handle, shortRange);
      // The point in the middle of an area stands in the legend already.
      if (isArea) SetBlipHiddenOnLegend(handle, true);
      else SetBlipCategory(handle, category);
      BeginTextCommandSetBlipName('STRING');
      addText(name);
      EndTextCommandSetBlipName(handle);
    },
    flash(handle, ms) {
      SetBlipFlashes(handle, true);
      SetBlipFlashTimer(handle, Math.trunc(ms));
    },
    route(handle, colour) {
      SetBlipRoute(handle, colour !== null);
      if (colour !== null) SetBlipRouteColour(handle, colour);
    },
  };
}
