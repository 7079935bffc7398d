// The demo's page at usual sizes: everything fits and can be read.

/// <reference lib="dom" />
import { expect, test } from '@jest/globals';
import { eventually, useDemo } from './demo-page.ts';

const SIZES = [
  [1280, 720],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const;
/** WCAG 2.2, success criterion 1.4.3: contrast of normal text. */
const AA = 4.5;
const demo = useDemo();

test.each(['Map', 'Screen'])(
  'nothing is cut off sideways, and nothing scrolls the page: %s',
  async (name) => {
    const { page, stepTo, calls } = demo();
    await page.getByRole('radio', { name }).check();
    await stepTo(12);
    await eventually(async () => expect((await calls()).join()).toContain('50% plate'));
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const cut = await page.evaluate(readCut);
      const scrollHeight = await page.evaluate(() => document.documentElement.scrollHeight);
      expect({ width, cut, scrollHeight }).toEqual({ width, cut: [], scrollHeight: height });
    }
  },
);

test.each(['Map', 'Screen'])('nothing moves while the story goes on: %s', async (name) => {
  const { page, stepTo } = demo();
  await page.getByRole('radio', { name }).check();
  const frames = () =>
    page
      .locator('.panel, .story > *, .pill, #cad-tabs, #stage, #keys button')
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON()));
  await stepTo(1);
  const before = await frames();
  await stepTo(13);
  expect(await frames()).toEqual(before);
});

test.each(['Map', 'Screen'])('text stands out from its ground: %s', async (name) => {
  const { page, stepTo } = demo();
  await page.getByRole('radio', { name }).check();
  await stepTo(12);
  const weak = await page.evaluate(readWeakTexts, AA);
  expect(weak).toEqual([]);
});

/** What clips its content sideways and has more of it than fits. Runs in the page; maps are meant to. */
function readCut(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body, body *:not(#map, #map *, #minimap *)')]
    .filter((element) => getComputedStyle(element).overflowX !== 'visible')
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ tagName, id, className }) => `${tagName} ${id} ${className}`);
}

/** Texts with less contrast than `least`. Runs in the page. What lies on the map has a halo instead of a ground. */
function readWeakTexts(least: number): string[] {
  type Colour = readonly [r: number, g: number, b: number, a: number];
  const toColour = (css: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const blend = (front: Colour, back: Colour): Colour => {
    const mix = (i: 0 | 1 | 2) => front[i] * front[3] + back[i] * (1 - front[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const groundOf = (element: Element | null): Colour =>
    element
      ? blend(toColour(getComputedStyle(element).backgroundColor), groundOf(element.parentElement))
      : [0, 0, 0, 1];
  const light = (colour: Colour) => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = own
      .map(({ textContent }) => textContent)
      .join('')
      .trim();
    const isShown = element.checkVisibility() && !element.closest('#map, :disabled');
    if (!isShown || text === '') return [];
    const ground = groundOf(element);
    const [a, b] = [light(blend(toColour(getComputedStyle(element).color), ground)), light(ground)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return contrast < least ? [`${contrast.toFixed(2)} ${text}`] : [];
  });
}
