// Moves players over the map in a straight line, as if they drove there.

import type { SimServer, Vector } from '../index.ts';
import { people } from './players.ts';

export interface Drives {
  start(player: number, to: Vector): void;
  /** Puts everybody back to where they came from. */
  reset(): void;
  stop(): void;
}

const DURATION_MS = 5000;
const STEP_MS = 100;

/** Nobody drives. `onMove` is told of each step. */
export function createDrives(server: SimServer, onMove: () => void): Drives {
  const timers = new Map<number, NodeJS.Timeout>();

  function end(player: number): void {
    clearInterval(timers.get(player));
    timers.delete(player);
  }

  function stop(): void {
    for (const player of [...timers.keys()]) end(player);
  }

  return {
    stop,
    start(player, to) {
      const ped = server.client(player)?.ped();
      if (!ped) return;
      end(player);
      const from = ped.coords;
      const startedAt = server.now();
      ped.heading = headingTo(from, to);
      const timer = setInterval(() => {
        const part = Math.min((server.now() - startedAt) / DURATION_MS, 1);
        const between = (a: number, b: number) => a + (b - a) * part;
        ped.coords = [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])];
        if (part === 1) end(player);
        onMove();
      }, STEP_MS);
      timers.set(player, timer);
    },
    reset() {
      stop();
      for (const { options } of people) {
        const ped = server.client(options.id)?.ped();
        if (!ped || !options.coords) continue;
        ped.coords = [...options.coords];
        ped.heading = options.heading ?? 0;
      }
    },
  };
}

/** Degrees, 0 is north, counter-clockwise as in the game. */
function headingTo([x, y]: Vector, [toX, toY]: Vector): number {
  return (Math.atan2(x - toX, toY - y) * 180) / Math.PI;
}
