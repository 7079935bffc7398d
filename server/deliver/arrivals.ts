// Answers clients that have just loaded, at a pace that a hostile client cannot drive.

import { READY_EVENT } from '../../shared/delivery.ts';
import type { ClientBus, Clock } from '../ports.ts';

/** A client is answered at once and then at most this often; the last request of a flood is answered too. */
const PAUSE_MS = 1000;

export interface Arrivals {
  /** Whether the player's client has said that it is ready. Until then nothing that is sent arrives. */
  has(player: number): boolean;
  /** The player has left. */
  forget(player: number): void;
}

/** Calls `answer` for each player whose client says that it is ready. */
export function createArrivals(options: {
  readonly bus: ClientBus;
  readonly clock: Clock;
  readonly answer: (player: number) => void;
}): Arrivals {
  const { bus, clock, answer } = options;
  const arrived = new Set<number>();
  /** Players in their pause, and whether they asked again meanwhile. */
  const paused = new Map<number, { again: boolean }>();

  function serve(player: number): void {
    const state = { again: false };
    paused.set(player, state);
    answer(player);
    clock.after(PAUSE_MS, () => {
      if (paused.get(player) !== state) return;
      paused.delete(player);
      if (state.again) serve(player);
    });
  }

  bus.on(READY_EVENT, (player) => {
    arrived.add(player);
    const state = paused.get(player);
    if (state) state.again = true;
    else serve(player);
  });

  return {
    has: (player) => arrived.has(player),
    forget(player) {
      arrived.delete(player);
      paused.delete(player);
    },
  };
}
