// The simulated CAD's public face.
export type { Cad } from './cad.ts';
export type { Desk } from './desk/desk.ts';
export type { Hub, SessionView } from './hub/clients.ts';
export { type CountedId, createIds, type Ids } from './ids.ts';
export { type CadOptions, cadDefaults, type WireOptions } from './options.ts';
export type { Delivered } from './push/delivery.ts';
export { type EventReply, postEvent } from './push/post-event.ts';
export type { FailureOptions } from './rest/failures.ts';
export type { EndpointName } from './rest/limits.ts';
export type { Plan } from './rest/ports.ts';
export type { CadRequest, RequestMatch } from './rest/request-log.ts';
export { startCad } from './start-cad.ts';
export type { CadClock } from './timers.ts';
export type * from './types.ts';
