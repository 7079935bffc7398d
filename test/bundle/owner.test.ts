// What an owner sees and types, on the built bundle: the start, the commands, settings that change, and the move from the
// official resource.

import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createKvpStore, type ServerOptions, type SimServer, startServer } from '../../simulator/index.ts';
import { request } from '../support/http.ts';
import { copyResource, type ResourceFolder } from '../support/resource-folder.ts';

const KEY = 'TEST-API-KEY-0000';
let copy: ResourceFolder;
let server: SimServer;

beforeEach(() => {
  copy = copyResource({ 'config.json': '{}' });
});
afterEach(async () => {
  await server.shutdown();
  copy.remove();
});

async function boot(options: Partial<ServerOptions> = {}) {
  server = await startServer({
    resourceDir: copy.folder,
    resourceName: 'sonorancad',
    clock: 'manual',
    convars: { sonoran_apiKey: KEY, netPort: '30120' },
    principals: { 'group.police': ['sonorancad.duty', 'sonorancad.admin'] },
    players: [
      { id: 1, name: 'Iris Dale', groups: ['group.police'], coords: [0, 0, 0] },
      { id: 2, name: 'Tom Reed', coords: [0, 0, 0] },
    ],
    ...options,
  });
  server.join(1);
  await server.advance(1500);
}

/** What the resource has printed, without colours. */
const printed = () =>
  server.console
    .filter(({ channel }) => channel === 'script:sonorancad')
    .map(({ text }) => stripVTControlCharacters(text).trim().replace(/\^\d/g, ''));

/** What a command prints. */
function type(line: string): string[] {
  const before = printed().length;
  server.execute(line);
  return printed().slice(before);
}

const write = (file: string, text: string) => writeFileSync(path.join(copy.folder, file), text);

describe('the start', () => {
  test.each<[string, Partial<ServerOptions>, RegExp]>([
    ['nothing is set up', { convars: {} }, /^Next: copy the key/],
    ['a key is set', {}, /^In the CAD .*: public IP of this server, port \d+/],
  ])('is five lines at most that end with what to do when %s', async (_, options, last) => {
    await boot(options);
    expect(printed().length).toBeLessThanOrEqual(5);
    expect(printed()[0]).toMatch(/^sonorancad \d+\.\d+\.\d+ .*\/sonorancad\/event$/);
    expect(printed().at(-1)).toMatch(last);
  });

  test('shows what the page about installing says', async () => {
    await boot();
    const quoted = /^```text\n([\s\S]*?)^```$/m.exec(readFileSync('docs/install.md', 'utf8'))?.[1];
    expect(printed()).toEqual(quoted?.trim().split('\n'));
  });

  test('names every mistake first', async () => {
    write('config.json', '{\n  "trasnport": "http"\n}');
    await boot();
    expect(printed()[0]).toContain(
      'config.json line 2, column 3: there is no setting "trasnport"; did you mean "transport"? It is ignored.',
    );
    expect(printed().at(-1)).toBe(
      'Next: mend the mistake that the lines above name, then: sonorancad reload',
    );
  });
});

describe('settings that change', () => {
  const isOnDuty = (player: number) => server.callExport('sonorancad', 'isOnDuty', player);

  test('are taken into use by a reload, duty included', async () => {
    await boot();
    expect(isOnDuty(1)).toBe(true);
    write('config.json', '{ "duty": { "sources": ["cad"] }, "log": { "events": false } }');
    expect(type('sonorancad reload')).toEqual(['Settings taken into use: log, duty.']);
    await server.advance(200);
    expect(isOnDuty(1)).toBe(false);
    expect(server.problems).toEqual([]);
  });

  test('are kept as they were when anything is wrong', async () => {
    await boot();
    write('config.json', '{ "duty": { "sources": ["cad"] }, "log": 7 }');
    expect(type('sonorancad reload').slice(-2).join('\n')).toMatch(
      /"log": got 7, expected a group { \w+ }\.\nNothing was changed/,
    );
    await server.advance(2500);
    expect(isOnDuty(1)).toBe(true);
  });

  test('are seen by the players who are there', async () => {
    write('config.json', '{ "emergency": { "isEnabled": false } }');
    await boot({
      players: [{ id: 1, name: 'Iris Dale', identifiers: ['license:c3c3c3'], coords: [7, 8, 9] }],
    });
    const send = (type: string, data: unknown) =>
      request(server.port, 'POST', '/sonorancad/event', JSON.stringify({ key: KEY, type, data }));
    await send('EVENT_UNIT_LOGIN', { unit: { id: 1, status: 2, data: { communityUserId: 'c3c3c3' } } });
    const metaData = { callerPlayerId: '1' };
    await send('EVENT_DISPATCH_NEW', { dispatch: { callId: 1, idents: [1], metaData } });
    const seen = () => {
      const ask = (name: string) => server.client(1)?.callExport('sonorancad', name);
      const [call] = ask('getCalls') as { units: { statusLabel: string }[]; position: unknown }[];
      const unit = ask('getMyUnit') as { statusLabel: string };
      return [unit.statusLabel, call?.units[0]?.statusLabel, call?.position !== null];
    };
    await server.advance(500);
    expect(seen()).toEqual(['AVAILABLE', 'AVAILABLE', true]);
    write('config.json', '{ "statusLabels": ["", "", "Free"], "places": { "useCallerPosition": false } }');
    type('sonorancad reload');
    await server.advance(500);
    expect(seen()).toEqual(['Free', 'Free', false]);
  });

  test('are noticed without a command when that is wanted', async () => {
    write('config.json', '{ "reloadSeconds": 2 }');
    await boot();
    write('config.json', '{ "reloadSeconds": 2, "distances": "imperial" }');
    await server.advance(6000);
    expect(printed().at(-1)).toBe('Settings taken into use: distances.');
  });
});

