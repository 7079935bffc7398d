// Plays stories in the simulator and compares what comes of them.

import { expect, test } from '@jest/globals';
import { createSimulatorWorld } from './simulator-world.ts';
import type { Story } from './stage.ts';

/** One test per story: the outcome is as expected, and the host has nothing to complain about. */
export function expectStories<Name extends string>(
  stories: Readonly<Record<Name, Story>>,
  expectations: Readonly<Record<Name, unknown>>,
): void {
  test.each(Object.entries<Story>(stories))('%s', async (name, play) => {
    const { outcome, problems } = await play(createSimulatorWorld);
    expect(outcome).toEqual(expectations[name as Name]);
    expect(problems).toEqual([]);
  });
}
