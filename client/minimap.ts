// Where the game draws its minimap.

import type { ScreenFrame } from '../shared/screen.ts';

/** Share of the screen that the game keeps free at each edge, per step of the safe zone below 1. */
const EDGE = 0.5;
/** The minimap's size, as the game lays it out: a quarter of a 1:1 screen wide, 1/5.674 of it high. */
const WIDTH = 1 / 4;
const HEIGHT = 1 / 5.674;
/** On wider screens the game lays its HUD out in a frame of this shape, in the middle. */
const WIDEST = 16 / 9;

/** `aspect`: width of the screen by its height; `safeZone`: GET_SAFE_ZONE_SIZE, 0.9 to 1. */
export function placeMinimap(aspect: number, safeZone: number): NonNullable<ScreenFrame['minimap']> {
  const edge = (1 - safeZone) * EDGE;
  const beside = Math.max(0, 1 - WIDEST / aspect) / 2;
  return { left: beside + edge, top: 1 - edge - HEIGHT, width: WIDTH / aspect, height: HEIGHT };
}
