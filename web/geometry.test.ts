import { expect, test } from '@jest/globals';
import { distanceBetween, turnTo } from './geometry.ts';

// In the game north is +y and headings grow to the left: 90 looks west.
test.each([
  ['north of one who looks north', 0, [0, 100], 0],
  ['east of one who looks north', 0, [100, 0], 90],
  ['behind', 0, [0, -100], 180],
  ['west of one who looks north', 0, [-100, 0], 270],
  ['west of one who looks west', 90, [-100, 0], 0],
  ['north of one who looks west', 90, [0, 100], 90],
  ['north of one who looks east', 270, [0, 100], 270],
  ['a little to the right, in steps', 0, [10, 100], 0],
  ['a little to the left, never 360', 5, [-100, 1000], 0],
  ['more to the right', 0, [30, 100], 15],
] as const)('%s', (_, heading, [x, y], expected) => {
  expect(turnTo({ x: 0, y: 0, heading }, { x, y })).toBe(expected);
});

test('distance is as the crow flies', () => {
  expect(distanceBetween({ x: 1, y: 1 }, { x: 4, y: 5 })).toBe(5);
});
