// The recorded shapes of what the CAD sends.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(process.cwd(), 'test', 'fixtures', 'cad');

/** API key of all fixtures. */
export const FIXTURE_KEY = 'TEST-API-KEY-0000';

/** Names of all fixtures, without their ending. */
export const fixtureNames: readonly string[] = readdirSync(folder)
  .filter((file) => /\.json(\.txt)?$/.test(file))
  .map((file) => file.replace(/\.json(\.txt)?$/, ''));

/** Text of a fixture: `04_911_in_game`. */
export function fixtureText(name: string): string {
  const ending = name === '99_malformed' ? '.json.txt' : '.json';
  return readFileSync(path.join(folder, name + ending), 'utf8');
}

/** A fixture as an object. */
export function fixture(name: string): { key?: string; type?: string; data?: unknown } {
  return JSON.parse(fixtureText(name));
}

/** The fixtures that tell one story, in its order: from the first login to the request for logs. */
export const storyNames: readonly string[] = fixtureNames.filter((name) =>
  /^(?:0[1-9]|[12]\d|3[0-2])_/.test(name),
);

/** An answer of the CAD's REST API as text: `get_calls`. */
export function restFixtureText(name: string): string {
  return readFileSync(path.join(process.cwd(), 'test', 'fixtures', 'rest', `${name}.json`), 'utf8');
}
