// Writes release/sonorancad.zip: what an owner unpacks into the resources folder, and nothing else.
// The same source gives the same bytes: fixed times, sorted names.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { build } from '../build.mjs';
import { thirdPartyText } from './third-party.mjs';
import { typecheck } from './typecheck.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Folders are taken with all files in them, apart from pictures. */
const CONTENT = [
  'fxmanifest.lua',
  'config.json',
  'config.schema.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs',
  'dist',
  'locales',
  'types',
];

/** Larger than everything else together, and for the web page alone. */
const PICTURES = 'docs/images';

/** Zip files know no time before 1980; local time, because that is what the format stores. */
const TIME = new Date(1980, 0, 1);

/** The manifest without the lines that only a source copy needs. */
export function releaseManifest(manifest) {
  return manifest.replace(/^-- \[source copy\][\s\S]*?^-- \[\/source copy\]\n\n?/m, '');
}

function listFiles(entry) {
  const children = readdirSync(path.join(root, path.dirname(entry)), { withFileTypes: true });
  const isFolder = children.some((child) => child.name === path.basename(entry) && child.isDirectory());
  if (!isFolder) return [entry];
  return readdirSync(path.join(root, entry))
    .map((name) => `${entry}/${name}`)
    .filter((name) => name !== PICTURES)
    .flatMap(listFiles);
}

/** The zip's content by path; `metafiles` tell what is in the bundles. */
export function releaseFiles(metafiles) {
  const contents = CONTENT.flatMap(listFiles).map((name) => {
    const content = readFileSync(path.join(root, name));
    return [name, name === 'fxmanifest.lua' ? Buffer.from(releaseManifest(content.toString())) : content];
  });
  const files = [...contents, ['THIRD-PARTY.txt', Buffer.from(thirdPartyText(metafiles))]];
  const byName = ([a], [b]) => (a < b ? -1 : 1);
  return Object.fromEntries(files.sort(byName).map(([name, content]) => [`sonorancad/${name}`, content]));
}

/** The zip as bytes. */
export function zipRelease(files) {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, new Uint8Array(content)])),
    { level: 9, mtime: TIME },
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!(await typecheck())) process.exit(1);
  const files = releaseFiles(await build());
  const zip = zipRelease(files);
  mkdirSync(path.join(root, 'release'), { recursive: true });
  const sum = createHash('sha256').update(zip).digest('hex');
  writeFileSync(path.join(root, 'release/sonorancad.zip'), zip);
  writeFileSync(path.join(root, 'release/sonorancad.zip.sha256'), `${sum}  sonorancad.zip\n`);
  for (const name of Object.keys(files)) console.log(name);
  console.log(`release/sonorancad.zip  ${(zip.length / 1000).toFixed(1)} kB  sha256 ${sum}`);
}
