// Settings of what units may do in the CAD from the game.

import { once } from '../../shared/once.ts';
import { UNIT_ACTIONS } from '../../shared/requests.ts';
import * as z from '../zod.ts';

export const actionsConfig = once(() =>
  z.group({
    allowed: z
      ._default(z.array(z.enum(UNIT_ACTIONS)), [...UNIT_ACTIONS])
      .check(
        z.describe('What units on duty may do in the CAD from the game; other resources are not bound by it'),
      ),
    requirePermission: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          'Each of them needs a permission as well: sonorancad.action.respond, sonorancad.action.note and so on',
        ),
      ),
    maxMetres: z
      ._default(z.number().check(z.minimum(0), z.maximum(20_000)), 0)
      .check(z.describe('What is about a call can be done from this near only; 0 for anywhere')),
  }),
);

export type ActionsConfig = z.output<ReturnType<typeof actionsConfig>>;
