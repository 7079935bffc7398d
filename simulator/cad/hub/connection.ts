// One client of the hub: handshake, pings, invocations, and the end.
import type { Timers } from '../timers.ts';
import { createFrameReader, encodeFrame, type HubMessage, messageType } from './frames.ts';

/** A socket as a connection needs it. */
export interface HubSocket {
  send(text: string): void;
  /** Ends it in order. */
  close(): void;
  /** Cuts it. */
  terminate(): void;
}

/** What came of an invocation: a result, or why there is none. */
export type Outcome = { readonly result: unknown } | { readonly error: string };

export interface ConnectionPorts {
  readonly socket: HubSocket;
  readonly timers: Timers;
  readonly now: () => number;
  readonly invoke: (target: string, args: readonly unknown[]) => Outcome;
}

export interface HubConnection {
  /** Takes what came in. */
  receive(text: string): void;
  /** Calls a method of the client. */
  call(target: string, ...args: unknown[]): void;
  /** Sends a text as it stands. */
  sendText(text: string): void;
  /** Says goodbye and ends the socket; `allowReconnect` lets the client come back by itself. */
  close(goodbye?: { error?: string; allowReconnect?: boolean }): void;
  terminate(): void;
  /** From now on nothing is sent or answered, not even pings, and the socket stays open. */
  fallSilent(): void;
  /** The socket has ended. */
  ended(): void;
}

/** ASP.NET Core's defaults. */
const PING_MS = 15_000;
const CLIENT_TIMEOUT_MS = 30_000;
const HANDSHAKE_TIMEOUT_MS = 15_000;

export function createHubConnection({ socket, timers, now, invoke }: ConnectionPorts): HubConnection {
  const frames = createFrameReader();
  let isOpen = false;
  let hasEnded = false;
  let isSilent = false;
  let heardAt = now();
  let stopPings = () => {};
  const stopWaiting = timers.after(HANDSHAKE_TIMEOUT_MS, () => refuseHands('Handshake was canceled.'));

  function sendText(text: string): void {
    if (!isSilent) socket.send(text);
  }

  function close(goodbye: { error?: string; allowReconnect?: boolean } = {}): void {
    sendText(encodeFrame({ type: messageType.close, ...goodbye }));
    ended();
    socket.close();
  }

  function ended(): void {
    hasEnded = true;
    stopWaiting();
    stopPings();
  }

  function refuseHands(error: string): void {
    sendText(encodeFrame({ error }));
    ended();
    socket.close();
  }

  function shakeHands({ protocol, version }: HubMessage): void {
    stopWaiting();
    if (protocol !== 'json' || typeof version !== 'number') {
      refuseHands(`The protocol '${String(protocol)}' is not supported.`);
      return;
    }
    isOpen = true;
    sendText(encodeFrame({}));
    stopPings = timers.every(PING_MS, () => {
      if (now() - heardAt > CLIENT_TIMEOUT_MS) close({ error: 'Connection closed with an error.' });
      else sendText(encodeFrame({ type: messageType.ping }));
    });
  }

  function handle(message: HubMessage): void {
    switch (message.type) {
      case messageType.invocation: {
        const outcome = invoke(
          String(message.target),
          Array.isArray(message.arguments) ? message.arguments : [],
        );
        complete(message.invocationId, outcome);
        return;
      }
      case messageType.streamInvocation:
        complete(message.invocationId, { error: 'The hub has no streams.' });
        return;
      case messageType.close:
        ended();
        socket.close();
        return;
      default:
      // Pings only show that the client is there; of streams none was ever started.
    }
  }

  /** An invocation without an id wants no answer. */
  function complete(invocationId: unknown, outcome: Outcome): void {
    if (typeof invocationId !== 'string') return;
    sendText(encodeFrame({ type: messageType.completion, invocationId, ...outcome }));
  }

  return {
    receive(text) {
      heardAt = now();
      if (isSilent) return;
      for (const message of frames.read(text)) {
        if (hasEnded) return;
        if (message === null) close({ error: 'Connection closed with an error.' });
        else if (isOpen) handle(message);
        else shakeHands(message);
      }
    },
    call: (target, ...args) =>
      sendText(encodeFrame({ type: messageType.invocation, target, arguments: args })),
    sendText,
    close,
    terminate: () => socket.terminate(),
    fallSilent() {
      isSilent = true;
    },
    ended,
  };
}
