// Where on the screen things may stand: inside the game's safe zone, off the minimap, and not too far out on wide screens.

import type { Anchor, ScreenFrame } from '../shared/screen.ts';

/** A rectangle, its edges as fractions of the screen's width and height from the top left. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The page's size in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** 17 px on a screen of 1080 lines. */
const ROOT_SHARE = 17 / 1080;
/** Screens narrower than this show everything smaller. */
const NARROWEST = 4 / 3;
/** On wider screens the sides are out of sight: nothing stands there. */
const WIDEST = 2.4;
/** Space to the edges and to the minimap, as a share of the screen's height. */
const GAP = 0.018;

/** Size of the root font in CSS pixels, to which all sizes are relative. */
export function rootSize({ width, height }: Viewport, scale: number): number {
  return Math.min(height, width / NARROWEST) * ROOT_SHARE * scale;
}

/** The whole area that may be used. */
export function usableArea({ width, height }: Viewport, frame: ScreenFrame): Area {
  const aspect = width / height;
  const margin = (1 - frame.safeZone) / 2;
  const beyond = Math.max(0, (1 - WIDEST / aspect) / 2);
  const side = Math.max(margin, beyond) + GAP / aspect;
  const end = margin + GAP;
  return { left: side, top: end, right: 1 - side, bottom: 1 - end };
}

/** The area of a column at `anchor` that is `width` CSS pixels wide; it ends where the minimap is in its way. */
export function columnArea(viewport: Viewport, frame: ScreenFrame, anchor: Anchor, width: number): Area {
  const all = usableArea(viewport, frame);
  const share = Math.min(width / viewport.width, all.right - all.left);
  const left = isLeft(anchor) ? all.left : isRight(anchor) ? all.right - share : (1 - share) / 2;
  return clearOf(frame, viewport, { ...all, left, right: left + share });
}

export const isLeft = (anchor: Anchor) => anchor.endsWith('left');
export const isRight = (anchor: Anchor) => anchor.endsWith('right');

/** The part of `area` above the minimap, or below one that stands in the upper half. */
function clearOf({ minimap }: ScreenFrame, viewport: Viewport, area: Area): Area {
  if (!minimap) return area;
  const gapX = (GAP * viewport.height) / viewport.width;
  const isBeside = minimap.left >= area.right + gapX || minimap.left + minimap.width <= area.left - gapX;
  if (isBeside) return area;
  const isLow = minimap.top + minimap.height / 2 > 0.5;
  return isLow
    ? { ...area, bottom: Math.min(area.bottom, minimap.top - GAP) }
    : { ...area, top: Math.max(area.top, minimap.top + minimap.height + GAP) };
}
