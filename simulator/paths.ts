// Where the simulator's own files and the installed packages are, under Node and under jest alike.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the simulator's sources. Jest runs them as CommonJS, everything else as modules. */
export const simulatorDir =
  typeof __dirname === 'string' ? __dirname : path.dirname(fileURLToPath(import.meta.url));

const require = createRequire(path.join(simulatorDir, 'index.ts'));

/** Full path of a file inside an installed package. */
export function packageFile(name: string): string {
  return require.resolve(name);
}
