// One console line per accepted event, as long as a reader could follow; a burst becomes a number.

import type { Clock, Console } from '../ports.ts';

export interface EventLog {
  /** `line` is built only when it will be shown; null says that there is nothing to tell. */
  log(line: () => string | null): void;
}

const LINES_PER_SECOND = 5;

/** `isEnabled` is read for every line, so that the setting can change. */
export function createEventLog(console: Console, clock: Clock, isEnabled: () => boolean): EventLog {
  let shown = 0;
  let held = 0;
  let isSecondOpen = false;

  function closeSecond(): void {
    isSecondOpen = false;
    if (held > 0) console.info(`... and ${held} more event${held === 1 ? '' : 's'} within a second.`);
    shown = 0;
    held = 0;
  }

  return {
    log(line) {
      if (!isEnabled()) return;
      if (!isSecondOpen) clock.after(1000, closeSecond);
      isSecondOpen = true;
      if (shown >= LINES_PER_SECOND) {
        held += 1;
        return;
      }
      const text = line();
      if (text === null) return;
      shown += 1;
      console.info(text);
    },
  };
}
