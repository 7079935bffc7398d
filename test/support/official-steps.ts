// What the CAD sends in the tests of the official events, and what they raise, in short.

import { createOfficialRig, type OfficialRig, type Raised } from './official-rig.ts';

/** A unit as the CAD writes it. */
export const unit = (id: number, more: object = {}) => ({
  id,
  status: 2,
  data: { unitNum: `U-${id}`, apiIds: [`id${id}`] },
  ...more,
});
/** A dispatch call as the CAD writes it. */
export const dispatch = (callId: number, more: object = {}) => ({
  callId,
  status: 0,
  title: 'Burglary',
  address: 'Sinner St',
  notes: '',
  idents: [],
  metaData: {},
  ...more,
});
/** Data of EVENT_911. */
export const emergency = (callId: number, more: object = {}) => ({
  call: {
    callId,
    isEmergency: true,
    caller: 'Nora',
    location: 'Alta St',
    description: 'A van',
    metaData: { x: '1', y: '2' },
  },
  ...more,
});

/** Ids instead of whole units and calls. */
function short(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { id, callId, dispatch_type: type, dispatch: call } = value as Record<string, unknown>;
  if (typeof type === 'string') return `${type} ${(call as { callId: number }).callId}`;
  if (call) return `edit of ${(call as { callId: number }).callId}`;
  return id !== undefined ? `unit ${id}` : callId !== undefined ? `call ${callId}` : value;
}
export const inShort = (raised: readonly Raised[]) =>
  raised.map(([name, ...args]) => [name, ...args.map(short)]);

/** What is raised by the last of the steps. */
export function raisedBy(...steps: ((rig: OfficialRig) => void)[]): unknown[][] {
  const rig = createOfficialRig();
  for (const step of steps.slice(0, -1)) step(rig);
  rig.take();
  steps.at(-1)?.(rig);
  return inShort(rig.take());
}
export const push = (type: string, data: unknown) => (rig: OfficialRig) => rig.push(type, data);

export const login12 = push('EVENT_UNIT_LOGIN', { unit: unit(12) });
export const login40 = push('EVENT_UNIT_LOGIN', { unit: unit(40) });
export const open501 = push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501) });
export const open502 = push('EVENT_DISPATCH_NEW', { dispatch: dispatch(502) });
export const call302 = push('EVENT_911', emergency(302));
