// The licences of everything that is part of the bundles, as esbuild tells it: they travel with the release.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Folders of the packages that went into the bundles, each once. */
export function bundledPackages(metafiles) {
  const inputs = Object.values(metafiles).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = inputs.flatMap((file) => PACKAGE.exec(file.replaceAll('\\', '/'))?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** The text of THIRD-PARTY.txt. Throws when a package brings no licence. */
export function thirdPartyText(metafiles) {
  const chapters = bundledPackages(metafiles).map((folder) => {
    const files = readdirSync(path.join(root, folder));
    const licence = files.find((file) => /^licen[cs]e(?:\.\w+)?$/i.test(file));
    if (licence === undefined) throw new Error(`${folder} brings no licence.`);
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
    );
    const text = readFileSync(path.join(root, folder, licence), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return ['Software of others in dist/, and its licences.\n', ...chapters].join(rule);
}
