// Builds the bundles and runs the benchmark on them. Exit code 1 when a target is missed.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

if (!globalThis.gc) {
  // Memory is measured after garbage collection, which has to be asked for at the start of the process.
  const self = fileURLToPath(import.meta.url);
  const { status } = spawnSync(process.execPath, ['--expose-gc', self, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

const { build } = await import('../build.mjs');
const { tsImport } = await import('tsx/esm/api');
await build();
const { runBench } = await tsImport('../bench/main.ts', import.meta.url);
process.exit((await runBench(root)) ? 0 : 1);
