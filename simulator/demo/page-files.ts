// The files of the page, built in memory, and the NUI page as it was built: nothing is written to disk and nothing comes
// from the network.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { drawScene } from './scene.ts';

export interface PageFile {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** It belongs to the NUI page, which the demo's page shows in a frame. */
  readonly isNui?: true;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Builds the page; files by their path in the URL. */
export async function buildPage(root: string): Promise<ReadonlyMap<string, PageFile>> {
  const folder = path.join(root, 'simulator', 'demo', 'page');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['main.ts', 'style.css'].map((file) => ({ in: path.join(folder, file), out: 'app' })),
    outdir: root,
    bundle: true,
    format: 'iife',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
    // Leaflet's style sheet names pictures of controls that the page does not have.
    loader: { '.png': 'empty' },
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  });
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const built = (name: string) =>
    outputFiles.find((file) => path.basename(file.path) === name)?.contents ?? '';
  return new Map<string, PageFile>([
    ['/', { type: TYPES['.html'] ?? '', body: read('index.html') }],
    ['/icon.svg', { type: 'image/svg+xml', body: read('icon.svg') }],
    ['/app.js', { type: 'text/javascript; charset=utf-8', body: built('app.js') }],
    ['/app.css', { type: 'text/css; charset=utf-8', body: built('app.css') }],
    ['/scene.svg', { type: 'image/svg+xml', body: drawScene('dusk', { hasMinimap: false }) }],
    ...readNui(path.join(root, 'dist', 'web')),
  ]);
}

/** The NUI page, under `/nui/`. */
function readNui(folder: string): [string, PageFile][] {
  return readdirSync(folder).flatMap((name) => {
    const type = TYPES[path.extname(name)];
    return type ? [[`/nui/${name}`, { type, body: readFileSync(path.join(folder, name)), isNui: true }]] : [];
  });
}
