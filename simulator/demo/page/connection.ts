// The websocket to the demo's server. When it was lost and the server is back, the page starts anew.

import type { Action, ServerMessage } from '../messages.ts';

export interface Connection {
  /** Sends an action; without a connection it is dropped. */
  send(action: Action): void;
}

const RETRY_MS = 1000;

/** Connects to where the page came from, again and again until it works. Another server may run another page. */
export function connect(options: {
  readonly onMessage: (message: ServerMessage) => void;
  readonly onLost: () => void;
}): Connection {
  let socket: WebSocket;
  let wasLost = false;

  function open(): void {
    const address = new URL('/live', location.href);
    address.protocol = 'ws:';
    socket = new WebSocket(address);
    socket.addEventListener('message', ({ data }) => options.onMessage(JSON.parse(data)));
    socket.addEventListener('open', () => wasLost && location.reload());
    socket.addEventListener('close', () => {
      wasLost = true;
      options.onLost();
      setTimeout(open, RETRY_MS);
    });
  }

  open();
  return {
    send(action) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(action));
    },
  };
}
