// Settings of what players see and hear besides blips: cards, routes, sounds, keys and commands.

import * as z from 'zod';
import { ANCHORS, DENSITIES } from '../../shared/screen.ts';

const seconds = z.number().min(1).max(600);
const level = z.enum(['low', 'normal', 'high', 'critical']);

const urgency = (defaults: { level: z.output<typeof level>; label: string; seconds: number }) =>
  z
    .strictObject({
      level: level.default(defaults.level),
      label: z.string().max(12).default(defaults.label),
      seconds: seconds.default(defaults.seconds),
    })
    .prefault({});

/** Calls of one priority: how urgent they look and sound, and how long their card stays. */
const priority = z.strictObject({
  level: level.default('normal'),
  label: z.string().max(12).default(''),
  seconds: seconds.default(8),
});

export const cardsConfig = z
  .strictObject({
    max: z.int().min(1).max(8).default(4).describe('Cards on the screen at a time; the rest is counted'),
    priorities: z
      .record(z.string(), priority)
      .default({
        '1': { level: 'critical', label: 'P1', seconds: 15 },
        '2': { level: 'high', label: 'P2', seconds: 10 },
        '3': { level: 'normal', label: 'P3', seconds: 7 },
      })
      .describe(
        'By priority, as the CAD names it: "level" (low, normal, high, critical) decides on colour, shape and sound, "label" stands on the card, "seconds" is how long it stays',
      ),
    emergency: urgency({ level: 'high', label: '', seconds: 12 }).describe('911 calls without a priority'),
    civil: urgency({ level: 'low', label: '', seconds: 8 }).describe('Civil calls without a priority'),
    other: urgency({ level: 'normal', label: '', seconds: 8 }).describe('Dispatch calls without a priority'),
    messageSeconds: seconds.default(6).describe('How long cards stay that are about no call'),
    keepMine: z
      .boolean()
      .default(false)
      .describe("The card of the player's own call stays as long as the call"),
  })
  .prefault({});

export const routesConfig = z
  .strictObject({
    toOwnCalls: z
      .boolean()
      .default(true)
      .describe("The game leads the player to a call when the player's unit is attached to it"),
    colour: z.int().min(0).max(85).default(5).describe('Colour of the route, as of blips'),
    arriveMetres: z
      .number()
      .min(0)
      .max(500)
      .default(40)
      .describe('The route ends this near to the call; 0: it stays'),
    onSceneStatus: z
      .int()
      .min(0)
      .nullable()
      .default(4)
      .describe('The route also ends when the unit has this status (its index); null: it does not'),
  })
  .prefault({});

const sound = z.strictObject({ name: z.string().min(1).max(100), set: z.string().max(100) }).nullable();

export const soundsConfig = z
  .strictObject({
    low: sound
      .default({ name: 'Event_Message_Purple', set: 'GTAO_FM_Events_Soundset' })
      .describe(
        'Sound of the game for calls of that level ("name" and "set" of PlaySoundFrontend); null: none',
      ),
    normal: sound.default({ name: 'Event_Message_Purple', set: 'GTAO_FM_Events_Soundset' }),
    high: sound.default({ name: 'Lose_1st', set: 'GTAO_FM_Events_Soundset' }),
    critical: sound.default({ name: 'TIMER_STOP', set: 'HUD_MINI_GAME_SOUNDSET' }),
    message: sound.default({ name: 'Text_Arrive_Tone', set: 'Phone_SoundSet_Default' }),
  })
  .prefault({});

export const tonesConfig = z
  .strictObject({
    hosts: z
      .array(z.string().min(1).max(200))
      .max(50)
      .default(['sonorancad.com', '*.sonorancad.com', '*.sonoransoftware.com'])
      .describe('Web servers that tones may come from (https only); "*." stands for any part in front'),
    maxSeconds: z.number().min(1).max(120).default(20).describe('Longer tones are cut'),
    maxAudioBytes: z
      .int()
      .min(0)
      .max(1_000_000)
      .default(200_000)
      .describe('Station alerts that carry sound are played up to this size'),
  })
  .prefault({});

/** Names of keys are those of the game: docs.fivem.net/docs/game-references/input-mapper-parameter-ids */
const key = (fallback: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_]*$/, 'expected a key by its name in the game, such as "F9" or "NUMPAD5"')
    .max(30)
    .default(fallback);

export const keysConfig = z
  .strictObject({
    list: key('F9').describe('Opens and closes the list of calls; "" leaves a key unbound'),
    respond: key('F10').describe('Answers the call on the card'),
    route: key('').describe('Route to the call on the card, on and off'),
    next: key('').describe('Next card'),
    previous: key('').describe('Previous card'),
    dismiss: key('').describe('Takes the card away'),
    mute: key('').describe('Sounds on and off'),
    panic: key('').describe('Panic button'),
    status: key('').describe('Opens and closes the menu of statuses in the list'),
    up: key('UP').describe('In the list'),
    down: key('DOWN').describe('In the list'),
    select: key('RETURN').describe('In the list: opens the call'),
    back: key('BACK').describe('In the list: closes the call, then the list'),
  })
  .prefault({});

const commandName = z
  .string()
  .regex(/^[a-z0-9_-]{1,30}$/i, 'expected a word of 1 to 30 letters, digits, _ or -, without a slash');

export const commandsConfig = z
  .strictObject({
    base: commandName.default('cad').describe('Command of the players: /cad list, /cad route, /cad help'),
    aliases: z
      .array(commandName)
      .max(10)
      .default(['dn'])
      .describe('Other names of it; "dn" is the one of the official resource'),
  })
  .prefault({});

export const playerConfig = z
  .strictObject({
    anchor: z.enum(ANCHORS).default('right').describe('Where cards stand until a player moves them'),
    scale: z.number().min(0.7).max(1.6).default(1).describe('Size of cards; 1 is normal'),
    density: z.enum(DENSITIES).default('normal').describe('How much cards tell'),
    volume: z.number().min(0).max(1).default(0.5).describe('Loudness of tones and of the panic alarm'),
    isMuted: z.boolean().default(false).describe('Sounds off'),
    isPanicMuted: z.boolean().default(false).describe('Panics are silent, too, while sounds are off'),
    reducedMotion: z.boolean().default(false).describe('Less movement on the screen'),
    notifier: z.string().default('auto').describe('How alerts are shown'),
  })
  .prefault({});

export const distancesConfig = z
  .enum(['metric', 'imperial'])
  .default('metric')
  .describe('Distances in metres and kilometres, or in feet and miles');
