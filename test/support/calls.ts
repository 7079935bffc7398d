// Calls for tests that do not care about every field.

import type { Call, CallView } from '../../shared/call.ts';

/** A 911 call with a position; `overrides` replace fields. */
export function makeCall(overrides: Partial<Call> = {}): Call {
  return {
    key: '911:302',
    emergencyId: 302,
    dispatchId: null,
    stage: '911',
    isEmergency: true,
    title: '',
    code: '',
    description: 'Two men breaking into a parked van',
    caller: 'Nora Fields',
    address: 'Sinner St / Atlee St',
    postal: '8112',
    block: '',
    priority: null,
    origin: null,
    status: null,
    primary: null,
    trackPrimary: false,
    idents: [],
    notes: [],
    position: { x: 425.13, y: -979.55, z: 30.71, accuracy: 'exact' },
    metaData: { callerPlayerId: '7' },
    openedAt: 1_000,
    updatedAt: 1_000,
    ...overrides,
  };
}

/** The same as a client knows it. */
export function makeCallView(overrides: Partial<CallView> = {}): CallView {
  const { metaData: _, ...call } = makeCall();
  return { ...call, units: [], ...overrides };
}
