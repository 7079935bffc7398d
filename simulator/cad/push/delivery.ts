// Brings events to the game server, in order: over its websocket when it has one, else by HTTP.
import { createLog } from '../../host/log.ts';
import type { PushEnvelope } from '../types.ts';
import { type EventReply, postEvent } from './post-event.ts';

/** An event that was delivered, or had nowhere to go. */
export interface Delivered {
  readonly envelope: PushEnvelope;
  readonly via: 'websocket' | 'http' | 'nowhere';
  /** The game server's answer to an HTTP post. */
  readonly reply: EventReply | null;
}

export interface DeliveryPorts {
  /** Sends over the websockets of the game server; false when there is none. */
  readonly toWebsocket: (envelope: PushEnvelope) => boolean;
  /** Where to post events to; null when the CAD does not know a game server. */
  readonly eventUrl: () => string | null;
}

export interface Delivery {
  send(envelope: PushEnvelope): void;
  /** What was delivered, in the order in which it was done. */
  readonly delivered: readonly Delivered[];
  onDelivered(listener: (delivered: Delivered) => void): () => void;
  /** Resolves once everything handed over so far is delivered. */
  idle(): Promise<void>;
  /** Gives up what is under way. */
  close(): void;
}

const MAX_DELIVERED = 10_000;

export function createDelivery({ toWebsocket, eventUrl }: DeliveryPorts): Delivery {
  const log = createLog<Delivered>(MAX_DELIVERED);
  const closing = new AbortController();
  let last: Promise<void> = Promise.resolve();

  async function post(url: string, envelope: PushEnvelope): Promise<void> {
    if (closing.signal.aborted) return;
    const reply = await postEvent(url, JSON.stringify(envelope), closing.signal);
    log.add({ envelope, via: 'http', reply });
  }

  return {
    send(envelope) {
      if (toWebsocket(envelope)) {
        log.add({ envelope, via: 'websocket', reply: null });
        return;
      }
      const url = eventUrl();
      if (url === null) log.add({ envelope, via: 'nowhere', reply: null });
      else last = last.then(() => post(url, envelope));
    },
    delivered: log.items,
    onDelivered: log.listen,
    idle: () => last,
    close: () => closing.abort(),
  };
}
