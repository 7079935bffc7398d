// A unit's answer to a 911 call is two requests: the dispatch call is made, then the 911 call is taken away. When the second
// was never made, or did not get through, it is made up for here.

import type { Change } from '../cad/changes.ts';
import type { Store } from '../cad/store.ts';
import type { CadPort } from './cad-port.ts';

/** Looks at what the CAD has just listed. Never rejects. */
export type FinishAnswers = () => Promise<void>;

/** Each 911 call is tried once: a CAD that does not take it away now will not do so in five minutes either. */
export function createFinishAnswers(ports: {
  readonly cad: Pick<CadPort, 'deleteEmergencyCall'>;
  readonly store: Store;
  /** Tells everybody about changes of the store. */
  readonly publish: (changes: readonly Change[]) => void;
}): FinishAnswers {
  const { cad, store, publish } = ports;
  let tried: ReadonlySet<number> = new Set();

  return async () => {
    const before = tried;
    const answered = store.incidents.answeredEmergencies();
    tried = new Set(answered);
    for (const callId of answered) {
      if (before.has(callId)) continue;
      const removed = await cad.deleteEmergencyCall(callId);
      if (removed.ok) publish(store.incidents.removeEmergencies([callId]));
    }
  };
}
