// Leaves out of the server bundle what only documentation needs, and what can be worked out while it is built: the texts that
// explain settings, and the making of the defaults. `npm run gen` runs the sources, which have both.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build as esbuild } from 'esbuild';

/** A check that only describes: the schema is the same without it. */
const DESCRIPTION = /\.check\(\s*z\.describe\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),?\s*\),?\s*\)/g;

/** The source of a file of settings without their texts. */
export const withoutDescriptions = (source) => source.replace(DESCRIPTION, '');

/** A module with the same exports as the one at `path`, which are values that JSON can hold, and without its code. */
async function withoutCode(path) {
  const { outputFiles, metafile } = await esbuild({
    ...{ entryPoints: [path], bundle: true, format: 'esm', platform: 'node', write: false, metafile: true },
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return {
    contents: Object.entries(module)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n'),
    watchFiles: Object.keys(metafile.inputs).map((file) => resolve(file)),
  };
}

/** An esbuild plugin. */
export const leanServer = {
  name: 'lean-server',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/]config[\\/]default-config\.ts$/ }, ({ path }) =>
      withoutCode(path),
    );
    build.onLoad({ filter: /[\\/]server[\\/].*(?:-config|schema)\.ts$/ }, async ({ path }) => ({
      contents: withoutDescriptions(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
