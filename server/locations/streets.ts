// The street that each player is in, as their game names it: only games know streets by name.

import { STREET_EVENT } from '../../shared/delivery.ts';
import { cleanText } from '../../shared/text.ts';
import type { ClientBus } from '../ports.ts';

export interface Streets {
  /** `''` while it is not known. */
  of(player: number): string;
  /** The player has left. */
  forget(player: number): void;
}

const MAX_STREET = 120;
/** Longer texts are not even looked at. */
const MAX_SENT = 500;

/** It is a hint for the live map about the player's own unit, nothing more: it may be a lie. Nothing is answered. */
export function createStreets(bus: Pick<ClientBus, 'on'>, isWanted: (player: number) => boolean): Streets {
  const streets = new Map<number, string>();
  bus.on(STREET_EVENT, (player, street) => {
    if (typeof street !== 'string' || street.length > MAX_SENT || !isWanted(player)) return;
    streets.set(player, cleanText(street, MAX_STREET));
  });
  return {
    of: (player) => streets.get(player) ?? '',
    forget: (player) => void streets.delete(player),
  };
}
