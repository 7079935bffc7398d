// What is refused: the listener is open to the world, so this has to be cheap.

import { payloads } from '../payloads.ts';
import { EVENTS, type Kind, times } from './kind.ts';

const call = payloads.emergency(7);

export const refusalKinds: readonly Kind[] = [
  {
    name: 'bad key',
    status: 400,
    limit: 2,
    bodies: () => times(EVENTS, () => ({ ...call, key: 'OTHER' })),
  },
  {
    name: 'malformed',
    status: 400,
    limit: 2,
    bodies: () => times(EVENTS, () => JSON.stringify(call).slice(0, -2)),
  },
];
