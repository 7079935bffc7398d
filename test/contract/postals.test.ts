// The postals of a server whose postal resource comes, changes and goes, with the adapter that the game server has.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { type SimServer, startServer } from '../../simulator/index.ts';

const MANIFEST =
  "fx_version 'cerulean'\ngame 'gta5'\nfile 'new-postals.json'\npostal_file 'new-postals.json'\n";

let script = '';
let folder = '';
let server: SimServer;

/** Writes a resource with postals to the disk. */
function install(name: string, postals: string | null): { name: string; dir: string } {
  const dir = path.join(folder, name);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'fxmanifest.lua'), MANIFEST);
  if (postals !== null) writeFileSync(path.join(dir, 'new-postals.json'), postals);
  return { name, dir };
}

const probe = () => ({ name: 'probe', scripts: { server: [script] } });
const find = (code: string) => server.callExport('probe', 'find', code);
const source = () => server.callExport('probe', 'source');
const changes = () => server.callExport('probe', 'changes');
/** What the probe wrote to the console. */
const lines = () =>
  server.console.filter(({ channel }) => channel === 'script:probe').map(({ text }) => text.trim());

beforeAll(() => {
  const { outputFiles } = buildSync({
    entryPoints: ['test/contract/postals-probe.ts'],
    bundle: true,
    format: 'iife',
    platform: 'node',
    target: 'node22',
    write: false,
  });
  script = outputFiles[0]?.text ?? '';
  folder = mkdtempSync(path.join(tmpdir(), 'postals-'));
});

beforeEach(async () => {
  server = await startServer({
    clock: 'manual',
    resources: [{ name: 'hud', metadata: { version: '1' } }, probe()],
  });
});

afterEach(() => server.shutdown());
afterAll(() => rmSync(folder, { recursive: true }));

test('a resource that runs already is found', async () => {
  await server.shutdown();
  const resource = install('nearest-postal', '[{"x":425.5,"y":-979.25,"code":"8112"}]');
  server = await startServer({ clock: 'manual', resources: [resource, probe()] });
  expect([source(), find('8112')]).toEqual(['nearest-postal', '425.5,-979.25']);
  expect(lines()).toEqual(['1 postals are known from nearest-postal.']);
  expect(server.problems).toEqual([]);
});

test('a resource is found when it starts, read anew when it restarts, and dropped when it stays away', async () => {
  expect([source(), lines()]).toEqual([null, []]);

  server.addResource(install('nearest-postal', '[{"x":1,"y":2,"code":"8112"}]'));
  expect([source(), find('8112'), find('8113')]).toEqual(['nearest-postal', '1,2', null]);

  install('nearest-postal', '[{"x":3,"y":4,"code":8113}]');
  server.restart('nearest-postal');
  expect([find('8112'), find('8113'), changes()]).toEqual([null, '3,4', 2]);
  await server.advance(60_000);
  expect(find('8113')).toBe('3,4');

  server.stop('nearest-postal');
  await server.advance(9_900);
  expect(find('8113')).toBe('3,4');
  await server.advance(200);
  expect([source(), find('8113'), changes()]).toEqual([null, null, 3]);

  server.start('nearest-postal');
  expect([source(), find('8113')]).toEqual(['nearest-postal', '3,4']);
  expect(lines()).toEqual([
    '1 postals are known from nearest-postal.',
    '1 postals are known from nearest-postal.',
    'The postals of nearest-postal are not used any more.',
    '1 postals are known from nearest-postal.',
  ]);
  expect(server.problems).toEqual([]);
});

test('broken JSON leaves the postals as they are', async () => {
  server.addResource(install('nearest-postal', '[{"x":1,"y":2,"code":"8112"}]'));
  install('nearest-postal', '[{"x":3,\n"y":4,');
  server.restart('nearest-postal');
  await server.advance(60_000);
  expect([source(), find('8112'), changes()]).toEqual(['nearest-postal', '1,2', 1]);
  expect(lines()).toHaveLength(2);
  expect(lines()[1]).toContain(
    'The postals of nearest-postal cannot be used: new-postals.json: it is not JSON',
  );
  expect(server.problems).toEqual([]);
});

test('a missing file is told of', () => {
  server.addResource(install('our-postals', null));
  expect(source()).toBeNull();
  expect(lines()[0]).toContain(
    'The postals of our-postals cannot be used: new-postals.json: the file is missing.',
  );
  // The host warns of it, too.
  expect(server.problems.map(({ kind }) => kind)).toEqual(['manifest']);
});
