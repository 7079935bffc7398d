// Settings of what players see and hear besides blips: cards, routes, sounds, keys and commands.

import { once } from '../../shared/once.ts';
import { ANCHORS, DENSITIES } from '../../shared/screen.ts';
import * as z from '../zod.ts';

const seconds = once(() => z.number().check(z.minimum(1), z.maximum(600)));
const level = once(() => z.enum(['low', 'normal', 'high', 'critical']));

const urgency = (defaults: { level: z.output<ReturnType<typeof level>>; label: string; seconds: number }) =>
  z.group({
    level: z
      ._default(level(), defaults.level)
      .check(z.describe('Colour, shape and sound: low, normal, high or critical')),
    label: z
      ._default(z.string().check(z.maxLength(12)), defaults.label)
      .check(z.describe('What stands on the card in place of P1')),
    seconds: z._default(seconds(), defaults.seconds).check(z.describe('How many seconds the card stays')),
  });

/** Calls of one priority: how urgent they look and sound, and how long their card stays. */
const priority = once(() =>
  z.strictObject({
    level: z._default(level(), 'normal'),
    label: z._default(z.string().check(z.maxLength(12)), ''),
    seconds: z._default(seconds(), 8),
  }),
);

export const cardsConfig = once(() =>
  z.group({
    max: z
      ._default(z.int().check(z.minimum(1), z.maximum(8)), 4)
      .check(z.describe('Cards on the screen at a time; the rest is counted')),
    priorities: z
      ._default(z.record(z.string(), priority()), {
        '1': { level: 'critical', label: 'P1', seconds: 15 },
        '2': { level: 'high', label: 'P2', seconds: 10 },
        '3': { level: 'normal', label: 'P3', seconds: 7 },
      })
      .check(
        z.describe(
          'By priority, as the CAD names it: "level" (low, normal, high, critical) decides on colour, shape and sound, "label" stands on the card, "seconds" is how long it stays',
        ),
      ),
    emergency: urgency({ level: 'high', label: '', seconds: 12 }).check(
      z.describe('911 calls without a priority'),
    ),
    civil: urgency({ level: 'low', label: '', seconds: 8 }).check(
      z.describe('Civil calls without a priority'),
    ),
    other: urgency({ level: 'normal', label: '', seconds: 8 }).check(
      z.describe('Dispatch calls without a priority'),
    ),
    messageSeconds: z._default(seconds(), 6).check(z.describe('How long cards stay that are about no call')),
    keepMine: z
      ._default(z.boolean(), false)
      .check(z.describe("The card of the player's own call stays as long as the call")),
  }),
);

export const routesConfig = once(() =>
  z.group({
    toOwnCalls: z
      ._default(z.boolean(), true)
      .check(z.describe("The game leads the player to a call when the player's unit is attached to it")),
    colour: z
      ._default(z.int().check(z.minimum(0), z.maximum(85)), 5)
      .check(z.describe('Colour of the route, as of blips')),
    arriveMetres: z
      ._default(z.number().check(z.minimum(0), z.maximum(500)), 40)
      .check(z.describe('The route ends this near to the call; 0: it stays')),
    onSceneStatus: z
      ._default(z.nullable(z.int().check(z.minimum(0))), 4)
      .check(z.describe('The route also ends when the unit has this status (its index); null: it does not')),
  }),
);

const sound = once(() =>
  z.nullable(
    z.strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(100)),
      set: z.string().check(z.maxLength(100)),
    }),
  ),
);

export const soundsConfig = once(() =>
  z.group({
    low: z
      ._default(sound(), { name: 'Event_Message_Purple', set: 'GTAO_FM_Events_Soundset' })
      .check(
        z.describe(
          'Sound of the game for calls of that level ("name" and "set" of PlaySoundFrontend); null: none',
        ),
      ),
    normal: z
      ._default(sound(), { name: 'Event_Message_Purple', set: 'GTAO_FM_Events_Soundset' })
      .check(z.describe('The same for that level')),
    high: z
      ._default(sound(), { name: 'Lose_1st', set: 'GTAO_FM_Events_Soundset' })
      .check(z.describe('The same for that level')),
    critical: z
      ._default(sound(), { name: 'TIMER_STOP', set: 'HUD_MINI_GAME_SOUNDSET' })
      .check(z.describe('The same for that level')),
    message: z
      ._default(sound(), { name: 'Text_Arrive_Tone', set: 'Phone_SoundSet_Default' })
      .check(z.describe('The same for what is about no call')),
  }),
);

