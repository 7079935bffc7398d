import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PROBE, printed, problemsOf, useServers } from '../test-support.ts';

const start = useServers();
let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(os.tmpdir(), 'resources-'));
});
afterEach(() => rmSync(base, { recursive: true }));

const HEAD = "fx_version 'cerulean'\ngame 'gta5'\n";
/** Writes a resource folder and gives its definition. */
function folder(name: string, manifest: string, files: Record<string, string> = {}) {
  const dir = path.join(base, name);
  for (const [file, text] of Object.entries({ 'fxmanifest.lua': HEAD + manifest, ...files })) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  return { name, dir };
}

describe('scripts', () => {
  test('run shared ones first, each pattern sorted, under the names stacks show', async () => {
    const server = await start({
      resources: [
        folder('cad', "server_scripts { 'z.js', 'lib/*.js' }\nshared_script 's.js'\nclient_script 'c.js'", {
          'z.js': "console.log('z')",
          'lib/b.js': "console.log('b'); throw new Error('stop')",
          'lib/a.js': "console.log('a', shared)",
          's.js': "var shared = 'shared'",
          'c.js': "console.log('never')",
        }),
      ],
    });
    expect(printed(server, 'cad').slice(0, 3)).toEqual(['z', 'a shared', 'b']);
    expect(printed(server, 'cad')[3]).toBe(
      'Error loading script lib/b.js in resource cad: Error: stop\nstack:\nError: stop\n    at @cad/lib/b.js:1:25',
    );
    expect(server.state('cad')).toBe('started');
  });

  test('of another resource run in this one, under their own name', async () => {
    const server = await start({
      resources: [
        folder('lib', '', { 'init.js': 'console.log(GetCurrentResourceName()); throw new Error("x")' }),
        folder('cad', "server_script '@lib/init.js'"),
      ],
    });
    expect(printed(server, 'cad')).toEqual(['cad', expect.stringContaining('at @lib/init.js:1:')]);
  });

  test('with broken syntax do not stop the others', async () => {
    const server = await start({
      resources: [
        folder('cad', "server_scripts { 'a.js', 'b.js' }", {
          'a.js': 'let let = 1',
          'b.js': "console.log('b')",
        }),
      ],
    });
    expect(printed(server, 'cad')).toEqual([
      expect.stringMatching(/^Error parsing script @cad\/a\.js in resource cad: SyntaxError: /),
      'b',
    ]);
    expect(server.console.map(({ text }) => text)).toContain('Failed to load script a.js.');
    expect(problemsOf(server)).toEqual([expect.stringMatching(/^script: Error parsing script @cad\/a\.js/)]);
  });

  test('share the globals of their resource, and not those of others', async () => {
    const server = await start({
      resources: [
        folder('cad', "server_scripts { 'a.js', 'b.js' }", {
          'a.js': 'var a = 1; function f() { return a }; const c = 5',
          'b.js': 'console.log(f(), globalThis.a, c, typeof __filename, typeof __dirname, typeof exports)',
        }),
        folder('other', "server_script 'o.js'", { 'o.js': 'console.log(typeof a)' }),
      ],
    });
    expect(printed(server, 'cad')).toEqual(['1 1 5 undefined undefined function']);
    expect(printed(server, 'other')).toEqual(['undefined']);
  });

  test('declared twice at the top level are a syntax error', async () => {
    const server = await start({
      resources: [
        folder('cad', "server_scripts { 'a.js', 'b.js' }", { 'a.js': 'const c = 5', 'b.js': 'const c = 6' }),
      ],
    });
    expect(problemsOf(server)[0]).toContain("Identifier 'c' has already been declared");
  });
});

describe('a manifest', () => {
  test('may list files that are missing: a warning, and the resource starts', async () => {
    const server = await start({
      resources: [folder('cad', "server_script 'none.js'\nfiles { 'web/*.html', 'nofolder/*.js', '*.txt' }")],
    });
    const lines = server.console.map(({ text }) => text);
    expect(lines).toContain(
      '^3Warning: could not find server_script `none.js` (defined in fxmanifest.lua:3)^7',
    );
    expect(lines).toContain('Started resource cad (3 warnings)');
    expect(problemsOf(server)).toHaveLength(3);
  });

  test.each([
    ["fx_version 'cerulean'", 'does not support the current game'],
    ["game 'gta5'", 'does not specify an `fx_version`'],
    ["fx_version 'cerulean'\ngame 'common'\ngame 'gta5'", 'ill-formed'],
    ["fx_version 'cerulean'\ngame 'gta5'\ndependency '/server:99999'", "Resource 'cad' can't run:"],
    ["fx_version 'cerulean'\ngame 'gta5'\ndependency '/nonsense'", "Resource 'cad' can't run:"],
    [
      "fx_version 'cerulean'\ngame 'gta5'\ndependency 'missing'",
      'Could not find dependency missing for resource cad.',
    ],
  ])('%j keeps the resource from starting', async (manifest, message) => {
    const definition = folder('cad', '');
    writeFileSync(path.join(definition.dir, 'fxmanifest.lua'), manifest);
    const server = await start({ resources: [definition] });
    expect(server.state('cad')).toBe('stopped');
    expect(problemsOf(server).join()).toContain(message);
  });

  test('that cannot be read leaves no resource', async () => {
    const definition = folder('cad', '');
    writeFileSync(path.join(definition.dir, 'fxmanifest.lua'), "fx_version 'cerulean");
    const server = await start({ resources: [definition, { name: 'none', dir: path.join(base, 'none') }] });
    expect([server.state('cad'), server.state('none')]).toEqual(['missing', 'missing']);
    expect(problemsOf(server).join()).toContain('Could not parse resource metadata file');
    expect(problemsOf(server).join()).toContain('no such file');
  });

  test('is read again, with all files, on restart', async () => {
    const definition = folder('cad', "version '1'\nserver_script 'a.js'", { 'a.js': "console.log('one')" });
    const server = await start({ resources: [definition] });
    writeFileSync(
      path.join(definition.dir, 'fxmanifest.lua'),
      `${HEAD}version '2'\nserver_scripts { 'a.js', 'b.js' }`,
    );
    writeFileSync(
      path.join(definition.dir, 'a.js'),
      "console.log('two', GetResourceMetadata('cad', 'version', 0))",
    );
    writeFileSync(path.join(definition.dir, 'b.js'), "console.log('more')");
    server.restart('cad');
    expect(printed(server, 'cad')).toEqual(['one', 'two 2', 'more']);
  });
});

