// Whose screen is ready, and whether somebody's game can read what it must not: told by the games themselves.

import { READY_EVENT, SCREEN_EVENT } from '../../shared/delivery.ts';
import type { ClientBus } from '../ports.ts';

export interface Screens {
  /** Whether a player has the page. */
  isReady(player: number): boolean;
  /** Whether a player's game was able to read the API key. */
  isKeyLeaked(): boolean;
  /** The player has left. */
  forget(player: number): void;
}

/** What games say is a hint for the owner, nothing more: it may be a lie. */
export function createScreens(bus: Pick<ClientBus, 'on'>, isHere: (player: number) => boolean): Screens {
  const ready = new Set<number>();
  let isKeyLeaked = false;
  bus.on(SCREEN_EVENT, (player) => {
    if (isHere(player)) ready.add(player);
  });
  bus.on(READY_EVENT, (player, canReadKey) => {
    if (isHere(player) && canReadKey === true) isKeyLeaked = true;
  });
  return {
    isReady: (player) => ready.has(player),
    isKeyLeaked: () => isKeyLeaked,
    forget: (player) => void ready.delete(player),
  };
}
