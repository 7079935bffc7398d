// Forwards authenticated push events to other web servers: every target has its own queue and its own troubles.

import type { Clock, Console } from '../../ports.ts';
import type { ForwardedEvent } from './event-queue.ts';
import type { Body } from './forwarded-body.ts';
import type { Post } from './post.ts';
import { createSender, type ForwardLimits, type TargetStatus } from './sender.ts';
import { createSenderNotices } from './sender-notices.ts';
import type { ForwardTarget } from './targets.ts';
import { createThrottle } from './throttle.ts';
import { extendTrail } from './trail.ts';

/** What has to be known of an event besides its body. */
export interface ForwardedAs {
  /** Event type in upper case. */
  readonly type: string;
  /** The `TRAIL_HEADER` of the request that brought it, if it had one. */
  readonly trail?: string | undefined;
}

export interface ForwardStatus {
  readonly targets: readonly TargetStatus[];
  /** Events that came back to us and were not forwarded again. */
  readonly looped: number;
}

export interface Forwarder {
  /**
   * Takes an authenticated event along; cheap, and sends nothing yet. `body` is the request's body as it came and must
   * not change afterwards. Events of types nobody here knows are forwarded too.
   */
  forward(body: Body, as: ForwardedAs): void;
  status(): ForwardStatus;
  /** Ends all sending and gives what is not known to have arrived. Synchronous. */
  stop(): Unsent;
}

/** Events that have not arrived, oldest first, by the address of their target, which may hold secrets. */
export type Unsent = ReadonlyMap<string, readonly ForwardedEvent[]>;

export interface ForwarderPorts {
  readonly targets: readonly ForwardTarget[];
  /** What another forwarder has left for these targets; what is for others is dropped. Nothing unless given. */
  readonly unsent?: Unsent;
  readonly limits: ForwardLimits;
  readonly post: Post;
  readonly clock: Clock;
  readonly console: Console;
  /** Names this server in trails; unique among servers that forward to each other. */
  readonly id: string;
}

/** Begins with what was left; without targets it does nothing. */
export function createForwarder(ports: ForwarderPorts): Forwarder {
  const { targets, unsent, limits, post, clock, console, id } = ports;
  const throttle = createThrottle(console, clock);
  const senders = targets.map((target) => ({
    types: target.types,
    address: target.url.href,
    ...createSender({ target, limits, post, clock, notices: createSenderNotices(target, console, throttle) }),
  }));
  let looped = 0;
  for (const { address, offer } of senders) for (const event of unsent?.get(address) ?? []) offer(event);

  return {
    forward(body, { type, trail: received }) {
      if (senders.length === 0) return;
      const trail = extendTrail(received, id);
      if (trail === null) {
        looped += 1;
        throttle.warn('loop', 'Forwarding: an event came back to this server and was not forwarded again.');
        return;
      }
      const event = { body, bytes: Buffer.byteLength(body), trail };
      for (const { types, offer } of senders) {
        if (types?.has(type) ?? true) offer(event);
      }
    },
    status: () => ({ targets: senders.map(({ status }) => status()), looped }),
    stop() {
      throttle.stop();
      return new Map(senders.map(({ address, stop }) => [address, stop()]));
    },
  };
}
