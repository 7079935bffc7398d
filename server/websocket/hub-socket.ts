// A websocket as the hub connection needs it.

/** What becomes of a socket. Nothing of it is told while it is being opened, and nothing after its end. */
export interface SocketEvents {
  onOpen(): void;
  onText(text: string): void;
  /** Something came that is no text. */
  onBinary(): void;
  /** It has ended, or never came to be: why, in a few words. */
  onEnd(reason: string): void;
}

export interface HubSocket {
  /** Does nothing unless it is open. */
  send(text: string): void;
  /** Ends it at once. Nothing of it is told afterwards. */
  close(): void;
}

/** Starts to connect to a `ws:` or `wss:` address. A message of more bytes ends the socket. */
export type OpenSocket = (url: string, maxMessageBytes: number, events: SocketEvents) => HubSocket;
