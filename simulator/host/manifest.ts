// What a manifest says: metadata entries in the order they were written, as resources and scripts look them up.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LuaError, type LuaTable, type LuaValue, parseLua } from './lua.ts';
import type { OtherResource } from './types.ts';

export interface ManifestEntry {
  readonly key: string;
  readonly value: string;
  /** Line in the manifest, for messages. */
  readonly line: number;
}

export interface Manifest {
  readonly entries: readonly ManifestEntry[];
  /** False for manifests made up by a test, which need no `fx_version` and `game`. */
  readonly isFile: boolean;
  values(key: string): string[];
}

export class ManifestError extends Error {
  override name = 'ManifestError';
}

/** Reads `fxmanifest.lua` of a folder. */
export function readManifest(dir: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path.join(dir, 'fxmanifest.lua'), 'utf8');
  } catch {
    throw new ManifestError('Could not open resource metadata file - no such file.');
  }
  return createManifest(parseManifest(text), true);
}

/** The manifest of a resource made up by a test. */
export function madeUpManifest(metadata: OtherResource['metadata'] = {}): Manifest {
  const entries = Object.entries(metadata).flatMap(([key, value]) =>
    (typeof value === 'string' ? [value] : value).map((item) => ({ key, value: item, line: 0 })),
  );
  return createManifest(entries, false);
}

function createManifest(entries: readonly ManifestEntry[], isFile: boolean): Manifest {
  const byKey = new Map<string, string[]>();
  for (const { key, value } of entries) byKey.set(key, [...(byKey.get(key) ?? []), value]);
  return { entries, isFile, values: (key) => byKey.get(key) ?? [] };
}

/**
 * The entries a manifest adds: one per value, a table's items under the key without its final `s`, extra data as JSON
 * under `<key>_extra`.
 */
export function parseManifest(text: string): ManifestEntry[] {
  const entries: ManifestEntry[] = [];
  try {
    for (const { name, args, line } of parseLua(text)) {
      const [value, ...extras] = args;
      const key = isTable(value) && name.endsWith('s') ? name.slice(0, -1) : name;
      for (const item of isTable(value) ? value.list : [value]) {
        entries.push({ key, value: toText(key, item, line), line });
      }
      for (const extra of extras)
        entries.push({ key: `${key}_extra`, value: JSON.stringify(toJson(extra)), line });
    }
  } catch (error) {
    if (error instanceof LuaError)
      throw new ManifestError(`Could not parse resource metadata file: ${error.message}`);
    throw error;
  }
  // Nobody may claim this key: the host itself marks manifests of the current kind with it.
  return entries.filter(({ key }) => key.toLowerCase() !== 'is_cfxv2');
}

function isTable(value: LuaValue | undefined): value is LuaTable {
  return typeof value === 'object' && value !== null;
}

function toText(key: string, value: LuaValue | undefined, line: number): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const type = value === null || value === undefined ? 'nil' : isTable(value) ? 'table' : 'boolean';
  throw new ManifestError(
    `Could not execute resource metadata file: line ${line}: bad value of ${key} (string expected, got ${type})`,
  );
}

function toJson(value: LuaValue): unknown {
  if (!isTable(value)) return value;
  if (value.named.size === 0) return value.list.map(toJson);
  const members = Object.fromEntries([...value.named].map(([key, member]) => [key, toJson(member)]));
  return { ...Object.fromEntries(value.list.map((item, i) => [String(i + 1), toJson(item)])), ...members };
}
