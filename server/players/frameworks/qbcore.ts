// QBCore. Read in qb-core 1.3.0 (`server/player.lua`, `server/events.lua`, `server/functions.lua`) and 1.2.6, 1.1.0.

import { once } from '../../../shared/once.ts';
import type { Resources } from '../../ports.ts';
import * as z from '../../zod.ts';
import { type Framework, readAnswer } from './framework.ts';
import { listenToQb, toCharacter } from './qb-player.ts';

const RESOURCE = 'qb-core';

type GetPlayer = (player: number) => unknown;

const coreObject = once(() =>
  z.object({
    Functions: z.object({ GetPlayer: z.custom<GetPlayer>((value) => typeof value === 'function') }),
  }),
);

/** Every version has the core object. It may hold every player, so newer ones are asked for its functions only. */
function fromCoreObject(resources: Pick<Resources, 'call'>): GetPlayer {
  const answer = resources.call(RESOURCE, 'GetCoreObject', ['Functions']);
  const core = readAnswer('GetCoreObject', answer, coreObject());
  if (!core) throw new Error('GetCoreObject answered with nothing');
  return core.Functions.GetPlayer;
}

/** Since 1.3.0 functions are exports, too. */
function fromExport(resources: Pick<Resources, 'call'>, player: number): GetPlayer | null {
  const getPlayer: GetPlayer = (one) => resources.call(RESOURCE, 'GetPlayer', one);
  try {
    getPlayer(player);
    return getPlayer;
  } catch {
    return null;
  }
}

export const qbcore: Framework = {
  name: 'qbcore',
  label: 'QBCore',
  resource: RESOURCE,
  connect(resources) {
    let getPlayer: GetPlayer | null = null;
    return (player) => {
      getPlayer ??= fromExport(resources, player) ?? fromCoreObject(resources);
      return toCharacter(getPlayer(player));
    };
  },
  listen: listenToQb,
};
