// Events that wait for one target: bounded in number and bytes, the oldest make room.

import type { Body } from './forwarded-body.ts';

/** An event on its way to all targets. */
export interface ForwardedEvent {
  readonly body: Body;
  /** Size of `body`. */
  readonly bytes: number;
  /** Value of the trail header it is sent with. */
  readonly trail: string;
}

export interface EventQueue {
  /** Appends `event` and returns how many events were dropped for it (an event larger than the queue is one of them). */
  push(event: ForwardedEvent): number;
  /** Takes the oldest event out. */
  shift(): ForwardedEvent | null;
  size(): number;
  /** Takes all events out, oldest first. */
  takeAll(): readonly ForwardedEvent[];
}

/** Holds at most `maxEvents` events of together at most `maxBytes`. */
export function createEventQueue(maxEvents: number, maxBytes: number): EventQueue {
  let events: ForwardedEvent[] = [];
  let bytes = 0;

  function shift(): ForwardedEvent | null {
    const event = events.shift() ?? null;
    bytes -= event?.bytes ?? 0;
    return event;
  }

  return {
    push(event) {
      events.push(event);
      bytes += event.bytes;
      let dropped = 0;
      while (events.length > maxEvents || bytes > maxBytes) {
        shift();
        dropped += 1;
      }
      return dropped;
    },
    shift,
    size: () => events.length,
    takeAll() {
      const all = events;
      events = [];
      bytes = 0;
      return all;
    },
  };
}
