// Fields of the frameworks' objects, as Lua and their databases write them.

import * as z from 'zod';

/** A grade: a number, or one as text. What is no grade counts as the lowest. */
export const grade = z.coerce.number().catch(0);

/** True or false, also as 1 and 0; null when the framework does not say. */
export const flag = z
  .union([z.boolean(), z.literal([0, 1]).transform(Boolean)])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** A text that may be missing. */
export const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value?.trim() || null);
