// Settings of who sees a call and who is alerted to it.

import * as z from 'zod';

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);

/** Some of the players on duty. */
const selector = z.union([
  z.enum(['onDuty', 'attached', 'dispatchers', 'nobody']),
  z.strictObject({ pages: z.array(z.int()) }),
  z.strictObject({ departments: z.array(z.string()) }),
  z.strictObject({ subdivisions: z.array(z.string()) }),
  z.strictObject({ groups: z.array(z.string()) }),
]);

const selectors = z.union([selector, z.array(selector)]);

export type Selector = z.output<typeof selector>;
export type SelectorList = z.output<typeof selectors>;

const rule = z.strictObject({
  name: z.string().default('').describe('Shown by `sonorancad why`'),
  match: z
    .strictObject({
      kind: oneOrMore(z.enum(['911', 'civil', 'dispatch'])).optional(),
      priority: oneOrMore(z.union([z.number(), z.string()])).optional(),
      page: oneOrMore(z.int()).optional(),
      department: oneOrMore(z.string()).optional(),
      subdivision: oneOrMore(z.string()).optional(),
      group: oneOrMore(z.string()).optional(),
      code: oneOrMore(z.string()).optional(),
      title: oneOrMore(z.string()).optional(),
      dispatcherOnline: z.boolean().optional(),
    })
    .prefault({}),
  see: selectors,
  alert: selectors,
});

export type VisibilityRule = z.output<typeof rule>;

/** What applies where no rule of the owner's matches. */
export const DEFAULT_RULES: readonly VisibilityRule[] = [
  { name: '911 and civil calls', match: { kind: ['911', 'civil'] }, see: ['onDuty'], alert: ['onDuty'] },
  { name: 'dispatch calls', match: {}, see: ['onDuty'], alert: ['attached'] },
];

export const audienceConfig = z
  .strictObject({
    rules: z
      .array(rule)
      .max(100)
      .default([])
      .describe(
        'Who sees and who is alerted to which calls; the first rule that matches decides. See docs/audience.md',
      ),
    silenceWhileDispatcherOnline: z
      .boolean()
      .default(false)
      .describe(
        'While a dispatcher is logged in to the CAD, a 911 call alerts only those whom its rule alerts and who are dispatchers themselves',
      ),
  })
  .prefault({});

export type AudienceConfig = z.output<typeof audienceConfig>;
