// What is looked at while something is on the screen: where the player is, and whether the game covers it.

import type { Beating } from './heartbeat.ts';
import type { Page, Self } from './ports.ts';

export interface Surroundings extends Beating {
  /** The page knows nothing yet. */
  start(): void;
}

const LOOK_MS = 500;
/** Smaller changes (metres, degrees) make no difference on the screen. */
const MIN_MOVE = 2;
const MIN_TURN = 5;

export function createSurroundings(ports: {
  readonly self: Self;
  readonly page: Pick<Page, 'send'>;
  /** Whether anything is on the screen. */
  readonly isBusy: () => boolean;
  /** The pause menu was opened, or the player died. */
  readonly onInterrupted: () => void;
}): Surroundings {
  const { self, page, isBusy, onInterrupted } = ports;
  let told: { readonly x: number; readonly y: number; readonly heading: number } | null = null;
  let isHidden = false;

  function tellPlace(): void {
    const { x, y } = self.position();
    const heading = self.heading();
    const turn = told ? Math.abs(((heading - told.heading + 540) % 360) - 180) : 0;
    if (told && Math.hypot(x - told.x, y - told.y) < MIN_MOVE && turn < MIN_TURN) return;
    told = { x, y, heading };
    page.send({ type: 'here', x, y, heading });
  }

  return {
    start() {
      told = null;
      isHidden = false;
      if (isBusy()) tellPlace();
    },
    wants: () => (isBusy() || isHidden ? LOOK_MS : null),
    beat() {
      if (!isBusy() && !isHidden) return;
      const isPaused = self.isPaused();
      if (isPaused || self.isDead()) onInterrupted();
      if (isPaused !== isHidden) {
        isHidden = isPaused;
        page.send({ type: 'hide', isHidden });
      }
      if (!isPaused) tellPlace();
    },
  };
}
