// A unit goes to a call: it is attached, or a dispatch call is made from the 911 call. Two who answer the same call at the
// same moment end on one call.

import type { Call } from '../../shared/call.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Change } from '../cad/changes.ts';
import type { DispatchPatch } from '../cad/incident.ts';
import { isKeptHere, isOfCad } from '../cad/picture.ts';
import type { Store } from '../cad/store.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { DispatchDraft } from '../rest/requests.ts';
import type { CadPort } from './cad-port.ts';
import { fromCad, isInDoubt, type Refusal } from './from-cad.ts';
import { type Failed, failed, type Outcome } from './outcome.ts';

/** Sends a unit to a call. */
export type Respond = (unit: CadUnit, call: Call) => Promise<Outcome>;

/** Words of the CAD's own: origin "caller", status "active", and the usual priority. */
const ORIGIN_CALLER = 0;
const STATUS_ACTIVE = 1;
const USUAL_PRIORITY = 2;

export function createRespond(ports: {
  readonly cad: CadPort;
  readonly store: Store;
  /** Tells everybody about changes of the store. */
  readonly publish: (changes: readonly Change[]) => void;
  /** Compares calls with the CAD soon. */
  readonly lookAgain: () => void;
}): Respond {
  const { cad, store, publish, lookAgain } = ports;
  const { incidents } = store;
  /** Dispatch calls that are being made, by the key of the 911 call. */
  const underWay = new Map<string, Promise<Outcome<{ callId: number }>>>();

  /** A call may be gone, or have been made: whoever tries again must see that, or would make a second one. */
  function failedAbout(answer: Refusal): Failed {
    if (isInDoubt(answer)) lookAgain();
    return fromCad(answer);
  }

  async function attach(unit: CadUnit, callId: number): Promise<Outcome> {
    const answer = await cad.attachUnits(callId, { idents: [unit.ident] });
    if (!answer.ok) return failedAbout(answer);
    publish(incidents.attach(callId, [unit.ident]));
    return { ok: true };
  }

  async function makeDispatch(unit: CadUnit, call: Call): Promise<Outcome<{ callId: number }>> {
    const answer = await cad.createDispatchCall(toDraft(unit, call));
    if (!answer.ok) return failedAbout(answer);
    const patch = withLink(answer.value, call);
    publish(incidents.putDispatch(patch, 'new'));
    const { emergencyId } = call;
    if (emergencyId !== null) {
      // Whether or not the CAD takes it away: here it is one with the dispatch call.
      const isGone = isKeptHere(emergencyId) || (await cad.deleteEmergencyCall(emergencyId)).ok;
      if (isGone) publish(incidents.removeEmergencies([emergencyId]));
    }
    return { ok: true, callId: patch.callId };
  }

  /** The dispatch call of a 911 call, made once however many ask. */
  function dispatchFor(unit: CadUnit, call: Call): Promise<Outcome<{ callId: number }>> {
    const making = underWay.get(call.key);
    if (making) return making;
    const made = makeDispatch(unit, call).finally(() => underWay.delete(call.key));
    underWay.set(call.key, made);
    return made;
  }

  return async (unit, call) => {
    if (call.idents.includes(unit.ident)) return { ok: true };
    if (call.dispatchId !== null) return attach(unit, call.dispatchId);
    const made = await dispatchFor(unit, call);
    if (!made.ok) return made;
    const now = incidents.findCall(`dispatch:${made.callId}`);
    // Whoever came second, or whose account the CAD did not find, is attached now.
    if (now?.idents.includes(unit.ident)) return { ok: true };
    return now ? attach(unit, made.callId) : failed('no-call');
  };
}

/** The call as the 911 call tells it, with a link back and everything that was sent with it. */
function toDraft(unit: CadUnit, call: Call): DispatchDraft {
  const priority = Number(call.priority);
  const { emergencyId, metaData } = call;
  return {
    origin: ORIGIN_CALLER,
    status: STATUS_ACTIVE,
    priority: Number.isInteger(priority) && priority >= 1 && priority <= 3 ? priority : USUAL_PRIORITY,
    title: call.title || `${unitLabel(unit)} responding`,
    block: call.block,
    address: call.address,
    postal: call.postal,
    code: call.code,
    description: call.description,
    metaData: { ...metaData, ...(isOfCad(emergencyId) && { createdFromId: String(emergencyId) }) },
    ...(unit.accountId === null
      ? { communityUserIds: unit.identities.slice(0, 1) }
      : { accounts: [unit.accountId] }),
  };
}

/** The answer belongs to the 911 call, also when the CAD leaves out the facts that say so. */
function withLink(patch: DispatchPatch, { emergencyId }: Call): DispatchPatch {
  if (emergencyId === null) return patch;
  return { ...patch, metaData: { ...patch.metaData, createdFromId: String(emergencyId) } };
}
