import { describe, expect, test } from '@jest/globals';
import { ANCHORS } from '../shared/screen.ts';
import type { Area } from './area.ts';
import { layOut } from './layout.ts';

const FULL_HD = { width: 1920, height: 1080 };
const SCREEN = {
  viewport: FULL_HD,
  frame: { safeZone: 1, minimap: null },
  anchor: 'top-right',
  scale: 1,
  hasList: false,
  panics: 0,
} as const;

const overlap = (a: Area, b: Area) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test.each(ANCHORS.filter((anchor) => /left|right/.test(anchor)))(
  'at %s the list pushes the cards inwards',
  (anchor) => {
    const { cards, list, listSide } = layOut({ ...SCREEN, anchor, hasList: true });
    expect(overlap(cards, list)).toBe(false);
    expect(anchor).toContain(listSide);
  },
);

test('in the middle the cards stay where they are', () => {
  const anchored = { ...SCREEN, anchor: 'bottom' } as const;
  expect(layOut({ ...anchored, hasList: true }).cards).toEqual(layOut(anchored).cards);
});

test('cards that are pushed stay on the screen', () => {
  const { cards } = layOut({ ...SCREEN, scale: 1.6, viewport: { width: 1024, height: 768 }, hasList: true });
  expect(cards.left).toBeGreaterThanOrEqual(0);
});

describe('banners', () => {
  test('push down what is in the middle', () => {
    const anchored = { ...SCREEN, anchor: 'top' } as const;
    const tops = [0, 1, 3, 4, 40].map((panics) => layOut({ ...anchored, panics }).cards.top);
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
    expect(tops[1]).toBeGreaterThan(tops[0] ?? 1);
    expect(tops[4]).toBe(tops[3]);
  });

  test('leave alone what they do not reach', () => {
    expect(layOut({ ...SCREEN, panics: 2 }).cards).toEqual(layOut(SCREEN).cards);
    const low = { ...SCREEN, anchor: 'bottom' } as const;
    expect(layOut({ ...low, panics: 1 }).cards.bottom).toBe(layOut(low).cards.bottom);
  });

  test('push down cards that a list has pushed under them', () => {
    const { cards, list, top } = layOut({ ...SCREEN, hasList: true, panics: 1 });
    expect(cards.top).toBeGreaterThan(top);
    expect(list.top).toBe(top);
  });
});
