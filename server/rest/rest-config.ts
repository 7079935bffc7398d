// The settings of the CAD's REST API.

import * as z from 'zod';

/** The settings under `rest`. */
export const restConfig = z
  .strictObject({
    enabled: z
      .union([z.literal('auto'), z.boolean()])
      .default('auto')
      .describe(
        'Asks Sonoran CAD over its REST API: "auto" when server.cfg holds sonoran_apiKey and sonoran_serverId; true also warns when they are missing',
      ),
    timeoutSeconds: z.number().min(1).max(60).default(10).describe('How long Sonoran CAD may take to answer'),
    resyncMinutes: z
      .number()
      .min(0)
      .max(24 * 60)
      .default(5)
      .refine((minutes) => minutes === 0 || minutes >= 2, { error: 'expected 0, or 2 and more' })
      .describe(
        'How often calls and units are compared with the CAD, which heals events that were lost; 0 for never. API limits allow no less than 2',
      ),
  })
  .prefault({});

/** The settings of the REST API, complete. */
export type RestConfig = z.infer<typeof restConfig>;
