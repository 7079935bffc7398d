// The recorded events that can be sent, read from test/fixtures/cad.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fixtureTitles, WRONG } from './fixture-titles.ts';
import type { FixtureView } from './messages.ts';

/** A recorded event and the text that is sent for it. */
export interface Fixture extends FixtureView {
  readonly text: string;
}

const OTHERS = 'Other events';

/** Reads all events. Those without a title of their own come last, under their file name. */
export function readFixtures(root: string): Fixture[] {
  const folder = path.join(root, 'test', 'fixtures', 'cad');
  const bundle = path.join(root, 'dist', 'server.js');
  const code = existsSync(bundle) ? readFileSync(bundle, 'utf8') : '';
  const texts = new Map(
    readdirSync(folder)
      .filter((file) => /\.json(\.txt)?$/.test(file))
      .sort()
      .map((file) => [file.replace(/\.json(\.txt)?$/, ''), readFileSync(path.join(folder, file), 'utf8')]),
  );

  const listed = Object.entries(fixtureTitles).flatMap(([group, titles]) =>
    Object.entries(titles).map(([name, title]) => ({ name, title, group })),
  );
  const known = new Set(listed.map(({ name }) => name));
  const others = [...texts.keys()]
    .filter((name) => !known.has(name))
    .map((name) => ({ name, title: name.replaceAll('_', ' '), group: OTHERS }));

  return [...listed, ...others].flatMap((entry) => {
    const text = texts.get(entry.name);
    return text === undefined
      ? []
      : [{ ...entry, text, isHandled: entry.group === WRONG || isHandled(text, code) }];
  });
}

/** The bundle names every type of event that it handles. */
function isHandled(text: string, code: string): boolean {
  const type = /"type":\s*"(\w+)"/.exec(text)?.[1]?.toUpperCase();
  return type !== undefined && new RegExp(`\\b${type}\\b`).test(code);
}
