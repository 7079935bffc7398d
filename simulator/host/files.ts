// Files of resources as natives read and write them: confined to the resource, and on clients to what was sent.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where a resource's files are: in a folder or in memory. */
export interface FileSource {
  readonly dir: string | null;
  readonly files: Map<string, Uint8Array>;
}

/** A file by its path inside the resource; null when it is missing or outside. */
export function readResourceFile({ dir, files }: FileSource, name: string): Uint8Array | null {
  const relative = name.replace(/^[\\/]+/, '');
  if (dir === null) return files.get(path.posix.normalize(relative.replace(/\\/g, '/'))) ?? null;
  const file = confine(dir, relative);
  if (file === null) return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** Overwrites a file, in place and not atomically. False when it cannot be created (folders are not made). */
export function writeResourceFile({ dir, files }: FileSource, name: string, data: Uint8Array): boolean {
  if (dir === null) {
    files.set(path.posix.normalize(name), data);
    return true;
  }
  const file = confine(dir, name.replace(/^[\\/]+/, ''));
  if (file === null) return false;
  try {
    writeFileSync(file, data);
    return true;
  } catch {
    return false;
  }
}

/** The full path, links resolved, if it lies inside the folder. */
function confine(dir: string, relative: string): string | null {
  if (path.isAbsolute(relative) || /^[a-z]:/i.test(relative)) return null;
  const root = real(dir);
  const file = real(path.resolve(root, relative));
  return file === root || file.startsWith(root + path.sep) ? file : null;
}

/** Resolves links of the part that exists. */
function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(real(parent), path.basename(file));
  }
}
