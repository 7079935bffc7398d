// What owners get wrong, on the built bundle: the console says it once, in one line each, and what to do about it.

import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
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
