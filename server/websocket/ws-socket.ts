// A real websocket.

import WebSocket from 'ws';
import { toReason } from '../net/trouble.ts';
import type { OpenSocket } from './hub-socket.ts';

/** Status codes of RFC 6455, 7.4.1: the second one is never sent, and stands for an end without a goodbye. */
const NORMAL_CLOSURE = 1000;
const BROKEN_OFF = 1006;

/**
 * Sockets are not `unref`ed: FXServer runs a resource's event loop with `UV_RUN_NOWAIT` (`NodeScriptRuntime::TickFast`),
 * which polls nothing at all while only unref'ed handles are left.
 */
export const openWsSocket: OpenSocket = (url, maxMessageBytes, { onOpen, onText, onBinary, onEnd }) => {
  // Without compression: a few small messages, and nothing that could unfold into a large one.
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: maxMessageBytes });
  let isOver = false;

  function end(reason: string): void {
    if (isOver) return;
    isOver = true;
    socket.terminate();
    onEnd(reason);
  }

  socket.on('open', () => isOver || onOpen());
  socket.on('message', (data, isBinary) => {
    if (isOver) return;
    if (isBinary) onBinary();
    else onText(data.toString());
  });
  socket.on('error', (error) => end(describe(error)));
  socket.on('close', (code) => end(code === BROKEN_OFF ? 'connection broken off' : 'it was closed'));

  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close() {
      isOver = true;
      // The goodbye leaves at once, and nobody waits for the other side's: this may be the resource's last tick.
      socket.close(NORMAL_CLOSURE);
      socket.terminate();
    },
  };
};

/** Errors of `ws` itself have a message but no code, or one of their own. */
function describe(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  const status = /^Unexpected server response: (\d{3})$/.exec(error.message)?.[1];
  if (status !== undefined) return `it answered ${status}`;
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 'a message was larger than allowed';
  if (code?.startsWith('WS_ERR_') || code === undefined) return 'what answers there is no websocket';
  return toReason(error);
}
