// What holds for cards and panic banners alike on the real page: where they stand, whether they can be read, hostile text.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LOW_CONTRAST } from './contrast.ts';
import {
  call,
  callCard,
  cards,
  HERE,
  list,
  MINIMAP,
  messageCard,
  panic,
  row,
  setup,
  unit,
} from './screens.ts';

import { useStage } from './use-stage.ts';

const { stage, texts, card } = useStage();

test('nothing is seen while the page is hidden, and all of it afterwards', async () => {
  await stage().send(setup(), cards(callCard()), { type: 'hide', isHidden: true });
  expect(await card().isVisible()).toBe(false);
  await stage().send({ type: 'hide', isHidden: false });
  expect(await card().isVisible()).toBe(true);
});

test.each([
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 3440, height: 1440 },
])('on $width by $height cards at the bottom left stand above the minimap', async (viewport) => {
  await stage().page.setViewportSize(viewport);
  await stage().send(
    setup({}, { anchor: 'bottom-left', density: 'full' }),
    cards(callCard({ isFocused: true }), messageCard()),
  );
  const boxes = await Promise.all([card(), card('message:1')].map((locator) => locator.boundingBox()));
  for (const box of boxes) {
    expect(box?.x).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(MINIMAP.top * viewport.height);
  }
  const [first, second] = boxes;
  expect(first?.y).toBeGreaterThan(second?.y ?? 0);
});

test.each(['compact', 'normal', 'full'] as const)(
  'with the longest label, code and number what a %s card and a row say stays inside them',
  async (density) => {
    const priority = { level: 'critical', label: 'ALPHA-BRAVO1' } as const;
    const isMine = true;
    await stage().send(
      setup({ texts: JSON.parse(readFileSync('locales/pl.json', 'utf8')), language: 'pl' }, { density }),
      HERE,
      cards(
        callCard({ priority, isMine, isFocused: true }, { code: '10-31 SIGNAL' }),
        callCard(
          { id: '911:1', priority },
          { stage: '911', code: 'SIGNAL-100', dispatchId: null, emergencyId: 123_456 },
        ),
        callCard({ id: 'over', priority, state: 'detached' }),
      ),
      list({
        rows: [row(501, { priority, stage: '911', code: 'SIGNAL-100' })],
        counts: { all: 1999, mine: 12, '911': 1500, page: 1900 },
      }),
    );
    const outside = await stage().ui.evaluate(
      `[...document.querySelectorAll('.card-head, .row, .row-line, .filters')].flatMap((line) => {
        const { left, right } = line.getBoundingClientRect();
        return [...line.children]
          .filter((part) => {
            const box = part.getBoundingClientRect();
            return box.left < left - 1 || box.right > right + 1;
          })
          .map((part) => part.textContent);
      })`,
    );
    expect(outside).toEqual([]);
    const label = await stage().ui.locator('.row .priority').boundingBox();
    const line = await stage().ui.locator('.row .number').boundingBox();
    expect(label?.height).toBeLessThan(2 * (line?.height ?? 0));
  },
);

test('the mouse goes through to the game', async () => {
  await stage().send(setup(), cards(callCard({ isFocused: true })), { type: 'panics', panics: [panic()] });
  const targets = await stage().ui.evaluate(
    `[...document.querySelectorAll('.card, .panic')].map((node) => {
      const { x, y } = node.getBoundingClientRect();
      return document.elementFromPoint(x + 20, y + 20)?.tagName;
    })`,
  );
  expect(targets).toEqual(['BODY', 'BODY']);
});

test('everything can be read before a white sky and before a black one', async () => {
  await stage().send(
    setup({}, { density: 'full' }),
    HERE,
    cards(
      callCard({
        isFocused: true,
        isMine: true,
        news: 'News',
        response: { state: 'failed', reason: 'no' },
        priority: { level: 'critical', label: 'P1' },
      }),
      callCard(
        { id: 'a', priority: { level: 'low', label: 'P4' }, response: { state: 'pending' } },
        { stage: '911', units: [unit(1, 'A', 'B', { isPanic: true })] },
      ),
      callCard({
        id: 'b',
        state: 'closed',
        priority: { level: 'normal', label: 'P2' },
        response: { state: 'done' },
      }),
      callCard({ id: 'c', response: { state: 'done' } }),
      messageCard({ sign: 'station' }),
    ),
    { type: 'panics', panics: [panic({ actions: ['route'] })] },
  );
  expect(await stage().ui.evaluate(LOW_CONTRAST)).toEqual([]);
});

describe('hostile text', () => {
  const img = '<img src=x onerror="window.parent.hacked = true">';
  const hostile: readonly (readonly [string, string])[] = [
    ['markup', img.repeat(20)],
    ['game codes', '~r~^1~INPUT_CONTEXT~'.repeat(40)],
    ['5000 characters without a space', 'W'.repeat(5000)],
    ['right to left overrides', '\u202eevil\u2066'.repeat(200)],
    ['stacked marks', `Z${'\u0335\u0327\u031b'.repeat(60)} `.repeat(30)],
    ['emoji', '👩‍👩‍👧‍👦🚨'.repeat(300)],
    ['Hebrew', 'שלום עולם '.repeat(200)],
  ];

  test.each(hostile)('of %s is text and stays in its box', async (_, text) => {
    const view = call({
      title: text,
      code: text,
      description: text,
      caller: text,
      address: text,
      postal: text,
      units: [unit(1, text, text)],
      notes: [{ time: text, label: text, type: text, content: text }],
    });
    await stage().send(
      setup({}, { density: 'full' }),
      HERE,
      cards(
        callCard({ isFocused: true, news: text, call: view, priority: { level: 'high', label: 'P1' } }),
        messageCard({ title: text, subtitle: text, text }),
      ),
      { type: 'panics', panics: [panic({ unit: text, place: text })] },
    );
    const start = text.slice(0, 30);
    expect((await texts('[data-card="dispatch:501"] .title')).join()).toContain(start);
    expect(await stage().ui.locator('.screen :is(img, script, b b)').count()).toBe(0);
    expect(await stage().page.evaluate('window.hacked')).toBeUndefined();
    const boxes = (await stage().ui.evaluate(
      `[...document.querySelectorAll('.card, .panic')].map((node) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        return { width: right - left, isInside: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight,
          hints: node.querySelector('.hints')?.getBoundingClientRect().bottom <= bottom };
      })`,
    )) as { width: number; isInside: boolean; hints: boolean }[];
    expect(boxes.map(({ isInside }) => isInside)).toEqual([true, true, true]);
    expect(boxes[0]?.hints).toBe(true);
    expect(new Set(boxes.slice(0, 2).map(({ width }) => Math.round(width))).size).toBe(1);
  });
});
