// SECURITY.md names a test for every threat: they are there, under these titles. And the page writes text only.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** Cells of the rows of the table; headings inside it have one cell alone. */
const rows = readFileSync('SECURITY.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!---|Threat )/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  )
  .filter(([threat = '']) => !threat.startsWith('**'));

const TEST = /^`([\w./-]+\.test\.ts)`: (.+)$/;

describe('the threats of SECURITY.md', () => {
  test('are many, each once', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(new Set(rows.map(([threat]) => threat)).size).toBe(rows.length);
  });

  test.each(rows.map(([threat = '', done = '', covered = '']) => ({ threat, done, covered })))(
    '$threat',
    ({ done, covered }) => {
      const [, file = '', title = ''] = TEST.exec(covered) ?? [];
      expect([done === '', existsSync(file)]).toEqual([false, true]);
      // As a title it stands in quotes, after the name of the test or beside others of a table.
      const source = readFileSync(file, 'utf8').replaceAll("\\'", "'");
      const quoted = [`'${title}'`, `"${title}"`, `'%s, ${title}'`, `'%s ${title}'`];
      expect(quoted.filter((text) => source.includes(text))).toHaveLength(1);
    },
  );
});

test('the page writes text only, and runs no text', () => {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  const dangerous =
    /innerHTML|outerHTML|dangerouslySet|insertAdjacentHTML|document\.write|\beval\b|new Function|createContextualFragment/;
  expect(files.filter((file) => dangerous.test(readFileSync(path.join('web', file), 'utf8')))).toEqual([]);
});
