// ESX Legacy. Read in es_extended 1.13.5 (`shared/main.lua`, `server/main.lua`, `server/classes/player.lua`) and, for
// what has not changed since, 1.9.4.

import { once } from '../../../shared/once.ts';
import * as z from '../../zod.ts';
import { flag, grade, text } from './fields.ts';
import { type Framework, onPlayerEvents, readAnswer } from './framework.ts';

const RESOURCE = 'es_extended';

/** The object of all functions. It holds every player, too: only the one function is kept. */
const sharedObject = once(() =>
  z.object({
    GetPlayerFromId: z.custom<(player: number) => unknown>((value) => typeof value === 'function'),
  }),
);

/** An xPlayer: its fields are copied, so that none of its functions needs to be called. */
const xPlayer = once(() =>
  z.object({
    name: text(),
    job: z.object({
      name: z.string(),
      grade: grade(),
      /** Since 1.11. Before, and where it is not used, being off duty is a job of its own (`offpolice`). */
      onDuty: flag(),
    }),
  }),
);

export const esx: Framework = {
  name: 'esx',
  label: 'ESX',
  resource: RESOURCE,
  connect(resources) {
    const shared = readAnswer('getSharedObject', resources.call(RESOURCE, 'getSharedObject'), sharedObject());
    if (!shared) throw new Error('getSharedObject answered with nothing');
    return (player) => {
      const found = readAnswer('GetPlayerFromId', shared.GetPlayerFromId(player), xPlayer());
      return (
        found && {
          name: found.name,
          jobs: [{ name: found.job.name, grade: found.job.grade, isOnDuty: found.job.onDuty }],
        }
      );
    };
  },
  listen(local, listener) {
    onPlayerEvents(local, ['esx:playerLoaded', 'esx:setJob'], listener.changed);
    onPlayerEvents(local, ['esx:playerLogout', 'esx:playerDropped'], listener.left);
  },
};
