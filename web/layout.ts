// Where cards, list and banners stand, so that none covers another.

import type { Anchor, ScreenFrame } from '../shared/screen.ts';
import { type Area, columnArea, isLeft, isRight, rootSize, usableArea, type Viewport } from './area.ts';

/** Widths and heights in root font sizes; the style sheet has the same. */
const CARD_WIDTH = 24;
const LIST_WIDTH = 29;
const BANNER_WIDTH = 36;
const BANNER_HEIGHT = 4.2;
const COLUMN_GAP = 0.75;

/** More banners would cover the road. */
export const MAX_BANNERS = 3;

export interface Layout {
  readonly cards: Area;
  readonly list: Area;
  readonly listSide: 'left' | 'right';
  /** Upper edge of the banners. */
  readonly top: number;
}

/** Cards stand where the player wants them, the list on the same side; the list and the banners push the cards away. */
export function layOut(screen: {
  readonly viewport: Viewport;
  readonly frame: ScreenFrame;
  readonly anchor: Anchor;
  readonly scale: number;
  readonly hasList: boolean;
  readonly panics: number;
}): Layout {
  const { viewport, frame, anchor, hasList } = screen;
  const root = rootSize(viewport, screen.scale);
  const all = usableArea(viewport, frame);
  const listSide = isLeft(anchor) ? 'left' : 'right';
  const list = columnArea(viewport, frame, listSide, LIST_WIDTH * root);
  const own = columnArea(viewport, frame, anchor, CARD_WIDTH * root);
  const isPushed = hasList && (isLeft(anchor) || isRight(anchor));
  const gap = (COLUMN_GAP * root) / viewport.width;
  const cards = isPushed ? beside(own, list, gap, all) : own;

  const banners = {
    width: (BANNER_WIDTH * root) / viewport.width,
    bottom: all.top + bannersHeight(screen.panics, root, viewport),
  };
  return { cards: below(banners, cards), list: below(banners, list), listSide, top: all.top };
}

/** The area moved to the inner side of `neighbour`, as far as there is room. */
function beside(area: Area, neighbour: Area, gap: number, all: Area): Area {
  const width = area.right - area.left;
  const isAtLeft = neighbour.left <= 1 - neighbour.right;
  const left = isAtLeft
    ? Math.min(neighbour.right + gap, all.right - width)
    : Math.max(neighbour.left - gap - width, all.left);
  return { ...area, left, right: left + width };
}

/** As a fraction of the screen's height. */
function bannersHeight(panics: number, root: number, viewport: Viewport): number {
  const rows = Math.min(panics, MAX_BANNERS) + (panics > MAX_BANNERS ? 0.5 : 0);
  return (rows * BANNER_HEIGHT * root) / viewport.height;
}

/** The part of the area below the banners in the middle, if they reach into it. */
function below(banners: { readonly width: number; readonly bottom: number }, area: Area): Area {
  const isAside = area.right <= 0.5 - banners.width / 2 || area.left >= 0.5 + banners.width / 2;
  return isAside ? area : { ...area, top: Math.max(area.top, banners.bottom) };
}
