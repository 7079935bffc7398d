// A copy of the resource with files of a test's own, such as another config.json.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface ResourceFolder {
  readonly folder: string;
  remove(): void;
}

/** Copies the manifest and the folders it names; `files` are written over that. */
export function copyResource(files: Readonly<Record<string, string>>): ResourceFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'resource-'));
  const manifest = readFileSync('fxmanifest.lua', 'utf8');
  const named = new Set([...manifest.matchAll(/'([\w-]+)\//g)].map((match) => match[1] ?? ''));
  for (const entry of ['fxmanifest.lua', ...named])
    cpSync(entry, path.join(folder, entry), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
