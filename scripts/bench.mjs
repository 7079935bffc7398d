// Builds the bundles and runs the benchmark on them, or the parts of it that are named. Exit code 1 when a target is missed.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [, , ...parts] = process.argv;

if (!globalThis.gc) {
  // Processor time is measured: with one thread, garbage collection and the compiler are part of it, and nothing else.
  const self = fileURLToPath(import.meta.url);
  const flags = ['--expose-gc', '--single-threaded'];
  const { status } = spawnSync(process.execPath, [...flags, self, ...parts], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const { tsImport } = await import('tsx/esm/api');
if (!['start-once', 'resync-once'].includes(parts[0])) {
  const { build } = await import('../build.mjs');
  await build();
}
const { runBench } = await tsImport('../bench/main.ts', import.meta.url);
process.exit((await runBench(root, parts)) ? 0 : 1);
