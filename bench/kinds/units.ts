// Units: who is on duty in the CAD, and what they do.

import { payloads } from '../payloads.ts';
import { accountOf, FIRST_FREE_CALL } from '../rig.ts';
import { EVENTS, type Kind, times } from './kind.ts';

const CALL = FIRST_FREE_CALL - 20;
const isOdd = (number: number) => number % 2 === 1;
/** A unit that is on no call: those of the crowd's calls have low numbers. */
const statuses = (ident: number) => times(EVENTS, (index) => payloads.status(ident, index % 5));

export const unitKinds: readonly Kind[] = [
  {
    name: 'status',
    limit: 4,
    prepare: ({ onDuty }) => [payloads.logout([onDuty]), payloads.login(900_000 + onDuty, accountOf(onDuty))],
    bodies: (_, { onDuty }) => statuses(900_000 + onDuty),
  },
  {
    name: 'status of a unit on a call',
    limit: 4,
    prepare: () => [payloads.dispatch(CALL, [1])],
    bodies: () => statuses(1),
  },
  {
    name: 'unit moved',
    limit: 4,
    bodies: (round) => times(EVENTS, (index) => payloads.update(2, accountOf(2), round + index)),
  },
  {
    name: 'login',
    limit: 4,
    bodies: () =>
      times(EVENTS, (index) =>
        isOdd(index) ? payloads.logout([800_001]) : payloads.login(800_001, accountOf(1)),
      ),
  },
];
