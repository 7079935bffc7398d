// What other resources on this server are told of an event, in one place: local events, subscribed functions, and the
// official resource's events.

import type { Change } from '../cad/changes.ts';
import type { AppliedPush } from '../intake.ts';
import type { Envelope } from '../push/envelope.ts';
import type { LocalEvents } from './events.ts';
import type { OfficialEvents } from './official/official-events.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface OtherSoftware {
  /** Events were accepted and made changes. */
  raise(push: AppliedPush, envelope: Envelope): void;
  /** Something changed without an event. */
  raiseChanges(changes: readonly Change[]): void;
  /** An event came of which nothing is known here but its type; it is accepted when somebody follows that. */
  raiseUnknown(envelope: Envelope, isAccepted: boolean): void;
}

/** Longer lists are passed on in one piece: nobody knows that their elements are events. */
const MAX_EVENTS = 100;

/** Everything is told in the order in which it happened: the event itself, then what it changed. */
export function createOtherSoftware(ports: {
  readonly events: LocalEvents;
  readonly subscriptions: Subscriptions;
  readonly official: OfficialEvents;
}): OtherSoftware {
  const { events, subscriptions, official } = ports;

  function raisePush(type: string, data: unknown, raw: unknown, { body }: Envelope): void {
    events.push(type, data);
    subscriptions.call(type, data, () => withoutKey(body, type, raw));
  }

  return {
    raise({ type, events: pushed }, envelope) {
      for (const { data, raw } of pushed) raisePush(type, data, raw, envelope);
      for (const { changes } of pushed) events.changes(changes);
      for (const event of pushed) official.push(type, event, envelope.type);
    },
    raiseChanges(changes) {
      events.changes(changes);
      official.changes(changes);
    },
    raiseUnknown(envelope, isAccepted) {
      const { type, data } = envelope;
      const isList = Array.isArray(data) && data.length > 0 && data.length <= MAX_EVENTS;
      for (const element of isList ? data : [data ?? null]) {
        if (isAccepted) raisePush(type, element, element, envelope);
        official.unknown(type, element);
      }
    },
  };
}

/** The envelope as the official resource hands it over, for one event, and without the API key. */
function withoutKey(body: Readonly<Record<string, unknown>>, type: string, raw: unknown): object {
  const { key: _, ...rest } = body;
  return { ...rest, type, data: raw };
}
