// The recorded events that can be sent, read from test/fixtures/cad.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fixtureTitles } from './fixture-titles.ts';
import { storySteps } from './story-steps.ts';
import type { FixtureView } from './views.ts';

/** A recorded event and the text that is sent for it. */
export interface Fixture extends FixtureView {
  readonly text: string;
}

/** Group of the events that make up the story. */
export const STORY = 'Story';
const OTHERS = 'Other events';

/** Reads all events. Those without a title of their own come last, under their file name. */
export function readFixtures(root: string): Fixture[] {
  const folder = path.join(root, 'test', 'fixtures', 'cad');
  const texts = new Map(
    readdirSync(folder)
      .filter((file) => /\.json(\.txt)?$/.test(file))
      .sort()
      .map((file) => [file.replace(/\.json(\.txt)?$/, ''), readFileSync(path.join(folder, file), 'utf8')]),
  );

  const variants = Object.entries(fixtureTitles).flatMap(([group, titles]) =>
    Object.entries(titles).map(([name, title]) => ({ name, title, group })),
  );
  const listed = [...storySteps.map(({ name, title }) => ({ name, title, group: STORY })), ...variants];
  const known = new Set(listed.map(({ name }) => name));
  const others = [...texts.keys()]
    .filter((name) => !known.has(name))
    .map((name) => ({ name, title: name.replaceAll('_', ' '), group: OTHERS }));

  return [...listed, ...others].flatMap((entry) => {
    const text = texts.get(entry.name);
    return text === undefined ? [] : [{ ...entry, text }];
  });
}
