// ox_core, which has groups instead of jobs. Read in ox_core 1.5.14 (`server/classInterface.ts`,
// `server/player/class.ts`, `lib/server/player.ts`) and 1.0.0; its events are documented on coxdocs.dev.

import { once } from '../../../shared/once.ts';
import * as z from '../../zod.ts';
import { grade, text } from './fields.ts';
import { type Framework, onPlayerEvents, readAnswer } from './framework.ts';

const RESOURCE = 'ox_core';

/** A player without `charId` is choosing a character. */
const oxPlayer = once(() => z.object({ charId: z.optional(z.unknown()) }));
const groups = once(() => z.record(z.string(), grade()));

/** Being on duty is having the group active. */
export const ox: Framework = {
  name: 'ox',
  label: 'ox_core',
  resource: RESOURCE,
  connect(resources) {
    /** `CallPlayer` is how ox_core's own library calls methods. It prints an error when the player is not known. */
    const callPlayer = <T>(player: number, schema: z.ZodType<T>, ...call: readonly string[]) =>
      readAnswer(call.join(' '), resources.call(RESOURCE, 'CallPlayer', player, ...call), schema);
    return (player) => {
      const found = readAnswer('GetPlayer', resources.call(RESOURCE, 'GetPlayer', player), oxPlayer());
      if (!found?.charId) return null;
      const active = callPlayer(player, text(), 'get', 'activeGroup');
      const all = Object.entries(callPlayer(player, groups(), 'getGroups') ?? {});
      return {
        name: callPlayer(player, text(), 'get', 'name'),
        jobs: all.map(([name, grade]) => ({ name, grade, isOnDuty: name === active })),
      };
    };
  },
  listen(local, listener) {
    onPlayerEvents(local, ['ox:playerLoaded', 'ox:setGroup', 'ox:setActiveGroup'], listener.changed);
    onPlayerEvents(local, ['ox:playerLogout'], listener.left);
  },
};
