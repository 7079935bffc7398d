// Who may see a call and who is alerted to it.

import type { Call } from '../../shared/call.ts';
import type { Duty } from './duty.ts';

export interface Audience {
  /** Players who may see the call. */
  viewers(call: Call): Iterable<number>;
  canSee(player: number, call: Call): boolean;
  /** Players who are alerted when the call comes in; all of them may see it. */
  alerted(call: Call): Iterable<number>;
}

/** Every player on duty sees and hears every call. */
export function createAudience(duty: Pick<Duty, 'players' | 'isOnDuty'>): Audience {
  return {
    viewers: () => duty.players(),
    canSee: (player) => duty.isOnDuty(player),
    alerted: () => duty.players(),
  };
}
