// Labels on the map must not cover each other: the important ones are placed first, the rest hide until hovered.

export interface Label {
  readonly element: HTMLElement;
  /** What it labels, when that is one of the obstacles. */
  readonly symbol?: Element;
  /** Lower is more important. */
  readonly rank: number;
  /** Sides to try, in order, as class names that put the label there. */
  readonly sides: readonly string[];
}

const HIDDEN = 'label-hidden';
/** Symbols nearer to each other than this lie at one place: their labels stand around them together. */
const SAME_PLACE_PX = 10;

/** Places what fits without touching `obstacles` or each other. */
export function placeLabels(labels: readonly Label[], obstacles: readonly Element[], frame: Element): void {
  const bounds = frame.getBoundingClientRect();
  const taken = obstacles.map((obstacle) => obstacle.getBoundingClientRect());

  const isFree = (box: DOMRect, own: DOMRect | undefined) =>
    box.left >= bounds.left + 2 &&
    box.right <= bounds.right - 2 &&
    taken.every((other) => (own && isSamePlace(own, other)) || !isTouching(box, other));

  for (const { element, symbol, sides } of [...labels].sort((a, b) => a.rank - b.rank)) {
    element.classList.remove(HIDDEN);
    const own = symbol?.getBoundingClientRect();
    const side = sides.find((name) => {
      element.classList.remove(...sides);
      element.classList.add(name);
      return isFree(element.getBoundingClientRect(), own);
    });
    if (side) taken.push(element.getBoundingClientRect());
    else element.classList.add(HIDDEN);
  }
}

const isTouching = (a: DOMRect, b: DOMRect) =>
  a.left < b.right + 3 && a.right > b.left - 3 && a.top < b.bottom + 1 && a.bottom > b.top - 1;

const isSamePlace = (a: DOMRect, b: DOMRect) =>
  Math.hypot(a.left + a.width / 2 - b.left - b.width / 2, a.top + a.height / 2 - b.top - b.height / 2) <
  SAME_PLACE_PX;
