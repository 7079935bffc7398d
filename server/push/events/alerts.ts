// What sounds and shows for a moment: tones, station alerts and pagers. Nothing of it is kept.

import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import {
  anyIdsUnder,
  at,
  field,
  id,
  listOf,
  numberOrText,
  someText,
  text,
  texts,
  together,
} from '../fields.ts';

/** Enough for a minute of base64 speech; longer than any text. */
const MAX_MESSAGE = 1_500_000;

export const tone = definePush({
  type: 'EVENT_TONE',
  schema: () =>
    z.object({
      url: someText(2000),
      playTonesTo: listOf(
        z.object(
          { type: id(), value: numberOrText(120), label: text(120) },
          { error: 'expected an object with the target' },
        ),
        200,
      ),
    }),
  apply: (_, { url, playTonesTo }) => [{ type: 'tone', tone: { url, targets: playTonesTo } }],
});

export const toneDocs: PushDocumentation = {
  summary: "A tone was played from the CAD's tone board.",
  fields: {
    url: 'address of the sound',
    playTonesTo:
      'targets as `{ type, value, label }`: 0 all units, 1 a dispatch call, 2 agency, 3 department, 4 subdivision, 5 ident, 6 group',
  },
  variants: ['one target instead of a list', '`value` as a number or a text'],
  effect: 'The players whose units are meant hear it.',
  raises: ['sonorancad:tone'],
  fixtures: ['15_tone', '15v_tone_all_units'],
};

/** Long texts and base64 audio are kept as they are; they are no single line. */
const message = () =>
  field('expected a text', (value) => {
    if (value === undefined || value === null) return '';
    return typeof value === 'string' && value.length <= MAX_MESSAGE ? value : undefined;
  });

export const stationAlert = definePush({
  type: 'EVENT_STATION_ALERT',
  schema: () =>
    z.preprocess(
      (raw) => ({
        ...(raw as object),
        colors: (raw as { colors?: unknown }).colors ?? (raw as { color?: unknown }).color,
      }),
      z.object({
        locations: listOf(
          z.object(
            { name: text(120), open: texts(120), close: texts(120) },
            { error: 'expected an object with the station' },
          ),
          100,
        ),
        message: message(),
        colors: texts(40),
        tone: text(2000),
      }),
    ),
  apply: (_, alert) => [{ type: 'station.alert', alert }],
});

export const stationAlertDocs: PushDocumentation = {
  summary: 'Stations were alerted.',
  fields: {
    locations: 'stations as `{ name, open, close }`, the last two lists of door names',
    message: 'text to say, or base64 audio',
    colors: 'colours of the lights',
    tone: 'name or address of the tone',
  },
  variants: ['`color` instead of `colors`', 'one station instead of a list'],
  effect: 'Firefighters and medics on duty are told; station resources can follow the event.',
  raises: ['sonorancad:stationAlert'],
  fixtures: ['17_station_alert'],
};

export const pager = definePush({
  type: 'EVENT_PAGER_REBORN',
  schema: () =>
    together({
      addresses: at('addresses', texts(80)),
      idents: anyIdsUnder('identIds', 'players'),
      nature: at('nature', text(40)),
      body: at('body', text(1000)),
    }),
  apply: (_, page) => [{ type: 'pager', page }],
});

export const pagerDocs: PushDocumentation = {
  summary: 'A message was sent to pagers.',
  fields: {
    addresses: 'names of pagers',
    idents: 'idents of units',
    nature: '`Emergency`, `NonEmergency` or `Administrative`',
    body: 'the message',
  },
  variants: ['either list missing', '`players` instead of `identIds`'],
  effect: 'The units named are told.',
  raises: ['sonorancad:pager'],
  fixtures: ['18_pager_reborn', '18v_pager_addresses_only'],
};
