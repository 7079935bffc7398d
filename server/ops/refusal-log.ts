// Counts refused requests and says so on the console: once per address, reason and minute.

import { toConsoleText } from '../../shared/text.ts';
import type { Refusal, RefusalReason } from '../http/reply.ts';
import type { Clock, Console } from '../ports.ts';

export interface RefusalLog {
  refused(address: string, refusal: Refusal): void;
  /** Refused requests since the start, by reason. */
  counts(): Readonly<Partial<Record<RefusalReason, number>>>;
}

const WINDOW_MS = 60_000;
/** Lines remembered at a time; a flood from more addresses than this is one line. */
const MAX_LINES = 200;
/** Said once at the start instead of per request. */
const SILENT: ReadonlySet<RefusalReason> = new Set(['not-configured']);

/** Starts counting at zero. */
export function createRefusalLog(console: Console, clock: Clock): RefusalLog {
  const counts: Partial<Record<RefusalReason, number>> = {};
  const lines = new Map<string, { text: string; repeats: number }>();
  let isWindowOpen = false;

  /** The minute is over: what was held back is told as a number. */
  function closeWindow(): void {
    isWindowOpen = false;
    for (const { text, repeats } of lines.values()) {
      if (repeats > 0) console.warn(`${text} ${repeats} more like it in the last minute.`);
    }
    lines.clear();
  }

  return {
    counts: () => ({ ...counts }),
    refused(address, { reason, reply, detail }) {
      counts[reason] = (counts[reason] ?? 0) + 1;
      if (SILENT.has(reason)) return;
      if (!isWindowOpen) {
        isWindowOpen = true;
        clock.after(WINDOW_MS, closeWindow);
      }
      const isFull = lines.size >= MAX_LINES;
      const who = isFull ? 'other addresses' : address;
      const key = `${who} ${reason}`;
      const line = lines.get(key);
      if (line) {
        line.repeats += 1;
        return;
      }
      const text = `Refused a request from ${toConsoleText(who)} with ${reply.status}: ${toConsoleText(detail)}.`;
      lines.set(key, { text, repeats: 0 });
      console.warn(text);
    },
  };
}
