// Settings of what units may do in the CAD from the game.

import * as z from 'zod';
import { UNIT_ACTIONS } from '../../shared/requests.ts';

export const actionsConfig = z
  .strictObject({
    allowed: z
      .array(z.enum(UNIT_ACTIONS))
      .default([...UNIT_ACTIONS])
      .describe('What units on duty may do in the CAD from the game; other resources are not bound by it'),
    requirePermission: z
      .boolean()
      .default(false)
      .describe(
        'Each of them needs a permission as well: sonorancad.action.respond, sonorancad.action.note and so on',
      ),
    maxMetres: z
      .number()
      .min(0)
      .max(20_000)
      .default(0)
      .describe('What is about a call can be done from this near only; 0 for anywhere'),
  })
  .prefault({});

export type ActionsConfig = z.output<typeof actionsConfig>;
