// Answers clients that have just loaded, at a pace that a hostile client cannot drive.

import { READY_EVENT } from '../../shared/delivery.ts';
import type { ClientBus, Clock } from '../ports.ts';

/** A client is answered at once and then at most this often; the last request of a flood is answered too. */
const PAUSE_MS = 1000;

/** Calls `answer` for each player whose client says that it is ready; `forget` a player who left. */
export function createArrivals(options: {
  readonly bus: ClientBus;
  readonly clock: Clock;
  readonly answer: (player: number) => void;
}): { forget(player: number): void } {
  const { bus, clock, answer } = options;
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
    const state = paused.get(player);
    if (state) state.again = true;
    else serve(player);
  });

  return { forget: (player) => void paused.delete(player) };
}
