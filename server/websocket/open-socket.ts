// A real websocket, of which the code is run when the first one is opened: most servers never do, and it loads half of Node's
// network modules.

import { toReason } from '../net/trouble.ts';
import type { HubSocket, OpenSocket } from './hub-socket.ts';

/** See `openWsSocket`. */
export const openSocket: OpenSocket = (url, maxMessageBytes, events) => {
  let socket: HubSocket | null = null;
  let isOver = false;

  import('./ws-socket.ts').then(
    ({ openWsSocket }) => {
      if (!isOver) socket = openWsSocket(url, maxMessageBytes, events);
    },
    (error: unknown) => isOver || events.onEnd(toReason(error)),
  );

  return {
    send: (text) => socket?.send(text),
    close() {
      isOver = true;
      socket?.close();
    },
  };
};
