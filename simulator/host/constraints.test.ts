import { describe, expect, test } from '@jest/globals';
import { checkConstraint, checkManifest } from './constraints.ts';
import type { Manifest } from './manifest.ts';

const facts = { artifact: 7290, oneSync: true, gameBuild: 3095 };

test.each([
  ['other', undefined],
  ['/server:7290', null],
  ['/server:7291', 'server needs to be 7291 or higher'],
  ['/server', null],
  ['/onesync', null],
  ['/gameBuild:3095', null],
  ['/gameBuild:3258', 'gameBuild(3258): ^1sv_enforceGameBuild needs to be at least 3258 (current is 3095)^7'],
  ['/native:0xE6C05E48', null],
  ['/native:nope', 'native(nope): ^1no details specified^7'],
  ['/whatever', "constraint 'whatever' is unknown"],
  ['/server:a b', 'constraint syntax error'],
])('%s', (dependency, result) => {
  expect(checkConstraint(dependency, facts)).toBe(result);
});

test('OneSync can be off', () => {
  expect(checkConstraint('/onesync', { ...facts, oneSync: false })).toContain('OneSync needs to be enabled');
});

describe('a manifest from a file', () => {
  const problems = (values: Record<string, string[]>) => {
    const manifest: Manifest = { entries: [], isFile: true, values: (key) => values[key] ?? [] };
    return checkManifest('cad', manifest);
  };

  test.each([
    [{ fx_version: ['cerulean'], game: ['gta5'] }, []],
    [{ fx_version: ['bodacious'], game: ['common'] }, []],
    [{ fx_version: ['cerulean'], game: ['gta5', 'rdr3'] }, []],
    [{ fx_version: ['cerulean'], game: ['common', 'gta5'] }, ['ill-formed']],
    [{ fx_version: ['cerulean'], game: ['rdr3'] }, ['does not support the current game']],
    [{ game: ['gta5'] }, ['does not specify an `fx_version`']],
    [{ fx_version: ['unknown'], game: ['gta5'] }, ['does not specify an `fx_version`']],
    [{}, ['does not support', 'does not specify']],
  ])('%j', (values, expected) => {
    const found = problems(values as Record<string, string[]>);
    expect(found).toHaveLength(expected.length);
    for (const [i, text] of expected.entries()) expect(found[i]).toContain(text);
  });
});
