import { expect, test } from '@jest/globals';
import { placeMinimap } from './minimap.ts';

test.each([
  ['4:3', 4 / 3, 1, 0],
  ['16:9', 16 / 9, 1, 0],
  ['16:9 with a safe zone', 16 / 9, 0.9, 0.05],
  // Where scripts of others that measured it find it.
  ['21:9', 2560 / 1080, 1, 0.125],
  ['3440 by 1440', 3440 / 1440, 1, 0.128],
  ['32:9', 5120 / 1440, 1, 0.25],
])('on %s the minimap stands in the corner of the HUD', (_, aspect, safeZone, left) => {
  expect(placeMinimap(aspect, safeZone).left).toBeCloseTo(left, 3);
});

test('it keeps its size on wider screens and stands inside the safe zone', () => {
  const [usual, wide] = [placeMinimap(16 / 9, 0.9), placeMinimap(32 / 9, 0.9)];
  expect(wide.width * (32 / 9)).toBeCloseTo(usual.width * (16 / 9));
  expect(wide.top + wide.height).toBeCloseTo(0.95);
});
