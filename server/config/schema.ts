// Every setting of config.json: the one source of defaults, checks, the JSON schema and the settings table.

import { once } from '../../shared/once.ts';
import { actionsConfig } from '../actions/actions-config.ts';
import { emergencyConfig } from '../actions/emergency-config.ts';
import { forwardSchema, officialForwardFields } from '../api/forward/forward-config.ts';
import { locationsConfig } from '../locations/locations-config.ts';
import { placesConfig } from '../places/places-config.ts';
import { dutyConfig } from '../players/duty-config.ts';
import { audienceConfig } from '../players/rules-config.ts';
import { restConfig } from '../rest/rest-config.ts';
import { transportConfig } from '../websocket/websocket-config.ts';
import * as z from '../zod.ts';
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

/** What stands at the top of the file, each made when it is first asked for: most files change little. */
const settings = {
  $schema: once(() => z.optional(z.string()).check(z.describe('Lets editors explain and check this file'))),
  transport: transportConfig,
  reloadSeconds: once(() =>
    z
      ._default(z.number().check(z.minimum(0), z.maximum(3600)), 0)
      .check(z.refine((seconds) => seconds === 0 || seconds >= 1, { error: 'expected 0, or 1 and more' }))
      .check(
        z.describe(
          'Looks this often whether this file has changed, and takes it into use by itself; 0: only on the command "sonorancad reload"',
        ),
      ),
  ),
  http: once(() =>
    z.group({
      maxBodyBytes: z
        ._default(z.int().check(z.minimum(1024), z.maximum(HOST_BODY_LIMIT)), 4 * 1024 * 1024)
        .check(z.describe('Larger request bodies are refused with 413')),
      bodyTimeoutSeconds: z
        ._default(z.number().check(z.minimum(1), z.maximum(60)), 5)
        .check(z.describe('How long a request may take to send its body before it is refused with 408')),
    }),
  ),
  log: once(() =>
    z.group({
      events: z._default(z.boolean(), true).check(z.describe('One console line for each accepted event')),
    }),
  ),
  calls: once(() =>
    z.group({
      expireEmergencyMinutes: z
        ._default(z.number().check(z.minimum(0.05), z.maximum(24 * 60)), 30)
        .check(z.describe('A 911 call that was not changed for this long is taken off every map')),
      expireDispatchMinutes: z
        ._default(z.number().check(z.minimum(1), z.maximum(7 * 24 * 60)), 12 * 60)
        .check(z.describe('The same for dispatch calls, in case the event that closes one gets lost')),
      maxOpen: z
        ._default(z.int().check(z.minimum(10), z.maximum(5000)), 500)
        .check(z.describe('Open calls kept; the oldest make room for new ones')),
      rememberClosedMinutes: z
        ._default(z.number().check(z.minimum(0), z.maximum(24 * 60)), 10)
        .check(
          z.describe(
            'How long a call that is over is remembered, so that a late event does not bring it back',
          ),
        ),
      parkedMinutes: z
        ._default(z.number().check(z.minimum(0.1), z.maximum(60)), 5)
        .check(z.describe('How long attached units and notes wait for a call that has not arrived yet')),
    }),
  ),
  units: once(() =>
    z.group({
      max: z
        ._default(z.int().check(z.minimum(10), z.maximum(10_000)), 1000)
        .check(z.describe('Units kept; the oldest make room for new ones')),
      panicSeconds: z
        ._default(z.number().check(z.minimum(5), z.maximum(3600)), 120)
        .check(
          z.describe(
            'A panic that nobody ends is taken off the maps after this long; the panic button raises a new one then',
          ),
        ),
    }),
  ),
  statusLabels: once(() =>
    z
      ._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(100)), [
        'UNAVAILABLE',
        'BUSY',
        'AVAILABLE',
        'ENROUTE',
        'ON_SCENE',
      ])
      .check(z.describe("The community's unit statuses in words, in the order of the CAD")),
  ),
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
  player: once(() => playerConfig().check(z.describe('What applies until a player chooses something else'))),
};

type WholeSchema = z.ZodMiniObject<
  { [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]> },
  z.core.$strict
>;

/** The settings, complete. */
export type Config = z.output<WholeSchema>;

/** The names of all settings at the top of the file. */
export const settingNames: readonly string[] = Object.keys(settings);

/** The schema of some of the settings, which takes no others. */
export function schemaOf(names: readonly string[]): z.ZodMiniObject {
  const wanted = Object.entries(settings).filter(([name]) => names.includes(name));
  return z.strictObject(Object.fromEntries(wanted.map(([name, make]) => [name, make()])));
}

/** The schema of the whole file. */
export const configSchema = once(() => schemaOf(settingNames) as unknown as WholeSchema);
