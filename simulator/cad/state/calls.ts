// The calls of one server: 911 calls, active dispatch calls and closed ones.
import { callStatus, type DispatchCall, type EmergencyCall } from '../types.ts';

export interface Calls {
  /** Oldest first. */
  emergencies(): EmergencyCall[];
  emergency(callId: number): EmergencyCall | undefined;
  addEmergency(call: EmergencyCall): EmergencyCall;
  /** Whether there was one. */
  removeEmergency(callId: number): boolean;

  /** Oldest first. */
  active(): DispatchCall[];
  dispatch(callId: number): DispatchCall | undefined;
  addDispatch(call: DispatchCall): DispatchCall;
  /** Changes an active call; throws when there is none. A status of closed closes it. */
  change(callId: number, changes: Partial<Omit<DispatchCall, 'callId'>>): DispatchCall;
  /** Last closed first. */
  closed(): DispatchCall[];

  clear(): void;
}

/** `now` is written into what is changed, as ISO 8601. */
export function createCalls(now: () => string): Calls {
  const emergencies = new Map<number, EmergencyCall>();
  const active = new Map<number, DispatchCall>();
  const closed: DispatchCall[] = [];

  return {
    emergencies: () => [...emergencies.values()],
    emergency: (callId) => emergencies.get(callId),
    addEmergency(call) {
      emergencies.set(call.callId, call);
      return call;
    },
    removeEmergency: (callId) => emergencies.delete(callId),

    active: () => [...active.values()],
    dispatch: (callId) => active.get(callId),
    addDispatch(call) {
      active.set(call.callId, call);
      return call;
    },
    change(callId, changes) {
      const call = active.get(callId);
      if (!call) throw new Error(`The CAD has no active dispatch call ${callId}.`);
      const changed = { ...call, ...changes, updated: now() };
      if (changed.status === callStatus.closed) {
        active.delete(callId);
        closed.unshift(changed);
      } else {
        active.set(callId, changed);
      }
      return changed;
    },
    closed: () => [...closed],

    clear() {
      emergencies.clear();
      active.clear();
      closed.length = 0;
    },
  };
}
