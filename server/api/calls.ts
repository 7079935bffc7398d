// Exports about calls and duty for other resources. Whatever they pass, an answer comes back; nothing is thrown.

import type { Call } from '../../shared/call.ts';
import type { Store } from '../cad/store.ts';
import type { Duty } from '../players/duty.ts';
import type { LocalBus } from '../ports.ts';

/** Publishes the exports. Results are copies: the host packs them on the way. */
export function publishCallExports(local: LocalBus, store: Store, duty: Duty): void {
  /** Open calls, oldest first. */
  local.publish('getCalls', (): Call[] => store.openCalls());

  /** An open call by our key (`911:302`, `dispatch:501`) or its dispatch call id (`501`), or null. */
  local.publish('getCall', (key: unknown): Call | null =>
    typeof key === 'string' || typeof key === 'number' ? store.findCall(key) : null,
  );

  /** Whether the player with that server id is on duty. */
  local.publish('isOnDuty', (player: unknown): boolean => duty.isOnDuty(Number(player)));

  /** Server ids of the players on duty. */
  local.publish('getOnDutyPlayers', (): number[] => [...duty.players()]);
}
