// The settings of places: where the postals come from, and what stands in for missing coordinates.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

/** The value of `postalResource` that looks for the postal resource instead of naming it. */
export const AUTO = 'auto';

/** The settings under `places`. */
export const placesConfig = once(() =>
  z.group({
    postalResource: z
      ._default(z.string().check(z.minLength(1), z.maxLength(100)), AUTO)
      .check(
        z.describe(
          'Resource whose postal_file says where postals are; "auto" takes the running one, nearest-postal first',
        ),
      ),
    useCallerPosition: z
      ._default(z.boolean(), true)
      .check(
        z.describe(
          'A call with neither coordinates nor a known postal is placed where its caller was at that moment',
        ),
      ),
    postalRadius: z
      ._default(z.number().check(z.minimum(10), z.maximum(2000)), 100)
      .check(
        z.describe('Radius in metres of the circle that marks a call of which only the postal is known'),
      ),
  }),
);

/** The settings of places, complete. */
export type PlacesConfig = z.infer<ReturnType<typeof placesConfig>>;
