import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../config/default-config.ts';
import { listenAddress } from './address.ts';
import { type BannerFacts, bannerLines } from './banner.ts';

/** A server on which everything is set up. */
const good: BannerFacts = {
  name: 'sonorancad',
  version: '1.0.0',
  address: listenAddress('sonorancad', '30125'),
  config: defaultConfig,
  isKeySet: true,
  problems: [],
  framework: 'ESX',
  postals: { resource: 'nearest-postal', codes: 900 },
  websocketLacks: null,
  apiLacks: null,
  officialFolder: null,
};
const lines = (change: Partial<BannerFacts> = {}) =>
  bannerLines({ ...good, ...change }).map((line) => line.replace(/\^\d/g, ''));
const withTransport = (transport: 'websocket' | 'both') => ({ config: { ...defaultConfig, transport } });
const otherFolder = { name: 'cad_listener', address: listenAddress('cad_listener', '30120') };

test('when everything is set up', () => {
  expect(lines()).toEqual([
    'sonorancad 1.0.0 waits for events of the CAD at http://<public IP>:30125/sonorancad/event',
    'Alerts: auto. Framework: ESX. Postals: nearest-postal (900). API of the CAD: used.',
    'On duty: log-in to the CAD, or permission sonorancad.duty, or one of 15 jobs, or other resources.',
    'In the CAD (Admin > Advanced > In-Game Integration): public IP of this server, port 30125. "sonorancad doctor" checks everything.',
  ]);
});

describe('the next step', () => {
  test.each<[string, Partial<BannerFacts>, RegExp]>([
    ['without a key', { isKeySet: false }, /add to server.cfg.*: set sonoran_apiKey "/],
    ['in another folder', otherFolder, /only to a folder called "sonorancad": rename "cad_listener"/],
    [
      'in another folder beside the official resource',
      { ...otherFolder, officialFolder: 'sonorancad' },
      /"pushEventForwardUrl": "http:\/\/127.0.0.1:30120\/cad_listener\/event"/,
    ],
    [
      'beside the official resource in another folder',
      { officialFolder: 'sonorancad_old' },
      /stop the official resource in the folder sonorancad_old/,
    ],
    [
      'with a mistake in the settings',
      { problems: ['config.json: x'] },
      /mend the mistake .*: sonorancad reload/,
    ],
    ['with several', { problems: ['config.json: x', 'y', 'z'] }, /mend the 3 mistakes .*: sonorancad reload/],
    [
      'with one in server.cfg, which is read once',
      { problems: ['config.json: x', 'server.cfg: y'] },
      /mend the 2 mistakes .*: restart the server/,
    ],
    [
      'with a websocket that lacks something',
      { ...withTransport('websocket'), websocketLacks: 'No community id.' },
      /add to server\.cfg what .* websocket says/,
    ],
  ])('%s', (_, change, expected) => expect(lines(change)[3]).toMatch(expected));

  test('is never more than two, and everything never more than five lines', () => {
    const worst = lines({ ...otherFolder, isKeySet: false, problems: ['x'], websocketLacks: 'x' });
    expect(worst).toHaveLength(5);
    expect(worst[0]).toContain('has no API key, so it refuses all events at http');
    expect(worst[3]).toContain('sonoran_apiKey');
  });
});

test.each<[string, Partial<BannerFacts>, RegExp]>([
  [
    'over the websocket alone no address is named',
    withTransport('websocket'),
    /^[^\n]*CAD, over a websocket\n/,
  ],
  ['over both the address is named', withTransport('both'), /over a websocket and at http/],
  [
    'without framework and postals',
    { framework: null, postals: null },
    /none running\. Postals: no resource/,
  ],
  [
    'without sources nobody can be on duty',
    { config: { ...defaultConfig, duty: { ...defaultConfig.duty, sources: [] } } },
    /On duty: nobody/,
  ],
])('%s', (_, change, expected) => expect(lines(change).join('\n')).toMatch(expected));

test.each<[string, Partial<BannerFacts>, RegExp, RegExp]>([
  ['alone', withTransport('websocket'), /gets no events/, /waits|http/],
  [
    'and the port',
    withTransport('both'),
    /waits for events .* at http.*; the websocket lacks/,
    /gets no events/,
  ],
])('a websocket %s that lacks something is not waited at', (_, change, expected, never) => {
  const [first = '', ...rest] = lines({ ...change, websocketLacks: 'No server id.' });
  expect(first).toMatch(expected);
  expect(first).not.toMatch(never);
  // The line above it all has told what exactly.
  expect(rest.join()).not.toContain('No server id');
});

test('what the key is missing for is told once', () => {
  const said = lines({ ...withTransport('both'), isKeySet: false, websocketLacks: 'No API key.' });
  expect(said.filter((line) => line.startsWith('Next:'))).toHaveLength(1);
});

test('over the websocket alone the folder does not matter', () => {
  expect(lines({ ...otherFolder, ...withTransport('websocket') }).join('\n')).not.toContain('folder');
});
