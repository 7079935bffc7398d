// A real websocket, of which the code is loaded when the first one is opened: most servers never do, and it loads half of
// Node's network modules.

import type { LoadPart } from '../parts.ts';
import type { OpenSocket } from './hub-socket.ts';

/** Without the code a socket ends at once. */
export function createOpenSocket(loadPart: LoadPart): OpenSocket {
  return (url, maxMessageBytes, events) => {
    const part = loadPart('websocket');
    if (part.ok) return part.value.openWsSocket(url, maxMessageBytes, events);
    let isOver = false;
    queueMicrotask(() => isOver || events.onEnd(part.error));
    return {
      send: () => undefined,
      close() {
        isOver = true;
      },
    };
  };
}
