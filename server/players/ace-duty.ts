// On duty by ACE: players whom server.cfg or txAdmin grants one of the duty permissions.

import type { Players } from '../ports.ts';
import type { DutySource } from './duty.ts';

/** Our permission, and the one of the official resource with the same meaning. */
export const DUTY_ACES = ['sonorancad.duty', 'sonorancad.dispatchnotify'] as const;

/** The host raises no event when an ACE changes: it has to be asked. */
export function createAceDuty(players: Players): DutySource {
  return {
    name: 'ace',
    isOnDuty: (player) => DUTY_ACES.some((ace) => players.isAceAllowed(player, ace)),
  };
}
