// On duty by ACE: players whom server.cfg or txAdmin grants one of the duty permissions.

import type { Players } from '../ports.ts';
import type { DutySource } from './duty-source.ts';

/** Our permission, and the one of the official resource with the same meaning. */
const DUTY_ACES = ['sonorancad.duty', 'sonorancad.dispatchnotify'] as const;

/** The host raises no event when an ACE changes: it has to be asked. */
export function createAceDuty(players: Pick<Players, 'isAceAllowed'>): DutySource {
  return {
    name: 'ace',
    isOnDuty: (player) => DUTY_ACES.some((ace) => players.isAceAllowed(player, ace)),
    explain(player) {
      const granted = DUTY_ACES.filter((ace) => players.isAceAllowed(player, ace));
      return granted.length > 0 ? `has ${granted.join(' and ')}` : `has neither ${DUTY_ACES.join(' nor ')}`;
    },
  };
}
