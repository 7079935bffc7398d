// Every setting of config.json: the one source of defaults, checks, the JSON schema and the settings table.

import * as z from 'zod';
import { actionsConfig } from '../actions/actions-config.ts';
import { emergencyConfig } from '../actions/emergency-config.ts';
import { forwardSchema, officialForwardFields } from '../api/forward/forward-config.ts';
import { locationsConfig } from '../locations/locations-config.ts';
import { placesConfig } from '../places/places-config.ts';
import { dutyConfig } from '../players/duty-config.ts';
import { audienceConfig } from '../players/rules-config.ts';
import { restConfig } from '../rest/rest-config.ts';
import { transportConfig } from '../websocket/websocket-config.ts';
import { blipsConfig } from './blips-config.ts';
import { notifyConfig } from './notify-config.ts';
import {
  cardsConfig,
  commandsConfig,
  distancesConfig,
  keysConfig,
  playerConfig,
  routesConfig,
  soundsConfig,
  tonesConfig,
} from './screen-config.ts';

/** Largest body the host itself lets through (5 MiB with its headers). */
const HOST_BODY_LIMIT = 5 * 1024 * 1024;

export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Lets editors explain and check this file'),
  transport: transportConfig,
  reloadSeconds: z
    .number()
    .min(0)
    .max(3600)
    .default(0)
    .refine((seconds) => seconds === 0 || seconds >= 1, { error: 'expected 0, or 1 and more' })
    .describe(
      'Looks this often whether this file has changed, and takes it into use by itself; 0: only on the command "sonorancad reload"',
    ),
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
      expireDispatchMinutes: z
        .number()
        .min(1)
        .max(7 * 24 * 60)
        .default(12 * 60)
        .describe('The same for dispatch calls, in case the event that closes one gets lost'),
      maxOpen: z
        .int()
        .min(10)
        .max(5000)
        .default(500)
        .describe('Open calls kept; the oldest make room for new ones'),
      rememberClosedMinutes: z
        .number()
        .min(0)
        .max(24 * 60)
        .default(10)
        .describe('How long a call that is over is remembered, so that a late event does not bring it back'),
      parkedMinutes: z
        .number()
        .min(0.1)
        .max(60)
        .default(5)
        .describe('How long attached units and notes wait for a call that has not arrived yet'),
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
  duty: dutyConfig,
  places: placesConfig,
  notify: notifyConfig,
  rest: restConfig,
  unitLocations: locationsConfig,
  forward: forwardSchema,
  ...officialForwardFields,
  blips: blipsConfig,
  cards: cardsConfig,
  routes: routesConfig,
  sounds: soundsConfig,
  tones: tonesConfig,
  keys: keysConfig,
  commands: commandsConfig,
  actions: actionsConfig,
  emergency: emergencyConfig,
  distances: distancesConfig,
  player: playerConfig.describe('What applies until a player chooses something else'),
});

/** The settings, complete. */
export type Config = z.infer<typeof configSchema>;

// Without the code that zod generates: making it takes longer than it saves in a schema that is used once.
/** What applies without a config.json. */
export const defaultConfig: Config = configSchema.parse({}, { jitless: true });
