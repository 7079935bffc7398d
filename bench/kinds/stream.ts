// A shift as it comes: incidents from the 911 call to their end, with the units' chatter between.

import { type Payload, payloads } from '../payloads.ts';
import { accountOf, FIRST_FREE_CALL } from '../rig.ts';
import { type Kind, times } from './kind.ts';

/** The events of one incident: 18, of which 5 are about the call itself. */
export function incident(number: number): Payload[] {
  const [emergencyId, callId] = [FIRST_FREE_CALL + number * 2, FIRST_FREE_CALL + number * 2 + 1];
  const [first, second] = [1 + (number % 4), 5 + (number % 4)];
  const moves = (ident: number, count: number) =>
    times(count, (index) => payloads.update(ident, accountOf(ident), number + index));
  return [
    payloads.emergency(emergencyId),
    ...moves(first, 2),
    payloads.dispatch(callId, [], emergencyId),
    payloads.removeEmergencies([emergencyId]),
    payloads.attach(callId, [first]),
    payloads.status(first, 3),
    ...moves(first, 2),
    payloads.attach(callId, [second]),
    payloads.status(second, 3),
    ...moves(second, 1),
    payloads.status(first, 4),
    payloads.note(callId, `Note ${number}`),
    payloads.edit(callId, [first, second], 2),
    payloads.detach(callId, [second]),
    payloads.status(second, 2),
    payloads.close([callId]),
    payloads.status(first, 2),
  ];
}

/** Events of an incident. */
export const INCIDENT_EVENTS = incident(0).length;
const INCIDENTS = 6;

export const streamKind: Kind = {
  name: 'mixed stream',
  limit: 4,
  bodies: (round) => times(INCIDENTS, (index) => incident(round * INCIDENTS + index)).flat(),
};
