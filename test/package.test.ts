// The release: what is in it, and that it is complete and reproducible.

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

interface Release {
  readonly names: string[];
  readonly manifest: string;
  readonly thirdParty: string;
  /** Packages that are part of the bundles. */
  readonly packages: string[];
  /** Checksums of the bundles by file, in dist/ and of a build of its own. */
  readonly bundles: [Record<string, string>, Record<string, string>];
  readonly sums: [string, string];
}

/** The scripts are ES modules of their own: asked through a child process. */
const release: Release = JSON.parse(
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { createHash } from 'node:crypto';
       import { readFileSync } from 'node:fs';
       import path from 'node:path';
       import { build, bundles } from './build.mjs';
       import { releaseFiles, zipRelease } from './scripts/package.mjs';
       import { bundledPackages } from './scripts/third-party.mjs';
       import { build as esbuild } from 'esbuild';
       import { unzipSync } from 'fflate';
       const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
       const metafiles = await build({ write: false });
       const sum = () => digest(zipRelease(releaseFiles(metafiles)));
       const zip = zipRelease(releaseFiles(metafiles));
       const files = unzipSync(zip);
       const text = (name) => Buffer.from(files['sonorancad/' + name]).toString();
       const again = await Promise.all(
         Object.values(bundles).map((options) => esbuild({ ...options, write: false })),
       );
       const built = again.flatMap(({ outputFiles }) =>
         outputFiles.map(({ path: file, contents }) => [path.relative('.', file), contents]),
       );
       const sums = (read) => Object.fromEntries(built.map(([file, bytes]) => [file, digest(read(file, bytes))]));
       console.log(JSON.stringify({
         names: Object.keys(files),
         manifest: text('fxmanifest.lua'),
         thirdParty: text('THIRD-PARTY.txt'),
         packages: bundledPackages(metafiles),
         bundles: [sums((file) => readFileSync(file)), sums((_, bytes) => bytes)],
         sums: [sum(), sum()],
       }));`,
    ],
    { cwd: path.resolve('.'), encoding: 'utf8' },
  ),
);

describe('the release zip', () => {
  test('unpacks to one folder with what an owner needs and nothing else', () => {
    expect([...release.names].sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'SECURITY.md',
        'THIRD-PARTY.txt',
        'config.json',
        'config.schema.json',
        'dist/client.js',
        'dist/console.js',
        'dist/mistakes.js',
        'dist/server.js',
        'dist/websocket.js',
        'dist/web/app.css',
        'dist/web/app.js',
        'dist/web/index.html',
        'fxmanifest.lua',
        'types/index.d.ts',
        ...readdirSync('locales').map((file) => `locales/${file}`),
        // Without pictures: doctor and README point to the pages.
        ...readdirSync('docs')
          .filter((file) => file.endsWith('.md'))
          .map((file) => `docs/${file}`),
      ]
        .map((name) => `sonorancad/${name}`)
        .sort(),
    );
  });

  test('has a manifest that names no file of the source copy', () => {
    const listed = [...release.manifest.matchAll(/_scripts? '([^']+)'/g)].map((match) => match[1]);
    expect(listed).toEqual(['dist/server.js', 'dist/client.js']);
    expect(release.manifest).not.toContain('source copy');
    // The server reads the rest of dist/ itself; players get what stands in `files`.
    expect(/^files \{([^}]*)\}/m.exec(release.manifest)?.[1]?.match(/'[^']+'/g)).toEqual([
      "'locales/*.json'",
      "'dist/web/*'",
    ]);
  });

  test('has a page that the manifest names and sends to players', () => {
    const page = /^ui_page '([^']+)'$/m.exec(release.manifest)?.[1];
    expect(release.names).toContain(`sonorancad/${page}`);
    expect(release.manifest).toContain("'dist/web/*'");
    expect(release.manifest).toMatch(/^nui_callback_strict_mode 'true'$/m);
  });

  test('has the same bytes every time, and so have the bundles in it', () => {
    expect(release.sums[0]).toBe(release.sums[1]);
    expect(Object.keys(release.bundles[0]).length).toBeGreaterThan(4);
    expect(release.bundles[0]).toEqual(release.bundles[1]);
  });

  test('names its files in order', () => {
    expect(release.names).toEqual([...release.names].sort());
  });

  test('brings the licences of all software that is part of the bundles', () => {
    const named = [...release.thirdParty.matchAll(/^-{80}\n\n(\S+) \d+\.\d+\.\d+ \(\S+\)$/gm)].map(
      ([, name]) => name,
    );
    expect(named).toEqual(release.packages.map((folder) => folder.replace(/^.*node_modules\//, '')));
    expect(named).toEqual(['jsonc-parser', 'preact', 'ws', 'zod']);
    expect(release.thirdParty.match(/Permission is hereby granted/g)).toHaveLength(named.length);
  });
});
