// Settings of how alerts are shown to players, and of the texts.

import { ALERT_VALUES, AUTO, NOTIFIERS, type NotifySettings } from '../../shared/notify.ts';
import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

const kinds = Object.keys(ALERT_VALUES) as (keyof typeof ALERT_VALUES)[];
const kind = once(() => z.enum(kinds));
const notifier = once(() => z.enum([AUTO, ...NOTIFIERS]));

/** The value that shows nothing. */
const NONE = 'none';

export const notifyConfig = once(() =>
  z.group({
    order: z
      ._default(z.array(notifier()).check(z.minLength(1), z.maxLength(20)), [AUTO])
      .check(
        z.describe(
          `Notifiers to try, the first that can be used shows the alert: ${NOTIFIERS.map((name) => `"${name}"`).join(', ')}, or "auto" for whatever is there. See docs/notifications.md`,
        ),
      ),
    kinds: z
      ._default(
        z.partialRecord(
          kind(),
          z.union([z.literal(NONE), notifier(), z.array(notifier()).check(z.minLength(1), z.maxLength(20))]),
        ),
        {},
      )
      .check(
        z.describe(
          `The order for single kinds of alerts, or "none" to show no such alerts: ${kinds.map((name) => `"${name}"`).join(', ')}`,
        ),
      ),
    seconds: z
      ._default(z.partialRecord(kind(), z.number().check(z.minimum(1), z.maximum(300))), {})
      .check(
        z.describe(
          'How many seconds single kinds of alerts stay (1 to 300), where the notifier lets us say so; cards have times of their own',
        ),
      ),
    custom: z.group({
      resource: z
        ._default(z.string().check(z.maxLength(100)), '')
        .check(z.describe('Resource of your own that shows alerts')),
      export: z
        ._default(z.string().check(z.maxLength(100)), '')
        .check(z.describe('Its client export, called with each alert')),
    }),
    allowPlayerChoice: z
      ._default(z.boolean(), true)
      .check(z.describe('Players may choose a notifier for themselves, out of those that can be used')),
    language: z
      ._default(
        z
          .string()
          .check(
            z.regex(/^(?:auto|[a-z]{2,3}(?:-[a-z]{2,4})?)$/i, 'expected "auto" or a language such as "de"'),
          ),
        AUTO,
      )
      .check(
        z.describe('Language of the texts in game, a file in locales/; "auto" follows the convar ox:locale'),
      ),
    texts: z
      ._default(z.record(z.string(), z.string().check(z.maxLength(500))), {})
      .check(z.describe('Your own words: texts by their names in locales/en.json, for every language')),
  }),
);

export type NotifyConfig = z.output<ReturnType<typeof notifyConfig>>;

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
