// One resource as a side knows it: its manifest, files, state and running scripts.
import path from 'node:path';
import type { FunctionRef } from '../natives/native.ts';
import type { ScriptRuntime } from '../runtime/types.ts';
import { type FileSource, readResourceFile } from './files.ts';
import { createDiskTree, createMemoryTree, type FileTree, matchFiles } from './globs.ts';
import { type Manifest, madeUpManifest, readManifest } from './manifest.ts';
import type { ExportedFunction, OtherResource, ResourceState, Side } from './types.ts';

export interface Resource extends FileSource {
  readonly name: string;
  readonly definition: OtherResource;
  readonly tree: FileTree;
  manifest: Manifest;
  state: ResourceState;
  runtime: ScriptRuntime | null;
  /** What the script gave to `SetHttpHandler`. Outlives the script, as in the real server. */
  httpHandler: FunctionRef | null;
  /** Undone when the resource stops. */
  readonly cleanups: (() => void)[];
}

/** A script to be loaded: its name in messages, the one in stacks, and its text. */
export interface ScriptFile {
  readonly file: string;
  readonly filename: string;
  /** Null when the file is missing. */
  readonly text: string | null;
}

/** Throws a `ManifestError` when the manifest cannot be read. */
export function createResource(definition: OtherResource): Resource {
  const dir = definition.dir === undefined ? null : path.resolve(definition.dir);
  const files = new Map(
    Object.entries(definition.files ?? {}).map(([name, text]) => [name, Buffer.from(text)]),
  );
  return {
    name: definition.name,
    definition,
    dir,
    files,
    tree: dir === null ? createMemoryTree(files.keys()) : createDiskTree(dir),
    manifest: dir === null ? madeUpManifest(definition.metadata) : readManifest(dir),
    state: 'stopped',
    runtime: null,
    httpHandler: null,
    cleanups: [],
  };
}

/** Files of a manifest key, patterns resolved. */
export function filesOf(resource: Resource, key: string): string[] {
  return resource.manifest.values(key).flatMap((pattern) => matchFiles(pattern, resource.tree));
}

/** The scripts of one side in the order they run, and those no JavaScript runtime takes. */
export function scriptsOf(
  resource: Resource,
  side: Side,
  fileIn: (name: string, file: string) => Uint8Array | null,
): { scripts: ScriptFile[]; foreign: string[] } {
  const listed = [...filesOf(resource, 'shared_script'), ...filesOf(resource, `${side}_script`)];
  // The host looks for `.js` anywhere in the name.
  const scripts = listed
    .filter((file) => file.includes('.js'))
    .map((file) => {
      const [, other, rest] = /^@([^/]+)\/(.*)$/.exec(file) ?? [];
      const bytes =
        other !== undefined && rest !== undefined ? fileIn(other, rest) : readResourceFile(resource, file);
      const text = bytes === null ? null : Buffer.from(bytes).toString('utf8');
      return { file, filename: other === undefined ? `@${resource.name}/${file}` : file, text };
    });
  const inline = (resource.definition.scripts?.[side] ?? []).map((text, i) => {
    const file = `${side}-${i + 1}.js`;
    return { file, filename: `@${resource.name}/${file}`, text };
  });
  return { scripts: [...scripts, ...inline], foreign: listed.filter((file) => !file.includes('.js')) };
}

/** Exports the test answers in the name of the resource on a side. */
export function exportsOf(resource: Resource, side: Side): Readonly<Record<string, ExportedFunction>> {
  return (side === 'server' ? resource.definition.exports : resource.definition.clientExports) ?? {};
}

/** What FXServer warns about when a resource starts: entries of the manifest that name no file. */
export function missingFiles(resource: Resource): string[] {
  const warnings: string[] = [];
  for (const { key, value, line } of resource.manifest.entries) {
    if (!['client_script', 'server_script', 'shared_script', 'file'].includes(key)) continue;
    if (value === '' || matchFiles(value, resource.tree).length > 0 || isQuietPattern(resource, value))
      continue;
    warnings.push(`could not find ${key} \`${value}\` (defined in fxmanifest.lua:${line})`);
  }
  return warnings;
}

/** A pattern that starts with `*` in a folder that exists may match nothing without a warning. */
function isQuietPattern(resource: Resource, pattern: string): boolean {
  const star = pattern.search(/[*?]/);
  if (star < 0 || pattern[star] === '?') return false;
  if (star > 0 && pattern[star - 1] !== '/') return false;
  const folder = pattern.slice(0, Math.max(0, star - 1));
  return folder === '' || resource.tree.list(folder).length > 0;
}
