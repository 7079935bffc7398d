// The page as it is shipped: small, and without what the game's browser (Chromium 103) does not know.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';

const file = (name: string) => readFileSync(`dist/web/${name}`, 'utf8');

test('is small', () => {
  const bytes = ['app.js', 'app.css', 'index.html'].reduce(
    (sum, name) => sum + gzipSync(file(name)).length,
    0,
  );
  expect(bytes).toBeLessThan(60_000);
});

test.each([
  ['the :has() selector (105)', 'app.css', /:has\(/],
  ['container queries (105)', 'app.css', /@container|container-type/],
  ['color-mix (111)', 'app.css', /color-mix\(/],
  ['nesting (112)', 'app.css', /[{;]\s*&/],
  ['dynamic viewport units (108)', 'app.css', /\d[dsl]v[hw]\b/],
  ['transforms of their own (104)', 'app.css', /[{;](?:translate|rotate|scale):/],
  ['balanced text (114)', 'app.css', /text-wrap/],
  ['relative colours (119)', 'app.css', /\bfrom var\(/],
  ['copying array methods (110)', 'app.js', /\.to(?:Sorted|Reversed|Spliced)\(/],
  ['groups (117)', 'app.js', /Object\.groupBy|Map\.groupBy/],
  ['new iterators (122)', 'app.js', /\.(?:values|keys|entries)\(\)\.(?:map|filter|some|every|toArray)\(/],
  ['popovers (114)', 'app.js', /showPopover|popover=/],
])('does without %s', (_, name, unknown) => {
  expect(file(name)).not.toMatch(unknown);
});

test('takes everything from itself', () => {
  expect(file('app.css')).not.toMatch(/url\(|@import|@font-face/);
  expect(file('index.html')).not.toMatch(/(?:src|href)="(?!app\.)/);
  expect(file('index.html')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
});
