// The settings of the CAD's REST API.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

/** The settings under `rest`. */
export const restConfig = once(() =>
  z.group({
    enabled: z
      ._default(z.union([z.literal('auto'), z.boolean()]), 'auto')
      .check(
        z.describe(
          'Asks Sonoran CAD over its REST API: "auto" when server.cfg holds sonoran_apiKey and sonoran_serverId; true also warns when they are missing',
        ),
      ),
    timeoutSeconds: z
      ._default(z.number().check(z.minimum(1), z.maximum(60)), 10)
      .check(z.describe('How long Sonoran CAD may take to answer')),
    resyncMinutes: z
      ._default(z.number().check(z.minimum(0), z.maximum(24 * 60)), 5)
      .check(z.refine((minutes) => minutes === 0 || minutes >= 2, { error: 'expected 0, or 2 and more' }))
      .check(
        z.describe(
          'How often calls and units are compared with the CAD, which heals events that were lost; 0 for never. API limits allow no less than 2',
        ),
      ),
  }),
);

/** The settings of the REST API, complete. */
export type RestConfig = z.infer<ReturnType<typeof restConfig>>;
