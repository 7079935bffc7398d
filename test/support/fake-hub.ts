// A hub on the other end of fake sockets: a test says what comes over them, and sees what was sent.

import { createFrameReader, encodeFrame, type HubMessage } from '../../server/websocket/hub-frames.ts';
import type { OpenSocket, SocketEvents } from '../../server/websocket/hub-socket.ts';

export interface FakeSocket extends SocketEvents {
  readonly url: string;
  readonly maxMessageBytes: number;
  /** Messages that were sent to the hub. */
  readonly sent: HubMessage[];
  isClosed: boolean;
  /** Sends messages of the hub, in one text. */
  say(...messages: HubMessage[]): void;
  /** The connection is made and hands are shaken. */
  welcome(): void;
  /** Answers the last call that was sent. */
  answer(outcome: { result: unknown } | { error: string }): void;
  /** Shakes hands and authenticates. */
  accept(): void;
}

export interface FakeHub {
  readonly open: OpenSocket;
  /** All sockets so far, oldest first. */
  readonly sockets: FakeSocket[];
  /** The newest socket. */
  socket(): FakeSocket;
}

export function createFakeHub(): FakeHub {
  const sockets: FakeSocket[] = [];

  const open: OpenSocket = (url, maxMessageBytes, events) => {
    const frames = createFrameReader();
    const socket: FakeSocket = {
      ...events,
      url,
      maxMessageBytes,
      sent: [],
      isClosed: false,
      say: (...messages) => events.onText(messages.map(encodeFrame).join('')),
      welcome() {
        events.onOpen();
        socket.say({});
      },
      answer(outcome) {
        const { invocationId } = socket.sent.findLast(({ type }) => type === 1) ?? {};
        socket.say({ type: 3, invocationId, ...outcome });
      },
      accept() {
        socket.welcome();
        socket.answer({ result: { success: true, error: '', count: 0 } });
      },
    };
    sockets.push(socket);
    return {
      send(text) {
        for (const message of frames.read(text)) socket.sent.push(message ?? { garbage: text });
      },
      close() {
        socket.isClosed = true;
      },
    };
  };

  return {
    open,
    sockets,
    socket() {
      const last = sockets.at(-1);
      if (!last) throw new Error('No socket was opened.');
      return last;
    },
  };
}
