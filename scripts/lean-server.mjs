// Leaves out of the server bundle what only documentation needs: the texts that explain settings, and zod's writer of JSON
// schemas. `npm run gen` runs the sources, which have both.

import { readFile } from 'node:fs/promises';

/** A call of `describe` with one text and nothing else: its result is used in place of the schema it was called on. */
const DESCRIPTION = /\.describe\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),?\s*\)/g;
const EXPORT = /^export (?:const|function) (\w+)/gm;

/** The source of a file of settings without their texts. */
export const withoutDescriptions = (source) => source.replace(DESCRIPTION, '');

/** A module with the same exports as `source`, all of which fail when they are called for. */
function stub(source) {
  const names = [...source.matchAll(EXPORT)].map(([, name]) => name);
  return `const none = () => { throw new Error('There are no JSON schemas in the bundle.'); };
    export { ${names.map((name) => `none as ${name}`).join(', ')} };`;
}

/** An esbuild plugin. */
export const leanServer = {
  name: 'lean-server',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/].*(?:-config|schema)\.ts$/ }, async ({ path }) => ({
      contents: withoutDescriptions(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
    build.onLoad(
      { filter: /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/ },
      async ({ path }) => ({ contents: stub(await readFile(path, 'utf8')) }),
    );
  },
};
