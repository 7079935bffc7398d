// Tells the server which street the player is in, when that is another one: the server's own natives know no streets.

import { STREET_EVENT } from '../shared/delivery.ts';
import type { Beating } from './heartbeat.ts';
import type { Picture } from './picture.ts';
import type { Atlas, Self, ServerBus } from './ports.ts';

/** Looks only while the settings ask for it and the player is a unit on duty. */
export function createStreets(ports: {
  readonly picture: Picture;
  readonly self: Pick<Self, 'position'>;
  readonly atlas: Atlas;
  readonly server: Pick<ServerBus, 'emit'>;
}): Beating {
  const { picture, self, atlas, server } = ports;
  let waited = 0;
  let told: string | null = null;

  function wants(): number | null {
    const ms = picture.settings?.streetMs ?? 0;
    if (ms > 0 && picture.isOnDuty && picture.unit !== null) return ms;
    told = null;
    return null;
  }

  return {
    wants,
    beat(elapsed) {
      const ms = wants();
      waited += elapsed;
      if (ms === null || waited < ms) return;
      waited = 0;
      const { x, y, z } = self.position();
      const street = atlas.nameOf(x, y, z);
      if (street === told) return;
      told = street;
      server.emit(STREET_EVENT, street);
    },
  };
}
