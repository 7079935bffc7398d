import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { printed, problemsOf, useServers } from '../test-support.ts';

const start = useServers();
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'modules-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

async function startWith(files: Record<string, string>) {
  const manifest = "fx_version 'cerulean'\ngame 'gta5'\nserver_script 'main.js'";
  for (const [file, text] of Object.entries({ 'fxmanifest.lua': manifest, 'main.js': '0', ...files })) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  return start({ resources: [{ name: 'cad', dir }] });
}

describe('require', () => {
  test("runs the resource's own modules among its globals", async () => {
    const server = await startWith({
      'lib/a.js':
        "exports.name = GetCurrentResourceName(); exports.list = []; exports.b = require('./b'); exports.dir = __dirname",
      'lib/b.js': "module.exports = () => 'b'",
    });
    expect(
      server.evaluate(
        "const a = require('./lib/a'); [a.name, a.list instanceof Array, a.b(), a.dir.endsWith('lib'), a === require('./lib/a.js')]",
        'cad',
      ),
    ).toEqual(['cad', true, 'b', true, true]);
  });

  test('finds packages beside the resource', async () => {
    const server = await startWith({
      'node_modules/pkg/index.js': 'module.exports = 5',
      'data.json': '{"x":[1]}',
    });
    expect(server.evaluate("[require('pkg'), require('./data.json').x instanceof Array]", 'cad')).toEqual([
      5,
      true,
    ]);
  });

  test('names what is missing or broken', async () => {
    const server = await startWith({ 'bad.js': "throw new Error('bad')" });
    expect(() => server.evaluate("require('./none')", 'cad')).toThrow("Cannot find module './none'");
    expect(() => server.evaluate("require('./bad')", 'cad')).toThrow('bad');
  });
});

test("the temporary folder is the resource's own and goes with it", async () => {
  const server = await startWith({
    'main.js':
      "fs.writeFileSync(path.join(os.tmpdir(), 'x'), '1'); console.log(os.tmpdir() === require('os').tmpdir())",
  });
  expect(printed(server, 'cad')).toEqual(['true']);
  expect(existsSync(path.join(dir, '.tmp', 'x'))).toBe(true);
  server.stop('cad');
  expect(existsSync(path.join(dir, '.tmp'))).toBe(false);
});

describe('processes and threads', () => {
  const RUN = "require('child_process').execFileSync(process.env.NODE || 'node', ['-e', '0'])";

  test('are refused', async () => {
    const server = await start();
    expect(() => server.evaluate(RUN)).toThrow('Access to this API has been restricted');
    expect(() => server.evaluate("new (require('worker_threads').Worker)('x')")).toThrow('restricted');
    expect(problemsOf(server)).toEqual([
      'script: child_process is not permitted for probe',
      'script: worker_threads is not permitted for probe',
    ]);
  });

  test('unless the configuration permits them', async () => {
    const server = await start({ cfg: 'add_unsafe_child_process_permission probe' });
    expect(() => server.evaluate(RUN)).not.toThrow();
  });
});
