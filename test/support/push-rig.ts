// One event at a time, decoded and applied to a store: what is read of it, and what it changes.

import { createStore } from '../../server/cad/store.ts';
import { createDecode } from '../../server/push/decode.ts';
import { pushDefinitions } from '../../server/push/registry.ts';
import { createManualClock } from './manual-clock.ts';
import { storeLimits } from './play-events.ts';

const decode = createDecode(pushDefinitions);

/** The clean data of the only event, or what is wrong with it. `beside` stands in the envelope, beside the data. */
export function readPush(type: string, data: unknown, beside: object = {}): unknown {
  const push = decode({ type, data, body: { ...beside, type, data } });
  return push.ok ? push.value.events[0]?.data : push.error;
}

/** A store, and `play`, which applies an event and tells the types of the changes. Refused events are an error. */
export function createPushRig() {
  const store = createStore(createManualClock().now, () => storeLimits);
  function play(type: string, data: unknown, beside: object = {}): string[] {
    const push = decode({ type, data, body: { ...beside, type, data } });
    if (!push.ok) throw new Error(`${type}: ${JSON.stringify(push.error)}`);
    return push.value.events.flatMap((event) => event.apply(store)).map((change) => change.type);
  }
  return { store, play };
}
