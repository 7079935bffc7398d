// Every setting of config.json: the one source of defaults, checks, the JSON schema and the settings table.

import * as z from 'zod';
import { audienceConfig } from '../players/rules-config.ts';

/** Largest body the host itself lets through (5 MiB with its headers). */
const HOST_BODY_LIMIT = 5 * 1024 * 1024;

const blip = (sprite: number, colour: number) =>
  z
    .strictObject({
      sprite: z
        .int()
        .min(1)
        .max(1000)
        .default(sprite)
        .describe('Icon, see docs.fivem.net/docs/game-references/blips'),
      colour: z.int().min(0).max(85).default(colour).describe('Colour, see the same page'),
      scale: z.number().min(0.1).max(5).default(1).describe('Size; 1 is normal'),
    })
    .prefault({});

export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Lets editors explain and check this file'),
  http: z
    .strictObject({
      maxBodyBytes: z
        .int()
        .min(1024)
        .max(HOST_BODY_LIMIT)
        .default(4 * 1024 * 1024)
        .describe('Larger request bodies are refused with 413'),
      bodyTimeoutSeconds: z
        .number()
        .min(1)
        .max(60)
        .default(5)
        .describe('How long a request may take to send its body before it is refused with 408'),
    })
    .prefault({}),
  log: z
    .strictObject({
      events: z.boolean().default(true).describe('One console line for each accepted event'),
    })
    .prefault({}),
  calls: z
    .strictObject({
      expireEmergencyMinutes: z
        .number()
        .min(0.05)
        .max(24 * 60)
        .default(30)
        .describe('A 911 call that was not changed for this long is taken off every map'),
      maxOpen: z
        .int()
        .min(10)
        .max(5000)
        .default(500)
        .describe('Open calls kept; the oldest make room for new ones'),
      rememberRemovedMinutes: z
        .number()
        .min(0)
        .max(24 * 60)
        .default(10)
        .describe('How long a removed call is remembered, so that a late copy of it does not bring it back'),
    })
    .prefault({}),
  units: z
    .strictObject({
      max: z
        .int()
        .min(10)
        .max(10_000)
        .default(1000)
        .describe('Units kept; the oldest make room for new ones'),
      panicSeconds: z
        .number()
        .min(5)
        .max(3600)
        .default(120)
        .describe('A panic that nobody ends is taken off the maps after this long'),
    })
    .prefault({}),
  statusLabels: z
    .array(z.string().max(60))
    .max(100)
    .default(['UNAVAILABLE', 'BUSY', 'AVAILABLE', 'ENROUTE', 'ON_SCENE'])
    .describe("The community's unit statuses in words, in the order of the CAD"),
  audience: audienceConfig,
  duty: z
    .strictObject({
      aceCheckSeconds: z
        .number()
        .min(0.5)
        .max(60)
        .default(1)
        .describe('How often players are asked for the permissions that put them on duty'),
    })
    .prefault({}),
  blips: z
    .strictObject({
      emergency: blip(161, 1).describe('Map blip of a 911 call'),
      civil: blip(161, 3).describe('Map blip of a civil (non-emergency) call'),
      dispatch: blip(161, 5).describe('Map blip of a dispatch call'),
      panic: blip(161, 1).describe('Map blip of a unit in panic'),
      shortRange: z.boolean().default(true).describe('Shown on the minimap only when near'),
      flashSeconds: z
        .number()
        .min(0)
        .max(600)
        .default(15)
        .describe('How long the blip of a new call flashes'),
    })
    .prefault({}),
});

/** The settings, complete. */
export type Config = z.infer<typeof configSchema>;

/** What applies without a config.json. */
export const defaultConfig: Config = configSchema.parse({});
