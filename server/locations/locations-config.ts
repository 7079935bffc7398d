// The settings of the units' places on the CAD's live map.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

export const locationsConfig = once(() =>
  z.group({
    isEnabled: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          'Tells Sonoran CAD where units on duty are, over the websocket when there is one, else over the REST API',
        ),
      ),
    seconds: z
      ._default(z.number().check(z.minimum(1), z.maximum(300)), 7)
      .check(z.describe('Pause between two rounds. Over the REST API the limits allow no less than 7')),
    metres: z
      ._default(z.number().check(z.minimum(0), z.maximum(1000)), 10)
      .check(
        z.describe(
          'A unit that has not moved further than this, and is in the same street, is not told again',
        ),
      ),
  }),
);

export type LocationsConfig = z.output<ReturnType<typeof locationsConfig>>;
