// What owners get wrong, on the built bundle: the console says it once, in one line each, and what to do about it.

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ServerOptions, type SimServer, startServer } from '../../simulator/index.ts';
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

async function boot({ resourceName = 'sonorancad', ...options }: Partial<ServerOptions> = {}) {
  server = await startServer({
    ...{ resourceDir: copy.folder, resourceName, clock: 'manual', convars: { sonoran_apiKey: KEY } },
    principals: { 'group.police': ['sonorancad.duty'] },
    players: [{ id: 1, name: 'Iris Dale', groups: ['group.police'], coords: [0, 0, 0] }],
    ...options,
  });
  server.join(1);
  await server.advance(1500);
}

/** What the resource has printed, as the host gets it. */
const raw = () =>
  server.console.filter(({ channel }) => channel.startsWith('script:')).map(({ text }) => text);
const plain = (text: string) => stripVTControlCharacters(text).trim().replace(/\^\d/g, '');
const printed = () => raw().map(plain);

/** What a command prints. */
function type(line: string): string[] {
  const before = printed().length;
  server.execute(line);
  return printed().slice(before);
}

test('the name of a player cannot colour the console or write lines of its own', async () => {
  const name = '^1Iris\n\u001b[31mWarning: forged\u202e';
  await boot({ players: [{ id: 1, name, groups: ['group.police'], coords: [0, 0, 0] }] });
  type('sonorancad doctor');
  type('sonorancad why 1');
  const about = raw().filter((text) => text.includes('forged'));
  expect(about.length).toBeGreaterThanOrEqual(2);
  for (const text of about) {
    for (const mark of ['^1', '\n\u001b', '\u001b[31mWarning', '\u202e']) expect(text).not.toContain(mark);
  }
});

describe('files that are not where they belong', () => {
  const inFolder = (name: string) => path.join(copy.folder, name);
  const found = (code: string) =>
    type('sonorancad doctor').find((line) => new RegExp(`^\\w+ +${code} `).test(line));

  test.each(['dist/web', 'dist/client.js', 'locales'])('%s is missed by the doctor', async (name) => {
    rmSync(inFolder(name), { recursive: true });
    await boot();
    expect(found('SC-FILES')).toMatch(new RegExp(`^FAIL SC-FILES .* missing: .*${name}`));
  });

  test('none is missing in what the zip holds', async () => {
    await boot();
    expect(found('SC-FILES')).toBe('ok   SC-FILES     All files of the release are there.');
  });

  test('config.json is not there', async () => {
    rmSync(inFolder('config.json'));
    await boot();
    expect(found('SC-CONFIG')).toMatch(/^warn SC-CONFIG .*There is no config\.json that can be read/);
  });

  test('config.json is called otherwise, which the start tells at once', async () => {
    renameSync(inFolder('config.json'), inFolder('config.json.txt'));
    await boot();
    expect(printed()[0]).toMatch(/^Warning: config\.json: there is only a file called config\.json\.txt/);
    expect(printed().at(-1)).toMatch(/^Next: mend the mistake/);
  });
});

test('in a folder of another name every line that names a command names one that there is', async () => {
  await boot({
    resourceName: 'cad_listener',
    players: [{ id: 1, name: 'Iris Dale', coords: [0, 0, 0] }],
    replicatedConvars: { 'ox:locale': 'xx' },
  });
  const words = ['help', 'doctor', 'status', 'simulate 911', 'simulate 911 1', 'why 1', 'reload', 'migrate'];
  const lines = [...printed(), ...words.flatMap((word) => type(`cad_listener ${word}`))];
  expect(lines.join('\n')).toMatch(/cad_listener reload[\s\S]*cad_listener why </);
  expect(
    lines.filter((line) => /sonorancad (?:reload|why|doctor|status|simulate|migrate)/.test(line)),
  ).toEqual([]);
});

test('what the websocket lacks is told once', async () => {
  writeFileSync(path.join(copy.folder, 'config.json'), '{ "transport": "websocket" }');
  await boot();
  expect(printed().filter((line) => line.includes('sonoran_serverId'))).toHaveLength(1);
  expect(printed()[1]).toBe('sonorancad 0.1.0 gets no events: the websocket lacks something');
});

test('no command shows the key, wherever an owner put it', async () => {
  const key = 'Abcd-0123-EFGH-4567';
  const text = `{ "notify": "${key}", "distances": "${key}", "${key}": 1, "duty": { "sources": ["${key}"] } }`;
  writeFileSync(path.join(copy.folder, 'config.json'), text);
  const files = {
    'configuration/config.json': JSON.stringify({ apiKey: key, linkCommand: key, serverId: key }),
  };
  await boot({
    convars: { sonoran_apiKey: key, sonoran_serverId: key, sonoran_apiUrl: `https://x/${key}` },
    principals: { 'group.police': ['sonorancad.duty', 'sonorancad.admin'] },
    resources: [{ name: 'sonorancad_old', start: false, files }],
  });
  const words = [
    '',
    'help',
    'status',
    'doctor',
    'why',
    `why 1 ${key}`,
    'simulate story',
    'reload',
    'migrate',
  ];
  for (const word of [...words, 'migrate write', 'doctor', `migrate ${key}`, key]) {
    server.execute(`sonorancad ${word}`);
    await server.advance(200);
    server.execute(`sonorancad ${word}`, { player: 1 });
    await server.advance(1500);
  }
  const chat = server.client(1)?.chat.map((line) => JSON.stringify(line)) ?? [];
  expect(chat.length).toBeGreaterThan(50);
  // Who types it sees it in the answer: that line is the owner's own.
  const shown = [...raw(), ...chat].filter((line) => /abcd-0123/i.test(line));
  expect(shown.filter((line) => !/There is no|no open call|there is no configuration/.test(line))).toEqual(
    [],
  );
  expect(raw().join()).toContain('got "(the API key)"');
});
