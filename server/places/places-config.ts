// The settings of places: where the postals come from, and what stands in for missing coordinates.

import * as z from 'zod';

/** The value of `postalResource` that looks for the postal resource instead of naming it. */
export const AUTO = 'auto';

/** The settings under `places`. */
export const placesConfig = z
  .strictObject({
    postalResource: z
      .string()
      .min(1)
      .max(100)
      .default(AUTO)
      .describe(
        'Resource whose postal_file says where postals are; "auto" takes the running one, nearest-postal first',
      ),
    useCallerPosition: z
      .boolean()
      .default(true)
      .describe(
        'A call with neither coordinates nor a known postal is placed where its caller was at that moment',
      ),
    postalRadius: z
      .number()
      .min(10)
      .max(2000)
      .default(100)
      .describe('Radius in metres of the circle that marks a call of which only the postal is known'),
  })
  .prefault({});

/** The settings of places, complete. */
export type PlacesConfig = z.infer<typeof placesConfig>;
