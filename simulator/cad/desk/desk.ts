// A dispatcher's hands: every function changes what the CAD knows and pushes what the real CAD pushes.
import { callStatus } from '../types.ts';
import { type AlertHands, createAlertHands } from './alerts.ts';
import { createDispatchHands, type DispatchHands } from './dispatches.ts';
import { createEmergencyHands, type EmergencyHands } from './emergencies.ts';
import type { DeskPorts, Push } from './ports.ts';
import { createUnitHands, type UnitHands } from './units.ts';

export interface Desk extends UnitHands, EmergencyHands, DispatchHands, AlertHands {
  /** Pushes anything. */
  push: Push;
}

/** `pushExpiry` tells what the CAD removes by itself; it is `ports.push` unless given. */
export function createDesk(ports: DeskPorts, pushExpiry: Push = ports.push): Desk {
  const { push, state } = ports;

  function removeExpired(callId: number): void {
    state.calls.removeEmergency(callId);
    pushExpiry('EVENT_REMOVE_911', { callIds: [callId] });
  }

  function closeExpired(callId: number): void {
    state.calls.change(callId, { status: callStatus.closed });
    pushExpiry('EVENT_DISPATCH_CLOSED', { eventOriginIdent: -1, callIds: [callId] });
  }

  const emergencies = createEmergencyHands(ports, removeExpired);
  return {
    ...createUnitHands(ports),
    ...emergencies,
    ...createDispatchHands(ports, emergencies.removeEmergency, closeExpired),
    ...createAlertHands(push),
    push,
  };
}
