// The rules of the house, checked: natives in fx only, no zod on the client, imports in one direction.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Metafile } from 'esbuild';

const root = process.cwd();
const script = (name: string) => path.join(root, 'scripts', name);

/** Compiles `source` as if it were a file of `program`; returns what the compiler prints. */
function compile(program: string, source: string): string {
  const cache = path.join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'house-'));
  try {
    writeFileSync(path.join(folder, 'probe.ts'), source);
    const config = { extends: path.join(root, program, 'tsconfig.json'), include: ['probe.ts'] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    return spawnSync(process.execPath, [tsc, '--pretty', 'false', '-p', folder], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('natives', () => {
  const server = "SetHttpHandler(() => {}); on('x', () => {}); emitNet('x', 1); export {};";
  const client = "AddBlipForCoord(1, 2, 3); on('x', () => {}); emitNet('x', 1); export {};";
  const unknown = /Cannot find name/g;

  test.each([
    ['server', server, 3],
    ['server/fx', server, 0],
    ['client', client, 3],
    ['client/fx', client, 0],
    ['shared', server, 3],
    ['web', server, 3],
  ])('in %s', (program, source, errors) => {
    expect(compile(program, source).match(unknown) ?? []).toHaveLength(errors);
  });

  test('the page knows no Node', () => {
    expect(compile('web', 'process; Buffer; fetch; document; export {};').match(unknown)).toHaveLength(2);
  });

  test.each([['client'], ['client/fx'], ['shared']])('%s knows no Node and no browser', (program) => {
    const source = 'process; Buffer; fetch; document; new URL("x"); new TextEncoder(); export {};';
    expect(compile(program, source).match(unknown)).toHaveLength(6);
  });
});

describe('the bundles', () => {
  /** Files that may not be part of a bundle. */
  const intruders = (metafile: Metafile, forbidden: RegExp) =>
    Object.keys(metafile.inputs).filter((file) => forbidden.test(file));

  const IN_CLIENT = /node_modules|^server|^web|^simulator|^test|^bench/;
  const IN_SERVER = /^client|^web|^simulator|^test|^bench/;
  const IN_WEB = /^(?!web\/|shared\/|(?:.*\/)?node_modules\/preact\/)/;

  const metafiles: Record<'server' | 'console' | 'mistakes' | 'websocket' | 'client' | 'web', Metafile> =
    JSON.parse(
      execFileSync(process.execPath, [script('metafiles.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 }),
    );

  test('the client holds our own client code only', () => {
    expect(intruders(metafiles.client, IN_CLIENT)).toEqual([]);
    expect(Object.keys(metafiles.client.inputs)).toContain('client/main.ts');
  });

  test('the server holds neither client nor simulator', () => {
    expect(intruders(metafiles.server, IN_SERVER)).toEqual([]);
    expect(intruders(metafiles.server, /zod/).length).toBeGreaterThan(0);
    for (const part of [metafiles.console, metafiles.mistakes, metafiles.websocket])
      expect(intruders(part, IN_SERVER)).toEqual([]);
  });

  test('what is in parts of the server is not in its first file, and zod is nowhere else', () => {
    expect(
      intruders(
        metafiles.server,
        /node_modules\/(?:ws|jsonc-parser)\/|console-part|mistakes-part|doctor|migrate\//,
      ),
    ).toEqual([]);
    expect(intruders(metafiles.console, /server\/migrate\/|doctor/).length).toBeGreaterThan(1);
    expect(intruders(metafiles.websocket, /node_modules\/ws\//).length).toBeGreaterThan(0);
    const classic = /node_modules\/zod\/v4\/classic/;
    expect(Object.values(metafiles).flatMap((one) => intruders(one, classic))).toEqual([]);
    const parts = [metafiles.console, metafiles.mistakes, metafiles.websocket];
    expect(parts.flatMap((one) => intruders(one, /zod/))).toEqual([]);
  });

  test('the page holds its own code, shared and preact', () => {
    expect(intruders(metafiles.web, IN_WEB)).toEqual([]);
    expect(Object.keys(metafiles.web.inputs)).toContain('web/main.tsx');
  });

  test('the check notices an intruder', () => {
    const inputs = { 'client/main.ts': {}, 'node_modules/zod/index.js': {} };
    expect(intruders({ inputs, outputs: {} } as unknown as Metafile, IN_CLIENT)).toEqual([
      'node_modules/zod/index.js',
    ]);
  });

  test('are classic scripts: no modules, no exports', () => {
    for (const file of [
      'dist/server.js',
      'dist/console.js',
      'dist/mistakes.js',
      'dist/websocket.js',
      'dist/client.js',
      'dist/web/app.js',
    ]) {
      expect(readFileSync(file, 'utf8')).not.toMatch(
        /^(?:import|export) |\bmodule\.exports ?=(?!=)|(?<![.\w$])exports\.\w+ ?=(?!=)/m,
      );
    }
  });
});

describe('imports', () => {
  const forbidden = [
    ['server/cad/x.ts', '../players/roster.ts'],
    ['server/cad/x.ts', '../fx/host.ts'],
    ['server/push/x.ts', '../deliver/views.ts'],
    ['server/players/x.ts', '../http/reply.ts'],
    ['server/main.ts', './fx/host.ts'],
    ['server/main.ts', '../client/main.ts'],
    ['client/x.ts', 'zod'],
    ['client/x.ts', '../server/main.ts'],
    ['client/x.ts', './fx/blips.ts'],
    ['shared/x.ts', '../server/main.ts'],
    ['shared/x.ts', '../web/format.ts'],
    ['web/x.ts', '../client/main.ts'],
    ['web/x.ts', '../server/main.ts'],
    ['web/x.ts', 'zod'],
    ['simulator/x.ts', '../server/main.ts'],
    ['shared/x.test.ts', 'fast-check'],
    ['test/support/x.ts', 'fast-check'],
  ] as const;
  const allowed = [
    ['server/deliver/x.ts', '../players/audience.ts'],
    ['server/push/x.ts', '../cad/store.ts'],
    ['server/fx/x.ts', '../main.ts'],
    ['client/x.ts', '../shared/call.ts'],
    ['web/x.ts', '../shared/call.ts'],
    ['web/x.ts', 'preact/hooks'],
    ['test/support/properties.ts', 'fast-check'],
  ] as const;

  /** What the linter says about each import, in a tree of its own with the project's rules. */
  const verdicts = [...forbidden, ...allowed].map(([file, specifier], index) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'house-'));
    const rules = JSON.parse(readFileSync('biome.json', 'utf8'));
    writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), `import { a } from '${specifier}';\nexport const b = a;\n`);
    const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const args = [biome, 'lint', '--only=style/noRestrictedImports', '.'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    return {
      file,
      specifier,
      isForbidden: index < forbidden.length,
      isRefused: status === 1 && /noRestrictedImports/.test(stderr),
    };
  });

  test.each(verdicts)('$file importing $specifier: forbidden $isForbidden', ({ isForbidden, isRefused }) => {
    expect(isRefused).toBe(isForbidden);
  });
});

test.each([
  ['everything generated is up to date', ['gen.mjs', '--check']],
  ['all files name one version', ['check-version.mjs']],
])('%s', (_, [name = '', ...args]) => {
  const { status, stderr } = spawnSync(process.execPath, [script(name), ...args], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
