// The page on a stage of its own for each test of a file. A test during which anything went wrong in it fails.

import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './launch.ts';
import { openStage, type Request, type Stage } from './stage.ts';

/** To be called once in a file; without motion, so that tests need not wait for it. */
export function useStage() {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await openStage(browser, { reducedMotion: 'reduce' });
  });
  afterEach(async () => {
    const { troubles, loaded } = stage;
    await stage.close();
    expect({ troubles, loaded }).toEqual({ troubles: [], loaded: [] });
  });
  return {
    stage: () => stage,
    texts: (selector: string) => stage.ui.locator(selector).allTextContents(),
    card: (id = 'dispatch:501') => stage.ui.locator(`[data-card="${id}"]`),
    /** What the player did, as the game was told. */
    acts: async () =>
      (await stage.requests()).flatMap((request: Request) => (request.name === 'act' ? [request.body] : [])),
  };
}
