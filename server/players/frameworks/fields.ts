// Fields of the frameworks' objects, as Lua and their databases write them. Like all schemas of frameworks they are made when
// the first player is asked for.

import { once } from '../../../shared/once.ts';
import * as z from '../../zod.ts';

/** A grade: a number, or one as text. What is no grade counts as the lowest. */
export const grade = once(() =>
  z.mapped(z.orElse(z.union([z.number(), z.string(), z.boolean()]), 0), (value) => {
    const level = Number(value);
    return Number.isFinite(level) ? level : 0;
  }),
);

/** True or false, also as 1 and 0; null when the framework does not say. */
export const flag = once(() => z.orElse(z.union([z.boolean(), z.mapped(z.literal([0, 1]), Boolean)]), null));

/** A text that may be missing. */
export const text = once(() => z.mapped(z.orElse(z.string(), null), (value) => value?.trim() || null));