export const tonesConfig = once(() =>
  z.group({
    hosts: z
      ._default(z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(50)), [
        'sonorancad.com',
        '*.sonorancad.com',
        '*.sonoransoftware.com',
      ])
      .check(
        z.describe('Web servers that tones may come from (https only); "*." stands for any part in front'),
      ),
    maxSeconds: z
      ._default(z.number().check(z.minimum(1), z.maximum(120)), 20)
      .check(z.describe('Longer tones are cut')),
    maxAudioBytes: z
      ._default(z.int().check(z.minimum(0), z.maximum(1_000_000)), 200_000)
      .check(z.describe('Station alerts that carry sound are played up to this size')),
  }),
);

/** Names of keys are those of the game: docs.fivem.net/docs/game-references/input-mapper-parameter-ids */
const key = (fallback: string) =>
  z._default(
    z
      .string()
      .check(
        z.regex(/^[A-Za-z0-9_]*$/, 'expected a key by its name in the game, such as "F9" or "NUMPAD5"'),
        z.maxLength(30),
      ),
    fallback,
  );

export const keysConfig = once(() =>
  z.group({
    list: key('F9').check(z.describe('Opens and closes the list of calls; "" leaves a key unbound')),
    respond: key('F10').check(z.describe('Answers the call on the card')),
    route: key('').check(z.describe('Route to the call on the card, on and off')),
    next: key('').check(z.describe('Next card')),
    previous: key('').check(z.describe('Previous card')),
    dismiss: key('').check(z.describe('Takes the card away')),
    mute: key('').check(z.describe('Sounds on and off')),
    panic: key('').check(z.describe('Panic button')),
    status: key('').check(z.describe('Opens and closes the menu of statuses in the list')),
    up: key('UP').check(z.describe('In the list')),
    down: key('DOWN').check(z.describe('In the list')),
    select: key('RETURN').check(z.describe('In the list: opens the call')),
    back: key('BACK').check(z.describe('In the list: closes the call, then the list')),
  }),
);

const commandName = once(() =>
  z
    .string()
    .check(
      z.regex(/^[a-z0-9_-]{1,30}$/i, 'expected a word of 1 to 30 letters, digits, _ or -, without a slash'),
    ),
);

export const commandsConfig = once(() =>
  z.group({
    base: z
      ._default(commandName(), 'cad')
      .check(z.describe('Command of the players: /cad list, /cad route, /cad help')),
    aliases: z
      ._default(z.array(commandName()).check(z.maxLength(10)), ['dn'])
      .check(z.describe('Other names of it; "dn" is the one of the official resource')),
  }),
);

export const playerConfig = once(() =>
  z.group({
    anchor: z
      ._default(z.enum(ANCHORS), 'right')
      .check(z.describe('Where cards stand until a player moves them')),
    scale: z
      ._default(z.number().check(z.minimum(0.7), z.maximum(1.6)), 1)
      .check(z.describe('Size of cards; 1 is normal')),
    density: z._default(z.enum(DENSITIES), 'normal').check(z.describe('How much cards tell')),
    volume: z
      ._default(z.number().check(z.minimum(0), z.maximum(1)), 0.5)
      .check(z.describe('Loudness of tones and of the panic alarm')),
    isMuted: z._default(z.boolean(), false).check(z.describe('Sounds off')),
    isPanicMuted: z
      ._default(z.boolean(), false)
      .check(z.describe('Panics are silent, too, while sounds are off')),
    reducedMotion: z._default(z.boolean(), false).check(z.describe('Less movement on the screen')),
    notifier: z._default(z.string(), 'auto').check(z.describe('How alerts are shown')),
  }),
);

export const distancesConfig = once(() =>
  z
    ._default(z.enum(['metric', 'imperial']), 'metric')
    .check(z.describe('Distances in metres and kilometres, or in feet and miles')),
);
