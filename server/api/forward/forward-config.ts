// The settings of forwarding, and the official resource's settings of the same meaning folded into them.

import { once } from '../../../shared/once.ts';
import * as z from '../../zod.ts';

const MAX_TARGETS = 10;

/** What becomes of the API key in a forwarded body. */
const keyHandling = once(() =>
  z.union([
    z.enum(['keep', 'remove']),
    z.strictObject({
      replaceWith: z.string().check(z.minLength(1)).check(z.describe('Sent in place of the API key')),
    }),
  ]),
);

const detailedTarget = once(() =>
  z.strictObject({
    url: z.string().check(z.describe('Address of the web server with its path')),
    key: z
      ._default(keyHandling(), 'keep')
      .check(
        z.describe('API key in the body: "keep" (receivers check it), "remove", or { "replaceWith": "..." }'),
      ),
    headers: z
      ._default(z.record(z.string(), z.string()), {})
      .check(z.describe('Request headers to add, such as Authorization')),
    types: z
      .optional(z.array(z.string()).check(z.minLength(1)))
      .check(z.describe('Only these event types are sent, such as EVENT_911; all when left out')),
  }),
);

const target = once(() =>
  z.union([z.string(), detailedTarget()], {
    error: 'expected a URL, or an object with "url" and optionally "key", "headers", "types"',
  }),
);

/** `forward` in config.json. Addresses are checked when forwarding starts, so that one bad address costs only itself. */
export const forwardSchema = once(() =>
  z.group({
    enabled: z
      ._default(z.boolean(), false)
      .check(z.describe('Sends every accepted event on to other web servers too')),
    urls: z
      ._default(z.array(target()).check(z.maxLength(MAX_TARGETS)), [])
      .check(
        z.describe(
          'Where to: addresses such as "http://127.0.0.1:30150/sonorancad/event", or objects with "url", "key" (what becomes of the API key in the body: "keep", "remove" or { "replaceWith": "..." }), "headers", "types"',
        ),
      ),
    queue: z
      ._default(z.int().check(z.minimum(1), z.maximum(5000)), 500)
      .check(z.describe('Events that wait for one web server; the oldest make room for new ones')),
    timeoutSeconds: z
      ._default(z.number().check(z.minimum(0.5), z.maximum(30)), 5)
      .check(z.describe('How long a web server may take to answer')),
    retries: z
      ._default(z.int().check(z.minimum(0), z.maximum(10)), 3)
      .check(z.describe('How often an event is sent again after no answer, 429 or 5xx')),
  }),
);

/** Settings under the names they have in the official resource's config.json, at its top level. */
export const officialForwardFields = {
  enablePushEventForwarding: once(() =>
    z
      .optional(z.boolean())
      .check(z.describe('Name of the official resource: turns on forwarding to pushEventForwardUrl')),
  ),
  pushEventForwardUrl: once(() =>
    z
      .optional(z.string())
      .check(
        z.describe(
          'Name of the official resource: one more address, used when enablePushEventForwarding is true',
        ),
      ),
  ),
} as const;

/** `forward`, complete. */
export type ForwardConfig = z.infer<ReturnType<typeof forwardSchema>>;
/** An element of `forward.urls`. */
export type ForwardUrl = ForwardConfig['urls'][number];
export type KeyHandling = z.infer<ReturnType<typeof keyHandling>>;

/** What forwarding reads of the settings. */
export interface ForwardSettings {
  readonly forward: ForwardConfig;
  readonly enablePushEventForwarding?: boolean | undefined;
  readonly pushEventForwardUrl?: string | undefined;
}

/** A target as configured, with every choice made; `setting` says where in config.json it stands. */
export interface ForwardEntry {
  readonly setting: string;
  readonly url: string;
  readonly key: KeyHandling;
  readonly headers: Readonly<Record<string, string>>;
  readonly types?: readonly string[] | undefined;
}

/** What the official config.json holds until an owner changes it. */
const OFFICIAL_PLACEHOLDER = 'https://host';

/**
 * The targets to use: those of `forward.urls` when `forward.enabled`, and `pushEventForwardUrl` when
 * `enablePushEventForwarding`. The official address is used as it stands, with the key kept (as the official resource
 * does it); a blank one and its placeholder count as none.
 */
export function toForwardEntries(settings: ForwardSettings): ForwardEntry[] {
  const { forward, enablePushEventForwarding, pushEventForwardUrl = '' } = settings;
  const entries = forward.enabled
    ? forward.urls.map((url, index) => toEntry(`forward.urls[${index}]`, url))
    : [];
  const official = pushEventForwardUrl.trim();
  if (enablePushEventForwarding && official !== '' && official !== OFFICIAL_PLACEHOLDER) {
    entries.push(toEntry('pushEventForwardUrl', official));
  }
  return entries;
}

/** Whether the owner wants forwarding at all, under either name. */
export function isForwardingWanted({ forward, enablePushEventForwarding }: ForwardSettings): boolean {
  return forward.enabled || enablePushEventForwarding === true;
}

function toEntry(setting: string, url: ForwardUrl): ForwardEntry {
  return typeof url === 'string' ? { setting, url, key: 'keep', headers: {} } : { setting, ...url };
}
