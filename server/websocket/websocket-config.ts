// The setting of how events come.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

export const transportConfig = once(() =>
  z
    ._default(z.enum(['http', 'websocket', 'both']), 'http')
    .check(
      z.describe(
        'How events come: "http" to the game port, "websocket" over a connection that this server opens to the CAD (the port need not be reachable), "both" over the websocket, and to the port while it is away',
      ),
    ),
);

/** How events come. POSTs to the game port are answered in each case. */
export type Transport = z.infer<ReturnType<typeof transportConfig>>;
