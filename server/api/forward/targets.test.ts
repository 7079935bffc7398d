import { describe, expect, test } from '@jest/globals';
import * as z from '../../zod.ts';
import {
  type ForwardSettings,
  forwardSchema,
  isForwardingWanted,
  officialForwardFields,
  toForwardEntries,
} from './forward-config.ts';
import { createIsOwnAddress } from './own-address.ts';
import { readTargets } from './targets.ts';

const schema = z.strictObject({
  forward: forwardSchema(),
  enablePushEventForwarding: officialForwardFields.enablePushEventForwarding(),
  pushEventForwardUrl: officialForwardFields.pushEventForwardUrl(),
});

const isOwnAddress = createIsOwnAddress({
  resource: 'sonorancad',
  port: '30120',
  addresses: ['192.168.1.5', '2001:db8::5', 'fe80::1', 'not an address'],
});

/** What becomes of a config.json that holds these settings. */
function read(settings: z.input<typeof schema>) {
  const parsed: ForwardSettings = schema.parse(settings);
  const { targets, problems } = readTargets(toForwardEntries(parsed), isOwnAddress);
  return { hrefs: targets.map(({ url }) => url.href), targets, problems };
}

type Urls = NonNullable<NonNullable<z.input<ReturnType<typeof forwardSchema>>>['urls']>;
const urls = (...list: Urls) => ({
  forward: { enabled: true, urls: list },
});

describe('which targets', () => {
  test.each<[string, z.input<typeof schema>, string[]]>([
    ['none by default', {}, []],
    ['those of forward.urls', urls('http://a/x', { url: 'https://b/y' }), ['http://a/x', 'https://b/y']],
    ['none while it is off', { forward: { urls: ['http://a/x'] } }, []],
    [
      'the official one',
      { enablePushEventForwarding: true, pushEventForwardUrl: ' http://a:30150/sonorancad/event ' },
      ['http://a:30150/sonorancad/event'],
    ],
    [
      'not the official one while that is off',
      { enablePushEventForwarding: false, pushEventForwardUrl: 'http://a/' },
      [],
    ],
    ['not the official one without a URL', { enablePushEventForwarding: true }, []],
    [
      "not the official file's placeholder",
      { enablePushEventForwarding: true, pushEventForwardUrl: 'https://host' },
      [],
    ],
    [
      'both',
      { ...urls('http://a/x'), enablePushEventForwarding: true, pushEventForwardUrl: 'http://b/y' },
      ['http://a/x', 'http://b/y'],
    ],
  ])('%s', (_, settings, expected) => {
    expect(read(settings)).toMatchObject({ hrefs: expected, problems: [] });
  });

  test('the owner wants forwarding under either name', () => {
    const wanted = [{ forward: { enabled: true } }, { enablePushEventForwarding: true }, {}];
    expect(wanted.map((settings) => isForwardingWanted(schema.parse(settings)))).toEqual([true, true, false]);
  });

  test('options of a target', () => {
    const { targets } = read(
      urls({
        url: 'http://a/x#fragment',
        key: { replaceWith: 'theirs' },
        headers: { Authorization: 'Bearer t' },
        types: ['event_911 '],
      }),
    );
    expect(targets).toEqual([
      {
        url: new URL('http://a/x'),
        host: 'a',
        key: { replaceWith: 'theirs' },
        headers: { Authorization: 'Bearer t' },
        types: new Set(['EVENT_911']),
      },
    ]);
  });
});

