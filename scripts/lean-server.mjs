// Leaves out of the server bundle what only documentation needs: the texts that explain settings. `npm run gen` runs the
// sources, which have them.

import { readFile } from 'node:fs/promises';

/** A check that only describes: the schema is the same without it. */
const DESCRIPTION = /\.check\(\s*z\.describe\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),?\s*\),?\s*\)/g;

/** The source of a file of settings without their texts. */
export const withoutDescriptions = (source) => source.replace(DESCRIPTION, '');

/** An esbuild plugin. */
export const leanServer = {
  name: 'lean-server',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/].*(?:-config|schema)\.ts$/ }, async ({ path }) => ({
      contents: withoutDescriptions(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
