// Settings of the blips on players' maps.

import * as z from 'zod';

const sprite = z.int().min(1).max(1000).describe('Icon, see docs.fivem.net/docs/game-references/blips');
const colour = z.int().min(0).max(85).describe('Colour, see the same page');
const scale = z.number().min(0.1).max(5).describe('Size; 1 is normal');

const blip = (defaults: { sprite: number; colour: number; scale?: number }) =>
  z
    .strictObject({
      sprite: sprite.default(defaults.sprite),
      colour: colour.default(defaults.colour),
      scale: scale.default(defaults.scale ?? 1),
    })
    .prefault({});

/** What is different about some blips; the rest stays. */
const touch = z.strictObject({
  sprite: sprite.optional(),
  colour: colour.optional(),
  scale: scale.optional(),
});

export const blipsConfig = z
  .strictObject({
    emergency: blip({ sprite: 161, colour: 1 }).describe('Map blip of a 911 call'),
    civil: blip({ sprite: 161, colour: 3 }).describe('Map blip of a civil (non-emergency) call'),
    dispatch: blip({ sprite: 161, colour: 5 }).describe('Map blip of a dispatch call'),
    panic: blip({ sprite: 161, colour: 1, scale: 1.3 }).describe('Map blip of a unit in panic'),
    pages: z
      .record(z.string(), touch)
      .default({})
      .describe(
        'What is different where units of a page are attached, by its number: 0 police, 1 fire, 2 EMS; such as { "1": { "colour": 17 } }',
      ),
    priorities: z
      .record(z.string(), touch)
      .default({ '1': { scale: 1.2 } })
      .describe('What is different by priority, as the CAD names it'),
    mine: touch
      .default({ colour: 2 })
      .describe("What is different about calls that the player's unit is attached to"),
    shortRange: z.boolean().default(true).describe('Shown on the minimap only when near'),
    category: z
      .int()
      .min(1)
      .max(133)
      .default(2)
      .describe(
        'Group in the legend of the map: 1 without distance, 2 with it, 12 to 133 groups of their own',
      ),
    flashSeconds: z.number().min(0).max(600).default(15).describe('How long the blip of a new call flashes'),
    fadeMinutes: z
      .number()
      .min(0)
      .max(24 * 60)
      .default(0)
      .describe('Blips grow fainter with the age of their call, over this long; 0: they do not'),
    max: z
      .int()
      .min(1)
      .max(500)
      .default(60)
      .describe('Calls with a blip on a map at a time: the newest ones, and always the own ones'),
  })
  .prefault({});