describe('dependencies', () => {
  const scripts = (name: string) => ({ server: [`console.log('${name}')`] });
  const definitions = [
    { name: 'cad', metadata: { dependency: ['framework', '/onesync'] }, scripts: scripts('cad') },
    { name: 'framework', scripts: scripts('framework') },
  ];

  test('start first', async () => {
    const server = await start({ resources: definitions });
    const started = server.console.flatMap(({ text }) => /^Started resource (\w+)/.exec(text)?.[1] ?? []);
    expect(started).toEqual(['framework', 'cad', PROBE]);
  });

  test('take those along that need them when they stop, and do not bring them back', async () => {
    const server = await start({ resources: definitions });
    server.stop('framework');
    expect([server.state('cad'), server.state('framework')]).toEqual(['stopped', 'stopped']);
    server.start('framework');
    expect(server.state('cad')).toBe('stopped');
  });

  test('may be provided by another resource', async () => {
    const server = await start({
      resources: [
        { name: 'modern', metadata: { provide: 'framework' } },
        { name: 'cad', metadata: { dependency: 'framework' }, scripts: scripts('cad') },
      ],
    });
    expect([server.state('cad'), server.state('framework')]).toEqual(['started', 'started']);
  });
});

describe('lifecycle events', () => {
  const LISTEN = `for (const name of ['onResourceStarting', 'onResourceStart', 'onServerResourceStart', 'onResourceStop', 'onServerResourceStop'])
    on(name, (resource) => console.log(name, resource, GetResourceState(resource)));`;

  test('come in the order of the host', async () => {
    const server = await start({ server: `console.log('script'); ${LISTEN}` });
    await server.advance(50);
    expect(printed(server)).toEqual([
      'script',
      'onResourceStart probe starting',
      'onServerResourceStart probe started',
    ]);
    server.addResource({ name: 'cad', scripts: { server: [LISTEN] } });
    await server.advance(50);
    server.stop('cad');
    await server.advance(50);
    expect(printed(server).slice(3)).toEqual([
      'onResourceStarting cad starting',
      'onResourceStart cad starting',
      'onServerResourceStart cad started',
      'onResourceStop cad started',
      'onServerResourceStop cad stopped',
    ]);
    expect(printed(server, 'cad')).toEqual(
      [
        'onResourceStart cad starting',
        'onServerResourceStart probe started',
        'onServerResourceStart cad started',
        'onResourceStop cad started',
      ].filter((line) => !line.includes('probe')),
    );
  });

  test('let a handler keep a resource from starting', async () => {
    const server = await start({
      server: "on('onResourceStarting', (name) => { if (name === 'cad') CancelEvent() })",
    });
    expect(server.addResource({ name: 'cad', scripts: { server: ["console.log('never')"] } })).toBe(false);
    expect(server.state('cad')).toBe('stopped');
    expect(printed(server, 'cad')).toEqual([]);
  });
});

test('stopping takes handlers, commands and exports away, and keeps what the host remembers', async () => {
  const server = await start({
    server: `on('x', () => console.log('x')); RegisterCommand('c', () => {}, false); exports('e', () => 1);
      AddConvarChangeListener('*', () => console.log('changed')); SetResourceKvp('k', 'v');`,
  });
  server.stop(PROBE);
  server.emit('x');
  server.setConvar('y', '1');
  await server.advance(100);
  expect(printed(server)).toEqual([]);
  expect(server.execute('c')).toBe('unknown');
  expect(() => server.callExport(PROBE, 'e')).toThrow('No such export e');
  expect(() => server.evaluate('1')).toThrow('no scripts running');
  server.start(PROBE);
  expect(server.evaluate("GetResourceKvpString('k')")).toBe('v');
});

test('a crash tells nobody and loses nothing', async () => {
  const server = await start({
    server: `on('onResourceStop', () => console.log('stopping')); SetResourceKvpNoSync('k', 'v')`,
  });
  server.crash();
  expect([printed(server), server.state(PROBE)]).toEqual([[], 'stopped']);
  server.start(PROBE);
  expect(server.evaluate("GetResourceKvpString('k')")).toBe('v');
});

test('starting what is started, stopping what is stopped, and what nobody knows', async () => {
  const server = await start();
  expect([server.start(PROBE), server.stop(PROBE), server.stop(PROBE)]).toEqual([true, true, true]);
  expect([server.start('none'), server.stop('none'), server.state('none')]).toEqual([
    false,
    false,
    'missing',
  ]);
});
