// Type-checks every program of the repository (one per side: the two native packages clash in one program).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** Folders that hold a tsconfig.json of their own. */
export const programs = [
  'shared',
  'server',
  'server/fx',
  'client',
  'client/fx',
  'web',
  'simulator',
  'simulator/demo/page',
  'test',
];

/** The compiler's command line script, run with the current Node so that no shell is involved. */
const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

/** Runs the compiler on one project; resolves to its exit code and output. */
export function runTsc(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tsc, '--pretty', 'false', ...args], { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Checks all programs; prints what is wrong and resolves to whether all of them are clean. */
export async function typecheck(only = programs) {
  const results = await Promise.all(
    only
      .filter((program) => existsSync(path.join(root, program, 'tsconfig.json')))
      .map(async (program) => ({ program, ...(await runTsc(['-p', program])) })),
  );
  for (const { program, code, output } of results) {
    if (code !== 0) console.error(`Type errors in ${program}:\n${output.trimEnd()}`);
  }
  return results.every(({ code }) => code === 0);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exit((await typecheck()) ? 0 : 1);
}