describe('simulate', () => {
  const alerts = () => server.client(1)?.feed.map(({ subject, text }) => `${subject} ${text}`) ?? [];
  const calls = () => (server.callExport('sonorancad', 'getCalls') as unknown[]).length;
  const units = () => (server.callExport('sonorancad', 'getUnits') as unknown[]).length;

  test.each(['911', 'dispatch', 'panic', 'story'])('%s is marked as a test and goes away', async (kind) => {
    await boot();
    expect(type(`sonorancad simulate ${kind} 1`).at(-1)).toBe(`A test "${kind}" was sent. On duty: 1.`);
    await server.advance(500);
    expect(calls() + units()).toBeGreaterThan(0);
    expect(server.client(1)?.blips.length).toBeGreaterThan(0);
    for (const { name } of server.client(1)?.blips ?? []) expect(name).toMatch(/TEST|9\d{8}/);
    if (kind !== 'dispatch') expect(alerts().join('\n')).toMatch(/TEST/);
    await server.advance(90_000);
    expect([calls(), units(), server.client(1)?.blips]).toEqual([0, 0, []]);
    const { events } = server.callExport('sonorancad', 'getStatus') as { events: { accepted: number } };
    expect(events.accepted).toBe(0);
    expect(server.allProblems()).toEqual([]);
  });

  test('can be played by a player who may, and by no other', async () => {
    await boot();
    server.join(2);
    server.execute('sonorancad simulate 911', { player: 2 });
    await server.advance(200);
    expect(calls()).toBe(0);
    server.execute('sonorancad simulate 911', { player: 1 });
    await server.advance(200);
    expect(calls()).toBe(1);
    const said = (player: number) => JSON.stringify(server.client(player)?.chat.map(({ args }) => args));
    expect(said(1)).toContain('A test \\"911\\" was sent.');
    expect(said(2)).toContain('sonorancad.admin');
  });

  test.each([
    ['tone', 'tone', /Nobody hears it: tones are for units/],
    ['911 for somebody off duty', '911 2', /Player 2 is not, and sees none of it; sonorancad why 2/],
    ['911 for nobody', '911 77', /There is no player 77/],
    ['nothing', '', /^Usage: simulate 911\|dispatch/],
  ])('%s says who gets nothing', async (_, words, expected) => {
    await boot();
    expect(type(`sonorancad simulate ${words}`).at(-1)).toMatch(expected);
  });

  test('a crash in between leaves nothing, and the next one is seen again', async () => {
    const kvp = createKvpStore();
    await boot({ kvp });
    type('sonorancad simulate dispatch');
    type('sonorancad simulate 911');
    type('sonorancad simulate panic');
    await server.advance(2000);
    expect([calls(), units()]).toEqual([2, 1]);
    server.crash();
    server.start('sonorancad');
    await server.advance(2000);
    expect([calls(), units()]).toEqual([0, 0]);
    type('sonorancad simulate 911');
    expect(calls()).toBe(1);
  });
});

test('a player who may reads the doctor in the chat, without the colours of the console', async () => {
  await boot();
  server.execute('sonorancad doctor', { player: 1 });
  await server.advance(200);
  const lines = server.client(1)?.chat.map(({ args }) => String(args[0])) ?? [];
  expect(lines).toContain('ok SC-KEY An API key is set.');
  expect(lines.join('\n')).not.toContain('^');
});