describe('an entry that cannot be used is left out and told without its address', () => {
  test.each<[string, Urls[number], RegExp]>([
    ['nothing', ' ', /is no URL/],
    ['words', 'my secret bot', /is no URL/],
    ['no scheme', '127.0.0.1:30150/secret', /is no URL/],
    ['no scheme, with a name', 'localhost:30150/secret', /must start with http:\/\/ or https:\/\//],
    ['another scheme', 'ftp://user:secret@files.example/x', /must start with http/],
    ['credentials that cannot be decoded', 'http://user:%zzsecret@a/x', /is no URL/],
    ['ourselves', 'http://127.0.0.1:30120/sonorancad/event?secret', /leads back to this resource/],
    ['a header that is none', { url: 'http://a/x', headers: { 'X Y': 'secret' } }, /"headers"/],
    ['a value with a line break', { url: 'http://a/x', headers: { X: 'secret\r\nY: z' } }, /"headers"/],
    ['a header of ours', { url: 'http://a/x', headers: { 'content-length': '5' } }, /"headers"/],
    [
      'the trail',
      { url: 'http://a/x', headers: { 'X-SONORANCAD-FORWARDED': 'a' } },
      /"headers".*not to be changed/,
    ],
  ])('%s', (_, entry, expected) => {
    const { hrefs, problems } = read(urls('http://good/x', entry));
    expect(hrefs).toEqual(['http://good/x']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
    expect(problems[0]).toMatch(/^config\.json: forward\.urls\[1\] .*; it is left out\.$/);
    expect(problems[0]).not.toMatch(/secret/);
  });

  test('an address that is there twice is used once', () => {
    const settings = { enablePushEventForwarding: true, pushEventForwardUrl: 'HTTP://a:80/x' };
    const { hrefs, problems } = read({ ...urls('http://a/x'), ...settings });
    expect(hrefs).toEqual(['http://a/x']);
    expect(problems).toEqual([
      'config.json: pushEventForwardUrl is the same address as one before it; it is left out.',
    ]);
  });
});

test.each<[string, unknown, (string | number)[]]>([
  ['a number for a target', { urls: [7] }, ['forward', 'urls', 0]],
  ['a key handling we do not know', { urls: [{ url: 'http://a', key: 'drop' }] }, ['forward', 'urls', 0]],
  ['too many targets', { urls: Array(11).fill('http://a') }, ['forward', 'urls']],
  ['retries without end', { retries: 1000 }, ['forward', 'retries']],
])('the schema points at %s', (_, forward, path) => {
  expect(schema.safeParse({ forward }).error?.issues.map((issue) => issue.path)).toEqual([path]);
});

describe('our own address', () => {
  test.each([
    'http://127.0.0.1:30120/sonorancad/event',
    'http://127.9.9.9:30120/sonorancad/event',
    'http://0x7f.1:30120/sonorancad/event',
    'http://localhost:30120/sonorancad/event',
    'http://LOCALHOST.:30120/SonoranCAD/event?x=1',
    'http://game.localhost:30120/sonorancad/event',
    'http://[::1]:30120/sonorancad/event',
    'http://[::ffff:127.0.0.1]:30120/sonorancad/event',
    'http://0.0.0.0:30120/sonorancad/event',
    'http://[::]:30120/sonorancad/event',
    'http://192.168.1.5:30120/sonorancad/event',
    'http://[::ffff:192.168.1.5]:30120/sonorancad/event',
    'http://[2001:DB8:0::5]:30120/sonorancad/event',
    'https://127.0.0.1:30120/sonorancad/event',
    'http://user:pass@127.0.0.1:30120/sonorancad/sonorancad/event',
    'http://127.0.0.1:30120/sonorancad/',
    'http://127.0.0.1:30120/sonorancad',
  ])('is %s', (url) => {
    expect(isOwnAddress(new URL(url))).toBe(true);
  });

  test.each([
    ['another port', 'http://127.0.0.1:30150/sonorancad/event'],
    ['the default port', 'http://127.0.0.1/sonorancad/event'],
    ['another resource', 'http://127.0.0.1:30120/sonorancad2/event'],
    ['another machine', 'http://192.168.1.6:30120/sonorancad/event'],
    ['another machine by IPv6', 'http://[2001:db8::6]:30120/sonorancad/event'],
    ['a name', 'http://bot.example:30120/sonorancad/event'],
    ['a name that looks like one of ours', 'http://127.0.0.1.example:30120/sonorancad/event'],
    ['another path', 'http://127.0.0.1:30120/'],
  ])('is not %s', (_, url) => {
    expect(isOwnAddress(new URL(url))).toBe(false);
  });

  test.each([
    ['80', 'http://127.0.0.1/sonorancad/event'],
    ['443', 'https://127.0.0.1/sonorancad/event'],
  ])('on port %s needs no port in the URL', (port, url) => {
    expect(createIsOwnAddress({ resource: 'sonorancad', port, addresses: [] })(new URL(url))).toBe(true);
  });
});
