// Calls: 911 calls, dispatch calls and what happens to them.

import { payloads } from '../payloads.ts';
import { FIRST_FREE_CALL } from '../rig.ts';
import { EVENTS, type Kind, times } from './kind.ts';

const ids = (round: number) => times(EVENTS, (index) => FIRST_FREE_CALL + round * EVENTS + index);
/** A call that is open while a kind is measured. */
const CALL = FIRST_FREE_CALL - 1;
/** The calls of a round, each with two units. */
const open = (round: number) => ids(round).map((callId) => payloads.dispatch(callId, [1, 2]));
const isOdd = (number: number) => number % 2 === 1;

export const callKinds: readonly Kind[] = [
  {
    name: 'accepted 911',
    limit: 2.5,
    bodies: (round) => ids(round).map(payloads.emergency),
    undo: (round) => [payloads.removeEmergencies(ids(round))],
  },
  { name: 'repeated 911', limit: 4, bodies: () => times(EVENTS, () => payloads.emergency(7)) },
  {
    name: 'dispatch new, 4 units',
    limit: 4,
    bodies: (round) => ids(round).map((callId) => payloads.dispatch(callId, [1, 2, 3, 4])),
    undo: (round) => [payloads.close(ids(round))],
  },
  {
    name: 'dispatch edit',
    limit: 4,
    prepare: () => [payloads.dispatch(CALL, [1, 2])],
    bodies: () => times(EVENTS, (index) => payloads.edit(CALL, isOdd(index) ? [1, 2] : [1], index % 5)),
  },
  {
    name: 'attach and detach',
    limit: 4,
    prepare: () => [payloads.dispatch(CALL, [1])],
    bodies: () =>
      times(EVENTS, (index) =>
        isOdd(index) ? payloads.detach(CALL, [2, 3]) : payloads.attach(CALL, [2, 3]),
      ),
  },
  {
    name: 'note',
    limit: 4,
    prepare: () => open(0),
    bodies: (round) => ids(round).map((callId) => payloads.note(callId, `Note ${callId}`)),
    undo: (round) => [payloads.close(ids(round)), ...open(round + 1)],
  },
  {
    name: 'dispatch closed',
    limit: 4,
    prepare: () => open(0),
    bodies: (round) => ids(round).map((callId) => payloads.close([callId])),
    undo: (round) => open(round + 1),
  },
];