test('status fits a screen, whatever has come', async () => {
  await boot();
  for (const type of ['EVENT_911', 'EVENT_REMOVE_911', 'EVENT_UNIT_STATUS', 'EVENT_TONE']) {
    const body = JSON.stringify({
      key: KEY,
      type,
      data: { callIds: [1], identIds: [1], status: 1, url: 'x' },
    });
    await server.inject({ method: 'POST', path: '/sonorancad/event', body }).done;
  }
  const lines = type('sonorancad status');
  expect(lines.length).toBeLessThanOrEqual(12);
  expect(lines.find((line) => line.startsWith('Events: '))).toMatch(/last EVENT_\w+ 0 s ago from \S+\.$/);
});

describe('the move from the official resource', () => {
  const old = {
    name: 'sonorancad_old',
    start: false,
    files: {
      'configuration/config.json': JSON.stringify({
        ...{ apiKey: KEY, serverId: 2, notificationSystem: 'chat', linkCommand: 'link' },
        statusLabels: ['OUT', 'IN'],
      }),
      'configuration/dispatchnotify_config.lua': 'local config = {\n  unitDutyMethod = "permissions",\n}\n',
    },
  };

  test('shows what its settings are called here, without the key', async () => {
    await boot({ resources: [old] });
    const lines = type('sonorancad migrate');
    expect(lines).toEqual([
      'Settings of the official resource in sonorancad_old:',
      'server.cfg: set sonoran_serverId "2"',
      'config.json: notify.order: ["chat","auto"]  (notificationSystem in config.json)',
      'config.json: statusLabels: ["OUT","IN"]  (statusLabels in config.json)',
      'config.json: duty.sources: ["ace"]  (unitDutyMethod in dispatchnotify)',
      expect.stringMatching(/^not taken over: linkCommand/),
      '"sonorancad migrate write" puts this into config.json and keeps a copy of the old one.',
    ]);
  });

  test('writes them when asked to, and a reload takes them into use', async () => {
    await boot({ resources: [old] });
    expect(type('sonorancad migrate write').at(-1)).toMatch(/^Written: config\.json/);
    expect(readFileSync(path.join(copy.folder, 'config.before-migration.json'), 'utf8')).toBe('{}');
    expect(type('sonorancad reload')).toEqual(['Settings taken into use: statusLabels, duty, notify.']);
    expect(type('sonorancad migrate').at(-1)).toBe('Nothing is to be changed in config.json.');
    expect(server.problems).toEqual([]);
  });
});

describe('files of the server that are not there', () => {
  const without = async (...files: string[]) => {
    for (const file of files) rmSync(path.join(copy.folder, 'dist', file));
    await boot();
  };

  test('cost the commands that need them, which say what to do; events go on', async () => {
    await without('console.js', 'websocket.js');
    const lost = ['dist/console.js cannot be used: it is missing; copy all files of the release here again.'];
    expect(['doctor', 'status', 'simulate 911', 'migrate'].map((word) => type(`sonorancad ${word}`))).toEqual(
      [lost, lost, lost, lost],
    );
    expect(type('sonorancad reload')).toEqual(['config.json says what it said before.']);
    const call = JSON.stringify({ key: KEY, type: 'EVENT_911', data: { call: { callId: 7 } } });
    expect((await request(server.port, 'POST', '/sonorancad/event', call)).status).toBe(200);
    expect(server.problems).toEqual([]);
  });

  test('cost what is right in a config.json with a mistake, and say so; one without is read', async () => {
    write('config.json', '{ "units": { "panicSeconds": 60 } }');
    await without('mistakes.js');
    expect(printed().join(' ')).not.toContain('cannot be used');
    write('config.json', '{ "units": { "panicSeconds": 60 }, // a minute\n }');
    expect(type('sonorancad reload').join(' ')).toContain(
      'dist/mistakes.js cannot be used: it is missing; copy all files of the release here again',
    );
    expect(server.problems).toEqual([]);
  });

  test('are read again at the next command once they are back', async () => {
    await without('console.js');
    type('sonorancad status');
    copyFileSync('dist/console.js', path.join(copy.folder, 'dist/console.js'));
    expect(type('sonorancad status')[0]).toMatch(/^sonorancad \d/);
  });

  test('are told of when they hold something else', async () => {
    write('dist/console.js', 'not a script');
    await boot();
    expect(type('sonorancad status')).toEqual([
      expect.stringMatching(/^dist\/console\.js cannot be used: .*; copy all files/),
    ]);
    expect(server.problems).toEqual([]);
  });
});
