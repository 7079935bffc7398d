// Settings of how alerts are shown to players, and of the texts.

import * as z from 'zod';
import { ALERT_VALUES, AUTO, NOTIFIERS, type NotifySettings } from '../../shared/notify.ts';

const kinds = Object.keys(ALERT_VALUES) as (keyof typeof ALERT_VALUES)[];
const kind = z.enum(kinds);
const notifier = z.enum([AUTO, ...NOTIFIERS]);

/** The value that shows nothing. */
const NONE = 'none';

export const notifyConfig = z
  .strictObject({
    order: z
      .array(notifier)
      .min(1)
      .max(20)
      .default([AUTO])
      .describe(
        `Notifiers to try, the first that can be used shows the alert: ${NOTIFIERS.map((name) => `"${name}"`).join(', ')}, or "auto" for whatever is there. See docs/notifications.md`,
      ),
    kinds: z
      .partialRecord(kind, z.union([z.literal(NONE), notifier, z.array(notifier).min(1).max(20)]))
      .default({})
      .describe(
        `The order for single kinds of alerts, or "none" to show no such alerts: ${kinds.map((name) => `"${name}"`).join(', ')}`,
      ),
    seconds: z
      .partialRecord(kind, z.number().min(1).max(300))
      .default({})
      .describe(
        'How many seconds single kinds of alerts stay (1 to 300), where the notifier lets us say so; cards have times of their own',
      ),
    custom: z
      .strictObject({
        resource: z.string().max(100).default('').describe('Resource of your own that shows alerts'),
        export: z.string().max(100).default('').describe('Its client export, called with each alert'),
      })
      .prefault({}),
    allowPlayerChoice: z
      .boolean()
      .default(true)
      .describe('Players may choose a notifier for themselves, out of those that can be used'),
    language: z
      .string()
      .regex(/^(?:auto|[a-z]{2,3}(?:-[a-z]{2,4})?)$/i, 'expected "auto" or a language such as "de"')
      .default(AUTO)
      .describe('Language of the texts in game, a file in locales/; "auto" follows the convar ox:locale'),
    texts: z
      .record(z.string(), z.string().max(500))
      .default({})
      .describe('Your own words: texts by their names in locales/en.json, for every language'),
  })
  .prefault({});

export type NotifyConfig = z.output<typeof notifyConfig>;

/** The part of the settings that game clients need. */
export function toNotifySettings({ kinds, custom, ...rest }: NotifyConfig): NotifySettings {
  const toOrder = (choice: string | readonly string[]) =>
    choice === NONE ? [] : typeof choice === 'string' ? [choice] : choice;
  return {
    ...rest,
    kinds: Object.fromEntries(Object.entries(kinds).map(([name, choice]) => [name, toOrder(choice)])),
    custom: custom.resource !== '' && custom.export !== '' ? custom : null,
  };
}
