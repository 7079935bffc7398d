// The release: what is in it, and that it is complete and reproducible.

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

interface Release {
  readonly names: string[];
  readonly manifest: string;
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
       import { releaseFiles, zipRelease } from './scripts/package.mjs';
       import { unzipSync } from 'fflate';
       const sum = () => createHash('sha256').update(zipRelease(releaseFiles())).digest('hex');
       const files = unzipSync(zipRelease(releaseFiles()));
       console.log(JSON.stringify({
         names: Object.keys(files),
         manifest: Buffer.from(files['sonorancad/fxmanifest.lua']).toString(),
         sums: [sum(), sum()],
       }));`,
    ],
    { cwd: path.resolve('.'), encoding: 'utf8' },
  ),
);

describe('the release zip', () => {
  test('unpacks to one folder with what an owner needs and nothing else', () => {
    expect(release.names.sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'config.json',
        'config.schema.json',
        'dist/client.js',
        'dist/server.js',
        'dist/web/app.css',
        'dist/web/app.js',
        'dist/web/index.html',
        'fxmanifest.lua',
        'types/index.d.ts',
        ...readdirSync('locales').map((file) => `locales/${file}`),
      ]
        .map((name) => `sonorancad/${name}`)
        .sort(),
    );
  });

  test('has a manifest that names no file of the source copy', () => {
    const listed = [...release.manifest.matchAll(/_scripts? '([^']+)'/g)].map((match) => match[1]);
    expect(listed).toEqual(['dist/server.js', 'dist/client.js']);
    expect(release.manifest).not.toContain('source copy');
  });

  test('has a page that the manifest names and sends to players', () => {
    const page = /^ui_page '([^']+)'$/m.exec(release.manifest)?.[1];
    expect(release.names).toContain(`sonorancad/${page}`);
    expect(release.manifest).toContain("'dist/web/*'");
    expect(release.manifest).toMatch(/^nui_callback_strict_mode 'true'$/m);
  });

  test('has the same bytes every time', () => {
    expect(release.sums[0]).toBe(release.sums[1]);
  });
});
