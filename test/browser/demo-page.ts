// The demo's page in a browser, in the words of the one who looks at it.

import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { type Demo, startDemo } from '../../simulator/demo/main.ts';
import { launchBrowser } from './launch.ts';

export interface DemoPage {
  readonly demo: Demo;
  readonly page: Page;
  /** What went wrong in the page: script errors, refused requests, dialogs. */
  readonly troubles: string[];
  call911(): Promise<void>;
  remove911(): Promise<void>;
  chooseMap(name: string): Promise<void>;
  /** Types an event into the editor and sends it; gives the reply line. */
  send(event: unknown): Promise<string>;
  command(line: string): Promise<void>;
  switchDuty(player: number): Promise<void>;
  /** Chooses one of the tabs of the CAD's panel. */
  openTab(name: string): Promise<void>;
  /** Sends the steps of the story up to that one. */
  stepTo(step: number): Promise<void>;
  /** Resolves once the story shows that step. */
  storyReaches(step: number): Promise<void>;
  /** Texts of the units on the board, by their number. */
  units(): Promise<Record<string, string>>;
  /** Texts of the calls on the board, newest first. */
  calls(): Promise<string[]>;
  /** Texts of the notifications on a player's card, newest first. */
  posts(player: number): Promise<string[]>;
  /** Names of the blips on the map that is shown. */
  blips(): Promise<string[]>;
  card(player: number): Locator;
  /** The NUI page of the player whose screen is looked at. */
  readonly nui: FrameLocator;
  /** Looks at the screen of a player. */
  lookAt(name: string): Promise<void>;
  /** Presses one of the keys below the screen, by what is written on it. */
  pressKey(cap: string): Promise<void>;
  /** Types into the chat of the player whose screen is looked at. */
  say(line: string): Promise<void>;
  consoleText(): Promise<string>;
  close(): Promise<void>;
}

export const ANY_PORT = { port: 0, isExact: true };

/** Starts the demo on free ports and opens its page. */
async function openDemo(browser: Browser, { paceMs, address = MAP_OF_IRIS }: DemoOptions): Promise<DemoPage> {
  const demo = await startDemo({
    root: process.cwd(),
    page: ANY_PORT,
    game: ANY_PORT,
    ...(paceMs !== undefined && { paceMs }),
  });
  try {
    return await openPage(browser, demo, address);
  } catch (error) {
    await demo.close();
    throw error;
  }
}

interface DemoOptions {
  /** Time between the steps of the story, in ms. */
  readonly paceMs?: number;
  /** What is looked at first. As long as nobody has looked at a screen, alerts are posts in the feeds. */
  readonly address?: string;
}

const MAP_OF_IRIS = '#map-1';

/** A demo with its page for each test of a file; a test during which anything went wrong in either fails. */
export function useDemo(options: DemoOptions = {}): () => DemoPage {
  let browser: Browser;
  let view: DemoPage;
  jest.setTimeout(120_000);
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    view = await openDemo(browser, options);
  });
  afterEach(async () => {
    const { troubles } = view;
    const problems = view.demo.server.allProblems();
    await view.close();
    expect({ troubles, problems }).toEqual({ troubles: [], problems: [] });
  });
  return () => view;
}

async function openPage(browser: Browser, demo: Demo, address: string): Promise<DemoPage> {
  // Without motion a test need not wait for it, and drawing costs little.
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${demo.url}${address}`);
  await page.locator('#player-choice label').nth(4).waitFor();

  const openTab = (name: string) => page.getByRole('tab', { name }).click();
  const storyReaches = (step: number) => page.getByText(new RegExp(`^${step}/\\d+`)).waitFor();
  const card = (player: number) => page.locator(`[data-player="${player}"].player`);
  return {
    demo,
    page,
    troubles,
    card,
    nui: page.frameLocator('#frames iframe.shown'),
    async lookAt(name) {
      // In this order: on the way there no other screen is looked at.
      await page.getByRole('radio', { name }).check();
      await page.getByRole('radio', { name: 'Screen' }).check();
    },
    pressKey: (cap) =>
      page
        .locator('#keys button')
        .filter({ has: page.locator(`kbd:text-is("${cap}")`) })
        .click(),
    async say(line) {
      await page.locator('#say-input').fill(line);
      await page.keyboard.press('Enter');
    },
    call911: () => page.getByRole('button', { name: '911 call', exact: true }).click(),
    remove911: () => page.getByRole('button', { name: 'Remove 911', exact: true }).click(),
    async chooseMap(name) {
      await page.getByRole('radio', { name: 'Map' }).check();
      await page.getByRole('radio', { name }).check();
    },
    openTab,
    storyReaches,
    async stepTo(step) {
      const title = (await page.locator('#story-title').textContent()) ?? '';
      for (let next = Number(/^(\d+)\//.exec(title)?.[1] ?? 0) + 1; next <= step; next++) {
        await page.getByRole('button', { name: 'Next step' }).click();
        await storyReaches(next);
      }
    },
    async units() {
      const rows = page.locator('.unit');
      const numbers = await rows.locator('.unit-number').allTextContents();
      const texts = await rows.allInnerTexts();
      return Object.fromEntries(numbers.map((number, index) => [number, texts[index] ?? '']));
    },
    calls: () => page.locator('.call').allInnerTexts(),
    async send(event) {
      await openTab('Editor');
      await page.locator('#reply').evaluate((reply) => reply.replaceChildren());
      const text = typeof event === 'string' ? event : JSON.stringify(event);
      await page.getByRole('textbox', { name: 'Event' }).fill(text);
      await page.keyboard.press('Control+Enter');
      await page.locator('#reply .status').waitFor();
      return (await page.locator('#reply').textContent()) ?? '';
    },
    async command(line) {
      await page.getByRole('textbox', { name: 'Console command' }).fill(line);
      await page.keyboard.press('Enter');
    },
    switchDuty: (player) => card(player).getByRole('switch').click(),
    posts: (player) => card(player).locator('.post').allTextContents(),
    blips: () => page.locator('.blip-pin .label').allTextContents(),
    consoleText: async () => (await page.locator('#console-lines').textContent()) ?? '',
    async close() {
      await page.close();
      await demo.close();
    },
  };
}

const PATIENCE_MS = 30_000;
const PACE_MS = 40;

/** Runs `check` until it does not throw; after a while its last error counts. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
  }
}
