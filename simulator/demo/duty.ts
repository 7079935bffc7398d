// Who is on duty, and who holds the permission for it: the page's switches grant and revoke it.

import type { SimServer } from '../index.ts';
import { DUTY_ACE, people } from './players.ts';

export interface Duty {
  /** Whether the resource takes the player for on duty; null while it does not run. */
  isOnDuty(player: number): boolean | null;
  /** Whether the player's permission was granted here. */
  isGranted(player: number): boolean;
  set(player: number, isGranted: boolean): void;
}

/** Starts from what the players came with. */
export function createDuty(server: SimServer, resource: string): Duty {
  const granted = new Set(
    people.filter(({ options }) => options.aces?.includes(DUTY_ACE)).map(({ options }) => options.id),
  );
  return {
    isOnDuty(player) {
      if (server.state(resource) !== 'started') return null;
      try {
        return server.callExport(resource, 'isOnDuty', player) === true;
      } catch {
        // It started and failed: the console says why.
        return null;
      }
    },
    isGranted: (player) => granted.has(player),
    set(player, isGranted) {
      if (granted.has(player) === isGranted) return;
      if (isGranted) {
        granted.add(player);
        server.addAce(`player.${player}`, DUTY_ACE);
      } else {
        granted.delete(player);
        server.removeAce(`player.${player}`, DUTY_ACE);
      }
    },
  };
}
