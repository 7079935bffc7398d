// Qbox. Read in qbx_core 1.23.0 (`server/player.lua`, `server/functions.lua`); its events are documented on
// docs.qbox.re. It provides `qb-core`, so it has to be looked for before QBCore.

import { type Framework, onPlayerEvents } from './framework.ts';
import { listenToQb, toCharacter } from './qb-player.ts';

const RESOURCE = 'qbx_core';

/** Of several jobs the primary one counts: only that one has a duty state. */
export const qbox: Framework = {
  name: 'qbox',
  label: 'Qbox',
  resource: RESOURCE,
  connect: (resources) => (player) => toCharacter(resources.call(RESOURCE, 'GetPlayer', player)),
  listen(local, listener) {
    listenToQb(local, listener);
    // Who is removed from the primary job is told of by this one alone.
    onPlayerEvents(local, ['qbx_core:server:onGroupUpdate'], listener.changed);
    onPlayerEvents(local, ['qbx_core:server:playerLoggedOut'], listener.left);
  },
};
