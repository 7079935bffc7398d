// Settings of the blips on players' maps.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

const sprite = once(() =>
  z
    .int()
    .check(z.minimum(1), z.maximum(1000))
    .check(z.describe('Icon, see docs.fivem.net/docs/game-references/blips')),
);
const colour = once(() =>
  z.int().check(z.minimum(0), z.maximum(85)).check(z.describe('Colour, see the same page')),
);
const scale = once(() =>
  z.number().check(z.minimum(0.1), z.maximum(5)).check(z.describe('Size; 1 is normal')),
);

const blip = (defaults: { sprite: number; colour: number; scale?: number }) =>
  z.group({
    sprite: z._default(sprite(), defaults.sprite),
    colour: z._default(colour(), defaults.colour),
    scale: z._default(scale(), defaults.scale ?? 1),
  });

/** What is different about some blips; the rest stays. */
const touch = once(() =>
  z.strictObject({
    sprite: z.optional(sprite()),
    colour: z.optional(colour()),
    scale: z.optional(scale()),
  }),
);

export const blipsConfig = once(() =>
  z.group({
    emergency: blip({ sprite: 161, colour: 1 }).check(z.describe('Map blip of a 911 call')),
    civil: blip({ sprite: 161, colour: 3 }).check(z.describe('Map blip of a civil (non-emergency) call')),
    dispatch: blip({ sprite: 161, colour: 5 }).check(z.describe('Map blip of a dispatch call')),
    panic: blip({ sprite: 161, colour: 1, scale: 1.3 }).check(z.describe('Map blip of a unit in panic')),
    pages: z
      ._default(z.record(z.string(), touch()), {})
      .check(
        z.describe(
          'What is different where units of a page are attached, by its number: 0 police, 1 fire, 2 EMS; such as { "1": { "colour": 17 } }',
        ),
      ),
    priorities: z
      ._default(z.record(z.string(), touch()), { '1': { scale: 1.2 } })
      .check(z.describe('What is different by priority, as the CAD names it')),
    mine: z
      ._default(touch(), { colour: 2 })
      .check(z.describe("What is different about calls that the player's unit is attached to")),
    shortRange: z._default(z.boolean(), true).check(z.describe('Shown on the minimap only when near')),
    category: z
      ._default(z.int().check(z.minimum(1), z.maximum(133)), 2)
      .check(
        z.describe(
          'Group in the legend of the map: 1 without distance, 2 with it, 12 to 133 groups of their own',
        ),
      ),
    flashSeconds: z
      ._default(z.number().check(z.minimum(0), z.maximum(600)), 15)
      .check(z.describe('How long the blip of a new call flashes')),
    fadeMinutes: z
      ._default(z.number().check(z.minimum(0), z.maximum(24 * 60)), 0)
      .check(z.describe('Blips grow fainter with the age of their call, over this long; 0: they do not')),
    max: z
      ._default(z.int().check(z.minimum(1), z.maximum(500)), 60)
      .check(
        z.describe(
          'Calls with a blip on a map at a time: the newest ones, and always the own ones and the one with the route',
        ),
      ),
  }),
);
