import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createApiKeys, keyShape } from './api-keys.ts';

describe('API keys', () => {
  const keys = createApiKeys();
  keys.set(['Current-Key', '  ', 'Previous-Key']);

  test.each([
    ['the current key', 'Current-Key', true],
    ['the previous key', 'Previous-Key', true],
    ['letter case does not count', 'cURRENT-kEY', true],
    ['outer blanks do not count', ' Current-Key ', true],
    ['another key', 'Current-Kez', false],
    ['the beginning of a key', 'Current', false],
    ['a key and more', 'Current-Key1', false],
    ['a key and zeros', 'Current-Key\0', false],
    ['a key that is too long to be one', 'Current-Key'.repeat(100), false],
    ['a text of a megabyte', 'x'.repeat(1e6), false],
    ['nothing', '', false],
    ['a number', 42, false],
    ['null', null, false],
    ['a list holding the key', ['Current-Key'], false],
  ])('%s', (_, candidate, expected) => {
    expect(keys.accepts(candidate)).toBe(expected);
  });

  test('without a key nothing is accepted', () => {
    const none = createApiKeys();
    expect([none.isConfigured(), none.accepts(''), none.accepts(undefined)]).toEqual([false, false, false]);
    none.set(['', ' ']);
    expect([none.isConfigured(), none.accepts(''), none.accepts(' ')]).toEqual([false, false, false]);
  });

  test.each(['protection_initialized', 'Paste the key here', ' ... '])(
    'the placeholder "%s" is no key, which everybody would know',
    (placeholder) => {
      const none = createApiKeys();
      none.set([placeholder]);
      expect([none.isConfigured(), none.accepts(placeholder)]).toEqual([false, false]);
    },
  );

  test('a key may be long, and of any letters', () => {
    const long = createApiKeys();
    long.set(['ключ'.repeat(100), 'short']);
    const asked = ['КЛЮЧ'.repeat(100), 'ключ'.repeat(99), 'short', 'ключ'.repeat(101)];
    expect(asked.map(long.accepts)).toEqual([true, false, true, false]);
  });

  test('replaced keys are no longer accepted', () => {
    const rotating = createApiKeys();
    rotating.set(['one']);
    rotating.set(['two']);
    expect([rotating.accepts('one'), rotating.accepts('two')]).toEqual([false, true]);
  });
});

test.each([
  ['nothing', ' ', 'missing'],
  ["the official resource's placeholder", 'protection_initialized', 'placeholder'],
  ['words of our instructions', 'paste the key here', 'placeholder'],
  ['words of an owner', 'YOUR_API_KEY', 'placeholder'],
  ['other words of an owner', 'ChangeMe', 'placeholder'],
  ['brackets', '<api key>', 'placeholder'],
  ['a key in which such a word happens to be', '77HERE77-YOURSELF-0123', 'fine'],
  ['a blank inside', 'ABCD EFGH', 'odd'],
  ['curly quotes', '“ABCDEFGH”', 'odd'],
  ['few letters', 'ABC', 'odd'],
  ['what the CAD gives out', '0123ABCD-45EF', 'fine'],
])('the shape of %s', (_, key, shape) => expect(keyShape(key)).toBe(shape));

test('whoever copies a line of our instructions as it stands has no key', () => {
  const files = ['server', 'docs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.(?:ts|md)$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  const told = [...files, 'README.md'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/set sonoran_apiKey(?:Previous)? "([^"]*)"/g)].map(
      ([, key = '']) => key,
    ),
  );
  expect(told.length).toBeGreaterThan(5);
  for (const key of told) expect([key, keyShape(key)]).toEqual([key, 'placeholder']);
});

test('keys are the same before and after they were prepared', () => {
  const keys = createApiKeys();
  keys.set(['one']);
  keys.prepare();
  keys.prepare();
  expect([keys.isConfigured(), keys.accepts('one'), keys.accepts('two')]).toEqual([true, true, false]);
  keys.set(['two']);
  expect([keys.isConfigured(), keys.accepts('one'), keys.accepts('two')]).toEqual([true, false, true]);
});
