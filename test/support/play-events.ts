// The way of an event without a server around it: decoded and applied to a store, nothing else.

import { createStore, type Store } from '../../server/cad/store.ts';
import { createDecode } from '../../server/push/decode.ts';
import type { PushEvent } from '../../server/push/definition.ts';
import { parseBody, readEnvelope } from '../../server/push/envelope.ts';
import { pushDefinitions } from '../../server/push/registry.ts';
import { fixtureText } from './fixtures.ts';
import { createManualClock } from './manual-clock.ts';

/** The limits that the delivered settings make. */
export const storeLimits = {
  maxOpenCalls: 500,
  maxUnits: 1000,
  emergencyExpiresMs: 1_800_000,
  dispatchExpiresMs: 43_200_000,
  rememberClosedMs: 600_000,
  parkedMs: 300_000,
} as const;

const decode = createDecode(pushDefinitions);
const decoded = new Map<string, readonly PushEvent[]>();

/** The events of a fixture that has to be accepted. */
function eventsOf(fixture: string): readonly PushEvent[] {
  const known = decoded.get(fixture);
  if (known) return known;
  const body = parseBody(new TextEncoder().encode(fixtureText(fixture)).buffer as ArrayBuffer);
  const envelope = body.ok ? readEnvelope(body.value) : body;
  if (!envelope.ok) throw new Error(`${fixture}: ${envelope.error.expected}`);
  const push = decode(envelope.value);
  if (!push.ok) throw new Error(`${fixture}: ${JSON.stringify(push.error)}`);
  decoded.set(fixture, push.value.events);
  return push.value.events;
}

/** The store after these fixtures; time stands still. */
export function playFixtures(names: readonly string[]): Store {
  const store = createStore(createManualClock().now, () => storeLimits);
  for (const name of names) for (const event of eventsOf(name)) event.apply(store);
  return store;
}
