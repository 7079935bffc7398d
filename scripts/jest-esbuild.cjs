// Jest transform: TypeScript to CommonJS with esbuild, nothing else.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transformSync } = require('esbuild');

const self = readFileSync(__filename);

module.exports = {
  // What was transformed by another version of this file is not used again.
  getCacheKey: (source, file) => createHash('sha256').update(self).update(file).update(source).digest('hex'),
  process(source, file) {
    const { code } = transformSync(source, {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      // Jest runs code where import() is not available: it becomes require().
      supported: { 'dynamic-import': false },
      sourcemap: 'inline',
      sourcefile: file,
    });
    return { code };
  },
};
