// Settings of who sees a call and who is alerted to it.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.mapped(
    z.union([item, z.array(item)]),
    (value) => (Array.isArray(value) ? value : [value]) as z.output<T>[],
  );

/** Some of the players on duty. */
const selector = once(() =>
  z.union([
    z.enum(['onDuty', 'attached', 'dispatchers', 'nobody']),
    z.strictObject({ pages: z.array(z.int()) }),
    z.strictObject({ departments: z.array(z.string()) }),
    z.strictObject({ subdivisions: z.array(z.string()) }),
    z.strictObject({ groups: z.array(z.string()) }),
  ]),
);

const selectors = once(() => z.union([selector(), z.array(selector())]));

export type Selector = z.output<ReturnType<typeof selector>>;
export type SelectorList = z.output<ReturnType<typeof selectors>>;

const rule = once(() =>
  z.strictObject({
    name: z._default(z.string(), '').check(z.describe('Shown by `sonorancad why`')),
    match: z.group({
      kind: z.optional(oneOrMore(z.enum(['911', 'civil', 'dispatch']))),
      priority: z.optional(oneOrMore(z.union([z.number(), z.string()]))),
      page: z.optional(oneOrMore(z.int())),
      department: z.optional(oneOrMore(z.string())),
      subdivision: z.optional(oneOrMore(z.string())),
      group: z.optional(oneOrMore(z.string())),
      code: z.optional(oneOrMore(z.string())),
      title: z.optional(oneOrMore(z.string())),
      dispatcherOnline: z.optional(z.boolean()),
    }),
    see: selectors(),
    alert: selectors(),
  }),
);

export type VisibilityRule = z.output<ReturnType<typeof rule>>;

/** What applies where no rule of the owner's matches. */
export const DEFAULT_RULES: readonly VisibilityRule[] = [
  { name: '911 and civil calls', match: { kind: ['911', 'civil'] }, see: ['onDuty'], alert: ['onDuty'] },
  { name: 'dispatch calls', match: {}, see: ['onDuty'], alert: ['attached'] },
];

export const audienceConfig = once(() =>
  z.group({
    rules: z
      ._default(z.array(rule()).check(z.maxLength(100)), [])
      .check(
        z.describe(
          'Who sees and who is alerted to which calls; the first rule that matches decides. See docs/audience.md',
        ),
      ),
    silenceWhileDispatcherOnline: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          'While a dispatcher is logged in to the CAD, a 911 call alerts only those whom its rule alerts and who are dispatchers themselves',
        ),
      ),
  }),
);

export type AudienceConfig = z.output<ReturnType<typeof audienceConfig>>;
