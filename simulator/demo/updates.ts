// Brings changes to the open pages: many changes close together become one message.

import type { ServerMessage } from './messages.ts';
import type { DemoState, LineView } from './views.ts';

export interface Updates {
  /** Something of the state may have changed. */
  touch(): void;
  /** A console line was printed. */
  line(line: LineView): void;
  stop(): void;
}

const TOGETHER_MS = 50;
/** What changes by itself, such as a blip that ends flashing, shows after this time at the latest. */
const RECHECK_MS = 500;

/** Tells `broadcast` what is new; a state that is the same as the last one is not sent again. */
export function createUpdates(
  describe: () => DemoState,
  broadcast: (message: ServerMessage) => void,
): Updates {
  let lines: LineView[] = [];
  let lastState = '';
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  function flush(): void {
    timer = null;
    if (lines.length > 0) broadcast({ type: 'lines', lines });
    lines = [];
    const state = describe();
    const text = JSON.stringify(state);
    if (text !== lastState) broadcast({ type: 'state', state });
    lastState = text;
  }

  function touch(): void {
    if (!isStopped) timer ??= setTimeout(flush, TOGETHER_MS);
  }

  const recheck = setInterval(touch, RECHECK_MS);
  return {
    touch,
    line(line) {
      lines.push(line);
      touch();
    },
    stop() {
      isStopped = true;
      clearInterval(recheck);
      if (timer) clearTimeout(timer);
    },
  };
}
