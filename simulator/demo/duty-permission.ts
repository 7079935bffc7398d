// The permission that puts on duty: the page's switches grant and revoke it.

import type { SimServer } from '../index.ts';
import { DUTY_ACE, people } from './players.ts';

export interface DutyPermission {
  isGranted(player: number): boolean;
  set(player: number, isGranted: boolean): void;
  /** As the players came. */
  reset(): void;
}

/** Starts from what the players came with. */
export function createDutyPermission(server: SimServer): DutyPermission {
  const came = new Set(
    people.filter(({ options }) => options.aces?.includes(DUTY_ACE)).map(({ options }) => options.id),
  );
  const granted = new Set(came);

  function set(player: number, isGranted: boolean): void {
    if (granted.has(player) === isGranted) return;
    if (isGranted) {
      granted.add(player);
      server.addAce(`player.${player}`, DUTY_ACE);
    } else {
      granted.delete(player);
      server.removeAce(`player.${player}`, DUTY_ACE);
    }
  }

  return {
    isGranted: (player) => granted.has(player),
    set,
    reset() {
      for (const { options } of people) set(options.id, came.has(options.id));
    },
  };
}
