// What QBCore and Qbox have in common: the player object and the events.

import { once } from '../../../shared/once.ts';
import type { LocalBus } from '../../ports.ts';
import * as z from '../../zod.ts';
import { flag, grade, text } from './fields.ts';
import { type Character, type CharacterListener, onPlayerEvents, readAnswer, toPlayer } from './framework.ts';

const qbPlayer = once(() =>
  z.object({
    PlayerData: z.object({
      charinfo: z.orElse(z.object({ firstname: text(), lastname: text() }), null),
      job: z.object({
        name: z.string(),
        grade: z.object({ level: grade() }),
        onduty: flag(),
      }),
    }),
  }),
);

/** Reads what `GetPlayer` answered. */
export function toCharacter(answer: unknown): Character | null {
  const player = readAnswer('GetPlayer', answer, qbPlayer());
  if (!player) return null;
  const { charinfo, job } = player.PlayerData;
  const name = [charinfo?.firstname, charinfo?.lastname].filter(Boolean).join(' ');
  return { name: name || null, jobs: [{ name: job.name, grade: job.grade.level, isOnDuty: job.onduty }] };
}

/**
 * `OnJobUpdate` tells of jobs, in qb-core since 1.2 of duty, too; in Qbox `SetDuty` alone tells of duty.
 * `OnPlayerUnload` comes before the player is taken out.
 */
export function listenToQb(local: Pick<LocalBus, 'on'>, listener: CharacterListener): void {
  onPlayerEvents(local, ['QBCore:Server:OnJobUpdate', 'QBCore:Server:SetDuty'], listener.changed);
  onPlayerEvents(local, ['QBCore:Server:OnPlayerUnload'], listener.left);
  // The only one of them that brings the player object.
  local.on('QBCore:Server:PlayerLoaded', (loaded) => {
    const player = toPlayer(loadedPlayer().safeParse(loaded).data?.PlayerData.source);
    if (player !== null) listener.changed(player);
  });
}

const loadedPlayer = once(() => z.object({ PlayerData: z.object({ source: z.unknown() }) }));
