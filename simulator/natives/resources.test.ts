import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PROBE, problemsOf, useServers } from '../test-support.ts';

const start = useServers();
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'cad-'));
  const manifest =
    "fx_version 'cerulean'\ngame 'gta5'\nversion '1.2'\nserver_scripts { 'a.js', 'b.js' }\nmine 'x' { a = 1 }";
  for (const [name, text] of Object.entries({ 'fxmanifest.lua': manifest, 'a.js': '0', 'b.js': '0' })) {
    writeFileSync(path.join(dir, name), text);
  }
});
afterEach(() => rmSync(dir, { recursive: true }));
const startCad = (cfg = '') => start({ cfg, resources: [{ name: 'cad', dir }] });

test.each([
  ["GetResourceMetadata('cad', 'version', 0)", '1.2'],
  ["GetResourceMetadata('cad', 'server_script', 1)", 'b.js'],
  ["GetResourceMetadata('cad', 'server_scripts', 0)", null],
  ["GetResourceMetadata('cad', 'mine_extra', 0)", '{"a":1}'],
  ["GetNumResourceMetadata('cad', 'server_script')", 2],
  ["GetNumResourceMetadata('none', 'version')", 0],
  ['GetCurrentResourceName()', 'cad'],
  ['GetInvokingResource()', null],
  ["[GetResourceState('cad'), GetResourceState('none')]", ['started', 'missing']],
  [
    '(() => { const names = []; for (let i = 0; i < GetNumResources(); i++) names.push(GetResourceByFindIndex(i)); return names })()',
    ['cad', PROBE],
  ],
  ['GetResourceByFindIndex(99)', null],
  ["LoadResourceFile('cad', 'a.js')", '0'],
  ["LoadResourceFile('cad', '../secret')", null],
  ["LoadResourceFile('none', 'a.js')", null],
  ["GetResourcePath('none')", null],
])('%s', async (code, result) => {
  const server = await startCad();
  expect(server.evaluate(code, 'cad')).toEqual(result);
});

describe('SaveResourceFile', () => {
  test.each([
    ["SaveResourceFile('cad', 'out.txt', 'héllo', -1)", 1, 'héllo'],
    ["SaveResourceFile('cad', 'out.txt', 'héllo', 3)", 1, 'hé'],
    ["SaveResourceFile('cad', 'out.txt', '', -1)", 1, ''],
    ["SaveResourceFile('cad', 'none/out.txt', 'x', -1)", false, null],
    ["SaveResourceFile('cad', '../out.txt', 'x', -1)", false, null],
    [`SaveResourceFile('${PROBE}', 'out.txt', 'x', -1)`, false, null],
    ["SaveResourceFile('none', 'out.txt', 'x', -1)", false, null],
  ])('%s', async (code, result, content) => {
    const server = await startCad();
    expect(server.evaluate(code, 'cad')).toBe(result);
    const file = path.join(dir, 'out.txt');
    expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(content);
  });

  test('into another resource needs permission', async () => {
    const server = await startCad(`add_filesystem_permission ${PROBE} write cad`);
    expect(server.evaluate("SaveResourceFile('cad', 'out.txt', 'x', -1)")).toBe(1);
    expect(readFileSync(path.join(dir, 'out.txt'), 'utf8')).toBe('x');
  });
});

test('scripts start and stop others, never themselves', async () => {
  const server = await startCad();
  const states = () => server.evaluate(`[GetResourceState('cad'), GetResourceState('${PROBE}')]`);
  expect(server.evaluate(`[StopResource('cad'), StopResource('${PROBE}'), StopResource('none')]`)).toEqual([
    1,
    false,
    false,
  ]);
  expect(states()).toEqual(['stopped', 'started']);
  expect(server.evaluate("[StartResource('cad'), StartResource('cad'), StartResource('none')]")).toEqual([
    1,
    1,
    false,
  ]);
  expect(states()).toEqual(['started', 'started']);
});

test('key-value pairs', async () => {
  const server = await startCad();
  const code = `SetResourceKvp('a:2', 'x'); SetResourceKvpNoSync('a:1', 'y'); SetResourceKvpIntNoSync('n', 5.9); SetResourceKvpFloat('f', 1.1);
    const handle = StartFindKvp('a:'); const keys = []; let key; while ((key = FindKvp(handle))) keys.push(key); EndFindKvp(handle);
    [GetResourceKvpString('a:1'), GetResourceKvpString('none'), GetResourceKvpInt('n'), GetResourceKvpFloat('f'), GetResourceKvpInt('none'), keys]`;
  expect(server.evaluate(code, 'cad')).toEqual(['y', null, 5, Math.fround(1.1), 0, ['a:1', 'a:2']]);
  expect(server.evaluate("GetResourceKvpString('a:1')")).toBeNull();
  expect(() => server.evaluate("GetResourceKvpString('n')", 'cad')).toThrow('std::bad_cast');
  expect(server.kvp.stats).toEqual({ sync: 2, noSync: 2, flushes: 0 });
});

test('a walk over key-value pairs that goes wrong', async () => {
  const server = await start();
  expect(() => server.evaluate('FindKvp(3)')).toThrow('closed handle');
  expect(server.evaluate("for (let i = 0; i < 64; i++) StartFindKvp(''); StartFindKvp('')")).toBe(-1);
  expect(problemsOf(server)).toEqual([
    expect.stringContaining('fatal: FindKvp(3) on a closed handle'),
    expect.stringContaining('kvp: StartFindKvp: all 64 handles'),
  ]);
});
