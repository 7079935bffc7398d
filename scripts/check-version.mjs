// Fails unless package.json, fxmanifest.lua and the given tag (`v1.2.3`) name the same version.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');

const versions = {
  'package.json': JSON.parse(read('package.json')).version,
  'fxmanifest.lua': /^version '([^']+)'$/m.exec(read('fxmanifest.lua'))?.[1],
};
const tag = process.argv[2];
if (tag) versions['the tag'] = tag.replace(/^v/, '');

if (new Set(Object.values(versions)).size !== 1) {
  console.error(
    `The versions differ: ${Object.entries(versions)
      .map(([at, version]) => `${at} ${version}`)
      .join(', ')}.`,
  );
  process.exit(1);
}
console.log(`Version ${versions['package.json']} everywhere.`);
