// Answers clients that have just loaded, at a pace that a hostile client cannot drive.

import { READY_EVENT } from '../../shared/delivery.ts';
import type { ClientBus, Clock } from '../ports.ts';

/**
 * A client is answered at once, and again after a pause; the last request of a flood is answered too. The answer is the
 * whole picture, thousands of times as large as the request: who asks again and again waits twice as long each time.
 */
const PAUSE_MS = 1000;
const MAX_PAUSE_MS = 32_000;
/** After so long without an answer all is forgotten. */
const CALM_MS = 60_000;

/** The last answer to a player. */
interface Answered {
  readonly at: number;
  readonly pauseMs: number;
  isPaused: boolean;
  /** Whether the player asked again in the pause. */
  again: boolean;
}

/** Calls `answer` for each player whose client says that it is ready; `forget` a player who left. */
export function createArrivals(options: {
  readonly bus: ClientBus;
  readonly clock: Clock;
  readonly answer: (player: number) => void;
}): { forget(player: number): void } {
  const { bus, clock, answer } = options;
  const players = new Map<number, Answered>();

  function serve(player: number): void {
    const last = players.get(player);
    const at = clock.now();
    const isCalm = last === undefined || at - last.at > CALM_MS;
    const pauseMs = isCalm ? PAUSE_MS : Math.min(2 * last.pauseMs, MAX_PAUSE_MS);
    const state: Answered = { at, pauseMs, isPaused: true, again: false };
    players.set(player, state);
    answer(player);
    clock.after(pauseMs, () => {
      state.isPaused = false;
      if (state.again && players.get(player) === state) serve(player);
    });
  }

  bus.on(READY_EVENT, (player) => {
    const state = players.get(player);
    if (state?.isPaused) state.again = true;
    else serve(player);
  });

  return { forget: (player) => void players.delete(player) };
}
