// Prints esbuild's metafiles of all bundles as JSON: what went into them.
import { build } from '../build.mjs';

process.stdout.write(JSON.stringify(await build({ write: false })));
