// File patterns of manifests: `*` and `?` within a name, `**/` for any depth. Looks only where a pattern can match.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The files of a resource, on disk or in memory. Paths use `/`. */
export interface FileTree {
  isFile(file: string): boolean;
  list(dir: string): { name: string; isDirectory: boolean }[];
}

export function createDiskTree(root: string): FileTree {
  const stat = (file: string) => statSync(path.join(root, file), { throwIfNoEntry: false });
  return {
    isFile: (file) => stat(file)?.isFile() ?? false,
    list(dir) {
      if (!stat(dir)?.isDirectory()) return [];
      return readdirSync(path.join(root, dir), { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        isDirectory:
          entry.isDirectory() ||
          (entry.isSymbolicLink() && stat(join(dir, entry.name))?.isDirectory() === true),
      }));
    },
  };
}

export function createMemoryTree(files: Iterable<string>): FileTree {
  const names = new Set(files);
  return {
    isFile: (file) => names.has(file),
    list(dir) {
      const entries = new Map<string, boolean>();
      for (const file of names) {
        if (dir !== '' && !file.startsWith(`${dir}/`)) continue;
        const [name = '', ...deeper] = file.slice(dir === '' ? 0 : dir.length + 1).split('/');
        entries.set(name, deeper.length > 0);
      }
      return [...entries].map(([name, isDirectory]) => ({ name, isDirectory }));
    },
  };
}

/** Files a pattern names, sorted. `@resource/file` passes as it is: it is resolved when the file is loaded. */
export function matchFiles(pattern: string, tree: FileTree): string[] {
  if (pattern.startsWith('@')) return [pattern];
  const segments = segmentsOf(pattern);
  if (segments.length === 0) return [];
  const found = new Set<string>();
  walk(tree, '', segments, found);
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}

function segmentsOf(pattern: string): string[] {
  const normal = path.posix.normalize(pattern.replace(/\\/g, '/'));
  return normal
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .flatMap((segment) =>
      segment.startsWith('**') && segment !== '**' ? ['**', segment.slice(1)] : [segment],
    )
    .flatMap((segment, i, all) => (segment === '**' && i === all.length - 1 ? ['**', '*'] : [segment]));
}

function walk(tree: FileTree, dir: string, segments: readonly string[], found: Set<string>): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) return;
  if (segment === '**') {
    walk(tree, dir, rest, found);
    for (const name of foldersOf(tree, dir)) walk(tree, join(dir, name), segments, found);
  } else if (rest.length > 0) {
    const folders = isPattern(segment) ? foldersOf(tree, dir).filter(matcher(segment)) : [segment];
    for (const name of folders) walk(tree, join(dir, name), rest, found);
  } else {
    for (const name of filesNamed(tree, dir, segment)) found.add(join(dir, name));
  }
}

function foldersOf(tree: FileTree, dir: string): string[] {
  return tree.list(dir).flatMap(({ name, isDirectory }) => (isDirectory ? name : []));
}

function filesNamed(tree: FileTree, dir: string, pattern: string): string[] {
  if (!isPattern(pattern)) return tree.isFile(join(dir, pattern)) ? [pattern] : [];
  const files = tree.list(dir).flatMap(({ name, isDirectory }) => (isDirectory ? [] : name));
  return files.filter(matcher(pattern));
}

function isPattern(segment: string): boolean {
  return /[*?]/.test(segment);
}

function matcher(pattern: string): (name: string) => boolean {
  const text = pattern
    .replace(/[.^$|()[\]{}+\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  const regex = new RegExp(`^${text}$`);
  return (name) => regex.test(name);
}

function join(dir: string, name: string): string {
  return dir === '' ? name : `${dir}/${name}`;
}
