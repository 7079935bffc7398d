// 911 calls from the game. One that the CAD cannot take now is kept here, where the units on duty see it, and handed in later.

import type { Change } from '../cad/changes.ts';
import { isKeptHere } from '../cad/picture.ts';
import type { Store } from '../cad/store.ts';
import type { EmergencyDraft } from '../rest/requests.ts';
import type { CadPort } from './cad-port.ts';
import { fromCad, isDecided } from './from-cad.ts';
import type { Outcome } from './outcome.ts';

export interface KeptCalls {
  /** Never rejects. `callId` is null for a call that only this server knows so far. */
  create(draft: EmergencyDraft): Promise<Outcome<{ key: string; callId: number | null }>>;
  /** Hands in what is still kept here. To be called when the CAD has just listed its calls. Never rejects. */
  handIn(): Promise<void>;
}

export function createKeptCalls(ports: {
  readonly cad: Pick<CadPort, 'createEmergencyCall'>;
  readonly store: Store;
  /** Tells everybody about changes of the store. */
  readonly publish: (changes: readonly Change[]) => void;
  /** An id that nobody has had before. */
  readonly newId: () => string;
}): KeptCalls {
  const { cad, store, publish, newId } = ports;
  const { incidents } = store;
  let nextId = -1;
  /** Keys of the calls that the CAD does not want. */
  const unwanted = new Set<string>();

  /** By its `uuid` the CAD's copy of a call is known again, also of a call whose answer never came. */
  const withId = (draft: EmergencyDraft) => ({ ...draft, metaData: { uuid: newId(), ...draft.metaData } });

  /** Asks the CAD to take a call, and puts what it made of it into the store. */
  async function send(draft: ReturnType<typeof withId>) {
    const answer = await cad.createEmergencyCall(draft);
    if (answer.ok) {
      const metaData = { ...draft.metaData, ...answer.value.metaData };
      publish(incidents.putEmergency({ ...answer.value, metaData }));
    }
    return answer;
  }

  const toldOf = (uuid: string) =>
    incidents.openCalls().find(({ metaData }) => metaData.uuid === uuid)?.emergencyId ?? null;

  /** Its number is negative, and nobody says it on the radio. */
  function keep(draft: ReturnType<typeof withId>): Outcome<{ key: string; callId: null }> {
    // Of those from before a restart, also the ones that are over are remembered for a while.
    while (incidents.knowsEmergency(nextId)) nextId -= 1;
    const callId = nextId--;
    publish(incidents.putEmergency({ ...draft, callId, updated: null }));
    return { ok: true, code: 'local', key: `911:${callId}`, callId: null };
  }

  return {
    async create(given) {
      const draft = withId(given);
      const answer = await send(draft);
      if (!answer.ok && isDecided(answer)) return fromCad(answer);
      // The answer got lost, and an event has told of the call already.
      const callId = answer.ok ? answer.value.callId : toldOf(draft.metaData.uuid);
      if (callId === null) return keep(draft);
      return { ok: true, key: `911:${callId}`, callId };
    },
    async handIn() {
      const kept = incidents
        .openCalls()
        .filter(
          (call) => isKeptHere(call.emergencyId) && call.dispatchId === null && !unwanted.has(call.key),
        );
      for (const { key, isEmergency, caller, address, description, metaData } of kept) {
        const answer = await send(withId({ isEmergency, caller, location: address, description, metaData }));
        // Whatever is in the way of one is in the way of the others: the next resync is soon enough.
        if (!answer.ok && !isDecided(answer)) return;
        if (!answer.ok) unwanted.add(key);
      }
    },
  };
}
