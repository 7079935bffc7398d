// What happens to 911 calls: they come in and are taken off the board.
import { toIso } from '../time.ts';
import type { EmergencyCall } from '../types.ts';
import { type DeskPorts, MINUTE_MS, type OneOrMany, toList } from './ports.ts';

export interface EmergencyOptions extends Partial<Omit<EmergencyCall, 'updated'>> {
  /** Ids of a caller who used the CAD's own page. */
  readonly apiIds?: readonly string[];
  readonly communityUserId?: string;
  /** The CAD removes the call by itself then. */
  readonly deleteAfterMinutes?: number;
}

export interface EmergencyHands {
  callEmergency(call?: EmergencyOptions): EmergencyCall;
  removeEmergency(callIds: OneOrMany): void;
}

/** `expired` removes the calls nobody took; that is the CAD's own doing, whoever placed them. */
export function createEmergencyHands(
  { state, ids, now, timers, push }: DeskPorts,
  expired: (callId: number) => void,
): EmergencyHands {
  const { calls } = state;
  return {
    callEmergency({ apiIds, communityUserId, deleteAfterMinutes = 0, ...given } = {}) {
      const call = calls.addEmergency({
        callId: given.callId ?? ids.next('emergency'),
        isEmergency: given.isEmergency ?? true,
        caller: given.caller ?? '',
        location: given.location ?? '',
        description: given.description ?? '',
        metaData: given.metaData ?? {},
        updated: toIso(now()),
      });
      if (deleteAfterMinutes > 0) {
        timers.after(deleteAfterMinutes * MINUTE_MS, () => {
          if (calls.emergency(call.callId) === call) expired(call.callId);
        });
      }
      push('EVENT_911', {
        call,
        ...(apiIds ? { apiIds } : {}),
        ...(communityUserId === undefined ? {} : { communityUserId }),
      });
      return call;
    },
    removeEmergency(callIds) {
      const list = toList(callIds);
      const unknown = list.find((callId) => !calls.emergency(callId));
      if (unknown !== undefined) throw new Error(`The CAD has no 911 call ${unknown}.`);
      for (const callId of list) calls.removeEmergency(callId);
      push('EVENT_REMOVE_911', { callIds: list });
    },
  };
}
