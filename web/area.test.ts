import { describe, expect, test } from '@jest/globals';
import { ANCHORS, type ScreenFrame } from '../shared/screen.ts';
import { type Area, columnArea, rootSize, usableArea, type Viewport } from './area.ts';

const FULL_HD: Viewport = { width: 1920, height: 1080 };
const ULTRAWIDE: Viewport = { width: 3440, height: 1440 };
const SUPERWIDE: Viewport = { width: 5120, height: 1440 };
const MINIMAP = { left: 0.016, top: 0.795, width: 0.141, height: 0.18 };
const OPEN: ScreenFrame = { safeZone: 1, minimap: null };

const overlaps = (area: Area, map: typeof MINIMAP) =>
  area.left < map.left + map.width &&
  area.right > map.left &&
  area.top < map.top + map.height &&
  area.bottom > map.top;

describe('the usable area', () => {
  test('keeps the same distance to all edges', () => {
    const { left, top, right, bottom } = usableArea(FULL_HD, OPEN);
    expect(left * 1920).toBeCloseTo(top * 1080);
    expect([1 - right, 1 - bottom]).toEqual([expect.closeTo(left), expect.closeTo(top)]);
  });

  test('lies inside the safe zone', () => {
    const { left, top } = usableArea(FULL_HD, { safeZone: 0.9, minimap: null });
    expect(Math.min(left, top)).toBeGreaterThan(0.05);
  });

  test('does not reach out to the sides of a very wide screen', () => {
    expect(usableArea(ULTRAWIDE, OPEN).left).toBeLessThan(0.02);
    expect(usableArea(SUPERWIDE, OPEN).left).toBeGreaterThan(0.15);
  });
});

describe('a column', () => {
  const frame: ScreenFrame = { safeZone: 0.95, minimap: MINIMAP };

  test.each(ANCHORS.flatMap((anchor) => [FULL_HD, ULTRAWIDE].map((viewport) => ({ anchor, viewport }))))(
    'at $anchor of $viewport.width by $viewport.height keeps off the minimap and inside the screen',
    ({ anchor, viewport }) => {
      const area = columnArea(viewport, frame, anchor, 400);
      const all = usableArea(viewport, frame);
      expect(overlaps(area, MINIMAP)).toBe(false);
      expect((area.right - area.left) * viewport.width).toBeCloseTo(400);
      expect(area.left).toBeGreaterThanOrEqual(all.left);
      expect(area.right).toBeLessThanOrEqual(all.right + 1e-9);
      expect(area.bottom).toBeGreaterThan(area.top);
    },
  );

  test.each(ANCHORS)(
    'at %s of a superwide screen keeps off the minimap, which stands further in',
    (anchor) => {
      const minimap = { ...MINIMAP, left: 0.25, width: 0.07 };
      const area = columnArea(SUPERWIDE, { safeZone: 1, minimap }, anchor, 544);
      expect(overlaps(area, minimap)).toBe(false);
    },
  );

  test('on the other side is not shortened', () => {
    expect(columnArea(FULL_HD, frame, 'bottom-right', 400).bottom).toBe(usableArea(FULL_HD, frame).bottom);
  });

  test('begins below a minimap that a server moved to the top', () => {
    const top = { ...MINIMAP, top: 0.02 };
    const area = columnArea(FULL_HD, { safeZone: 0.95, minimap: top }, 'top-left', 400);
    expect(area.top).toBeGreaterThan(top.top + top.height);
  });

  test('is never wider than the screen', () => {
    const area = columnArea({ width: 300, height: 600 }, OPEN, 'top-right', 400);
    expect([area.left, area.right]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(area.left).toBeGreaterThanOrEqual(0);
  });
});

test('sizes follow the height of the screen and the wish of the player', () => {
  expect(rootSize(ULTRAWIDE, 1)).toBe(rootSize({ width: 2560, height: 1440 }, 1));
  expect(rootSize({ width: 3840, height: 2160 }, 1)).toBe(2 * rootSize(FULL_HD, 1));
  expect(rootSize(FULL_HD, 1.5)).toBe(1.5 * rootSize(FULL_HD, 1));
  expect(rootSize({ width: 600, height: 1080 }, 1)).toBeLessThan(rootSize(FULL_HD, 1));
});
