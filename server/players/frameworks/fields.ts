// Fields of the frameworks' objects, as Lua and their databases write them.

import * as z from '../../zod.ts';

/** A grade: a number, or one as text. What is no grade counts as the lowest. */
export const grade = z.catch(z.coerce.number(), 0);

/** True or false, also as 1 and 0; null when the framework does not say. */
export const flag = z.mapped(
  z.catch(z.nullish(z.union([z.boolean(), z.mapped(z.literal([0, 1]), Boolean)])), null),
  (value) => value ?? null,
);

/** A text that may be missing. */
export const text = z.mapped(z.catch(z.nullish(z.string()), null), (value) => value?.trim() || null);
