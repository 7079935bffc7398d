// What the page costs in the browser: drawing, and changing what is drawn, down to the finished layout. The floor writes the
// same elements and texts by hand, knowing what changes.

import type { Page } from 'playwright-core';
import type { ScreenMessage } from '../../shared/screen.ts';
import { launchBrowser } from '../../test/browser/launch.ts';
import { callCard, cards, HERE, list, row, setup } from '../../test/browser/screens.ts';
import { servePage } from '../../test/browser/stage.ts';
import { median, medianRatio } from '../measure.ts';
import { IN_PAGE } from './in-page.ts';

/** What a message costs, and how that compares; times in microseconds. */
export interface PageRow {
  readonly what: string;
  /** Elements on the page with it. */
  readonly elements: number;
  readonly floor: number;
  readonly product: number;
  readonly ratio: number;
  /** At most this many times the floor. */
  readonly limit: number;
}

const WARM_UP = 10;
const ROUNDS = 31;
/** Turns in a round. */
const REPEATS = 20;

/** Two messages that take turns. */
interface Case {
  readonly what: string;
  readonly limit: number;
  readonly before: readonly ScreenMessage[];
  readonly turns: readonly [ScreenMessage, ScreenMessage];
}

const NUMBERS = [501, 502, 503, 504];
const cardOf = (number: number, news = '') =>
  callCard({ news, isFocused: number === 501 }, { key: `dispatch:${number}`, dispatchId: number });
const allCards = (news = '') => cards(...NUMBERS.map((number) => cardOf(number, number === 501 ? news : '')));
const rows = Array.from({ length: 14 }, (_, index) => row(501 + index));
const CLOSED: ScreenMessage = { type: 'list', list: null, now: 0 };

const CASES: readonly Case[] = [
  { what: 'four cards come and go', limit: 3, before: [HERE], turns: [allCards(), cards()] },
  { what: 'news on one of four cards', limit: 8, before: [HERE], turns: [allCards('A'), allCards('B')] },
  { what: 'list of 14 comes and goes', limit: 3, before: [HERE], turns: [list({ rows }), CLOSED] },
  {
    what: 'selection moves in the list',
    // Next to nothing has to be written for it.
    limit: 60,
    before: [HERE],
    turns: [list({ rows, selected: 'dispatch:501' }), list({ rows, selected: 'dispatch:502' })],
  },
];

/** Runs in the browser that the tests use. */
export async function measurePage(): Promise<PageRow[]> {
  const browser = await launchBrowser();
  const server = await servePage();
  /** The page, told what comes before the turns. Without motion: everything is over when the layout is. */
  async function open({ before, turns }: Case) {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' });
    await page.goto(`${server.url}ui/index.html`);
    await page.evaluate(IN_PAGE);
    const texts = [[setup(), ...before], turns].map((messages) => messages.map((one) => JSON.stringify(one)));
    const elements = (await page.evaluate(`bench.learn(...${JSON.stringify(texts)})`)) as number;
    return { page, elements };
  }
  try {
    const measured: PageRow[] = [];
    for (const one of CASES) {
      const [product, floor] = [await open(one), await open(one)];
      measured.push(toRow(one, product.elements, await race({ product: product.page, floor: floor.page })));
      for (const { page } of [product, floor]) await page.close();
    }
    return measured;
  } finally {
    await browser.close();
    await server.close();
  }
}

type Times = Record<'product' | 'floor', number[]>;

async function race(pages: Readonly<Record<keyof Times, Page>>): Promise<Times> {
  const times: Times = { product: [], floor: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const name of ['product', 'floor'] as const) {
      const time = (await pages[name].evaluate(`bench.${name}(${REPEATS})`)) as number;
      if (round >= WARM_UP) times[name].push(time);
    }
  }
  return times;
}

function toRow({ what, limit }: Case, elements: number, { product, floor }: Times): PageRow {
  return {
    ...{ what, limit, elements },
    floor: median(floor),
    product: median(product),
    ratio: medianRatio(product, floor),
  };
}
