import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createDiskTree, createMemoryTree, matchFiles } from './globs.ts';

const FILES = [
  'a.js',
  'b.js',
  'c.lua',
  'web/index.html',
  'web/css/x.css',
  'web/css/deep/y.css',
  'web/.hidden',
  'w.b/z.js',
];
const root = mkdtempSync(path.join(os.tmpdir(), 'globs-'));
for (const file of FILES) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), '');
}
afterAll(() => rmSync(root, { recursive: true }));

describe.each([
  ['on disk', createDiskTree(root)],
  ['in memory', createMemoryTree(FILES)],
])('files %s', (_where, tree) => {
  test.each([
    ['a.js', ['a.js']],
    ['none.js', []],
    ['web', []],
    ['*.js', ['a.js', 'b.js']],
    ['?.js', ['a.js', 'b.js']],
    ['??.js', []],
    ['web/*', ['web/.hidden', 'web/index.html']],
    ['web/*.html', ['web/index.html']],
    ['*/x.css', []],
    ['web/*/x.css', ['web/css/x.css']],
    ['w*/*.js', ['w.b/z.js']],
    ['web/**/*.css', ['web/css/deep/y.css', 'web/css/x.css']],
    ['**/*.js', ['a.js', 'b.js', 'w.b/z.js']],
    ['web/**', ['web/.hidden', 'web/css/deep/y.css', 'web/css/x.css', 'web/index.html']],
    ['web/**.css', ['web/css/deep/y.css', 'web/css/x.css']],
    ['./a.js', ['a.js']],
    ['web//css\\x.css', ['web/css/x.css']],
    ['w.b/*.js', ['w.b/z.js']],
    ['wxb/*.js', []],
    ['@other/file.js', ['@other/file.js']],
    ['', []],
  ])('%s', (pattern, found) => {
    expect(matchFiles(pattern, tree)).toEqual(found);
  });
});
