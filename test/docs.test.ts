// The pages: their links lead somewhere, and what they name exists.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { configSchema } from '../server/config/schema.ts';
import { allNames } from '../server/config/settings-map.ts';

const docs = readdirSync('docs')
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file}`);
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...docs];

/** Text without blocks of code, in which nothing is a link. */
const prose = (page: string) => readFileSync(page, 'utf8').replace(/^ *```[\s\S]*?^ *```$/gm, '');

/** Anchors as GitHub makes them of headings. */
const anchorsOf = (page: string) =>
  [...prose(page).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  );

/** Of the repository on the web, not of its files. */
const ON_THE_WEB = /^(?:https?:|mailto:|\.\.\/\.\.\/actions\/)/;
const linksOf = (page: string) =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((to) => !ON_THE_WEB.test(to));

describe('every link leads somewhere', () => {
  test.each(pages.map((page) => [page]))('%s', (page) => {
    const broken = linksOf(page).filter((to) => {
      const [file = '', anchor] = to.split('#');
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file));
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

test('the index lists every page', () => {
  const listed = linksOf('docs/README.md').map((to) => path.posix.join('docs', to));
  expect(docs.filter((page) => page !== 'docs/README.md' && !listed.includes(page))).toEqual([]);
});

test('every setting has a default and a meaning in the table', () => {
  const rows = readFileSync('docs/settings.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(100);
  const incomplete = rows.filter(
    (row) => !/^\| `[\w.]+` \| (?:`.+`|not set) \| \S.* \|$/.test(row) || row.includes('`undefined`'),
  );
  expect(incomplete).toEqual([]);
});

describe('files and folders that are named exist', () => {
  test.each(pages.map((page) => [page]))('%s', (page) => {
    const named = [
      ...prose(page).matchAll(
        /`((?:server|client|shared|web|simulator|test|bench|scripts|docs)\/[\w./-]*)`/g,
      ),
    ].map((match) => match[1] ?? '');
    // The walk-throughs name files that the reader is to make.
    const toMake = page === 'docs/walkthroughs.md' ? /New\s+file\s+`([^`]+)`/g : /(?!)/g;
    const made = [...prose(page).matchAll(toMake)].map((match) => match[1]);
    expect(named.filter((file) => !existsSync(file) && !made.includes(file))).toEqual([]);
  });

  test('the picture of the folders is complete', () => {
    const folders = readdirSync('server', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `server/${name}`);
    const page = readFileSync('docs/architecture.md', 'utf8');
    const rows = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1]),
    );
    expect(rows.sort()).toEqual([...folders, 'client', 'client/fx', 'shared', 'simulator', 'web'].sort());
  });
});

test('settings of the page about the official resource exist here', () => {
  const page = readFileSync('docs/migrating.md', 'utf8');
  const cells = [...page.matchAll(/^\| [^|]+ \| ([^|]+) \|$/gm)].map((match) => match[1] ?? '');
  const named = cells.flatMap((cell) =>
    [...cell.matchAll(/`([a-z]\w*(?:\.\w+)+)`/g)].map((match) => match[1] ?? ''),
  );
  const known = allNames(configSchema());
  expect(named.length).toBeGreaterThan(12);
  expect(
    named.filter((name) => !known.includes(name) && name !== 'server.cfg' && name !== 'number.emergency'),
  ).toEqual([]);
});
