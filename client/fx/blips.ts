// Blips on the game's map.

import type { Blips } from '../ports.ts';
import { addText } from './text.ts';

export function createBlips(): Blips {
  return {
    add: (x, y, z) => AddBlipForCoord(x, y, z),
    remove: (handle) => RemoveBlip(handle),
    move: (handle, x, y, z) => SetBlipCoords(handle, x, y, z),
    look(handle, { sprite, colour, scale, shortRange, name }) {
      SetBlipSprite(handle, sprite);
      SetBlipColour(handle, colour);
      SetBlipScale(handle, scale);
      SetBlipAsShortRange(handle, shortRange);
      BeginTextCommandSetBlipName('STRING');
      addText(name);
      EndTextCommandSetBlipName(handle);
    },
    flash(handle, ms) {
      SetBlipFlashes(handle, true);
      SetBlipFlashTimer(handle, Math.trunc(ms));
    },
  };
}
