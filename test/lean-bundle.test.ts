// The bundle holds what runs on a server; what only documentation needs is left out of it.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pushDocumentation } from '../server/push/documentation.ts';
import { pushDefinitions } from '../server/push/registry.ts';

const bundle = readFileSync('dist/server.js', 'utf8').replaceAll('\n', '');

/** Every text that explains a setting, as it stands in the generated schema. */
function descriptionsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) =>
    name === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value),
  );
}

describe('the server bundle leaves out', () => {
  const texts = descriptionsIn(JSON.parse(readFileSync('config.schema.json', 'utf8')));
  const documentation = [...pushDocumentation.values()];

  test('the texts that explain settings', () => {
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter((text) => text.length > 20 && bundle.includes(text))).toEqual([]);
  });

  test('what is said of push events', () => {
    const said = documentation.flatMap(({ summary, effect }) => [summary, effect]);
    expect(said.filter((text) => text.length > 20 && bundle.includes(text))).toEqual([]);
  });

  test('the writer of JSON schemas', () => {
    expect(bundle).not.toContain('json-schema.org');
  });
});

test('every push event is documented, in the order of the registry', () => {
  expect([...pushDocumentation.keys()]).toEqual(pushDefinitions);
});

test('the documentation of push events is imported by nothing that runs', () => {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const importers = files.filter((file) =>
    /from '[./]*(?:push\/)?documentation\.ts'/.test(readFileSync(path.join('server', file), 'utf8')),
  );
  expect(importers).toEqual([]);
});
