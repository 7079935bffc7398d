// Builds dist/server.js with the parts that it loads when they are needed, dist/client.js and the page in dist/web/. A type error fails the build; `--watch` rebuilds on change.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { context, build as esbuild } from 'esbuild';
import { leanServer } from './scripts/lean-server.mjs';
import { typecheck } from './scripts/typecheck.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

/** Options all bundles share. FXServer runs each file as a classic script, so every bundle is one `iife`. */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'iife',
  // What is all ASCII is compiled faster.
  charset: 'ascii',
  mainFields: ['module', 'main'],
  // An error on a server's console shows the line it happened on: short ones.
  lineLimit: 160,
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/**
 * The server runs on Node 22, the client on bare V8 (es2021 is what the oldest clients have), the page in the game's
 * browser, which is Chromium 103.
 */
export const bundles = {
  server: {
    ...common,
    entryPoints: ['server/fx/entry.ts'],
    outfile: 'dist/server.js',
    platform: 'node',
    target: 'node22',
    plugins: [leanServer],
  },
  // Parts of the server: server/fx/run-part.ts runs them and returns what is under `globalName`.
  console: {
    ...common,
    entryPoints: ['server/ops/console-part.ts'],
    outfile: 'dist/console.js',
    globalName: 'part',
    platform: 'node',
    target: 'node22',
  },
  mistakes: {
    ...common,
    entryPoints: ['server/config/mistakes-part.ts'],
    outfile: 'dist/mistakes.js',
    globalName: 'part',
    platform: 'node',
    target: 'node22',
  },
  websocket: {
    ...common,
    entryPoints: ['server/websocket/ws-socket.ts'],
    outfile: 'dist/websocket.js',
    globalName: 'part',
    platform: 'node',
    target: 'node22',
    // The client part of ws alone, and without looking for its native helpers at run time: there is no node_modules.
    alias: { ws: path.join(root, 'node_modules/ws/lib/websocket.js') },
    define: {
      'process.env.WS_NO_BUFFER_UTIL': '"1"',
      'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
    },
  },
  client: {
    ...common,
    entryPoints: ['client/fx/entry.ts'],
    outfile: 'dist/client.js',
    platform: 'neutral',
    target: 'es2021',
  },
  web: {
    ...common,
    entryPoints: [
      { in: 'web/main.tsx', out: 'app' },
      { in: 'web/style.css', out: 'app' },
      { in: 'web/index.html', out: 'index' },
    ],
    outdir: 'dist/web',
    loader: { '.html': 'copy' },
    platform: 'browser',
    target: 'chrome103',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
};

/** Builds all bundles and returns their esbuild metafiles by name. `write: false` leaves dist/ alone. */
export async function build({ write = true } = {}) {
  if (write) mkdirSync(path.join(root, 'dist'), { recursive: true });
  const results = await Promise.all(Object.values(bundles).map((options) => esbuild({ ...options, write })));
  return Object.fromEntries(Object.keys(bundles).map((name, i) => [name, results[i].metafile]));
}

async function watch() {
  for (const options of Object.values(bundles)) {
    const ctx = await context({ ...options, logLevel: 'info' });
    await ctx.watch();
  }
  console.log('Watching. Type errors are shown by `npm run typecheck`. Stop with Ctrl+C.');
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    await watch();
  } else {
    const typesOk = await typecheck();
    if (!typesOk) {
      console.error('Build failed: fix the type errors above.');
      process.exit(1);
    }
    const metafiles = await build();
    for (const meta of Object.values(metafiles)) {
      for (const [file, output] of Object.entries(meta.outputs)) {
        console.log(`${file}  ${(output.bytes / 1000).toFixed(1)} kB`);
      }
    }
  }
}
