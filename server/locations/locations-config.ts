// The settings of the units' places on the CAD's live map.

import * as z from 'zod';

export const locationsConfig = z
  .strictObject({
    isEnabled: z
      .boolean()
      .default(false)
      .describe(
        'Tells Sonoran CAD where units on duty are, over the websocket when there is one, else over the REST API',
      ),
    seconds: z
      .number()
      .min(1)
      .max(300)
      .default(7)
      .describe('Pause between two rounds. Over the REST API the limits allow no less than 7'),
    metres: z
      .number()
      .min(0)
      .max(1000)
      .default(10)
      .describe('A unit that has not moved further than this, and is in the same street, is not told again'),
  })
  .prefault({});

export type LocationsConfig = z.output<typeof locationsConfig>;
