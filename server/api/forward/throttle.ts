// Console warnings that repeat: told at once, then once a minute with their number for as long as they go on.

import type { Cancel, Clock, Console } from '../../ports.ts';

export interface Throttle {
  /** `kind` is what is counted as the same; the last line of a minute is the one that is told. */
  warn(kind: string, line: string): void;
  /** Forgets what was held back. */
  stop(): void;
}

const WINDOW_MS = 60_000;

/** Holds one timer per kind that is being told. */
export function createThrottle(console: Console, clock: Clock): Throttle {
  const held = new Map<string, { line: string; repeats: number; cancel: Cancel }>();

  function closeWindow(kind: string): void {
    const entry = held.get(kind);
    held.delete(kind);
    if (!entry || entry.repeats === 0) return;
    console.warn(`${entry.line} (${entry.repeats} more in the last minute)`);
    openWindow(kind, entry.line);
  }

  function openWindow(kind: string, line: string): void {
    held.set(kind, { line, repeats: 0, cancel: clock.after(WINDOW_MS, () => closeWindow(kind)) });
  }

  return {
    warn(kind, line) {
      const entry = held.get(kind);
      if (entry) {
        entry.line = line;
        entry.repeats += 1;
        return;
      }
      console.warn(line);
      openWindow(kind, line);
    },
    stop() {
      for (const { cancel } of held.values()) cancel();
      held.clear();
    },
  };
}
