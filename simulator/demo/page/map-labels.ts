// Labels on the map must not cover each other: the important ones are placed first, the rest hide until hovered.

export interface Label {
  readonly element: HTMLElement;
  /** Lower is more important. */
  readonly rank: number;
  /** Sides to try, in order, as class names that put the label there. */
  readonly sides: readonly string[];
}

const HIDDEN = 'label-hidden';

/** Places what fits without touching `obstacles` or each other. */
export function placeLabels(labels: readonly Label[], obstacles: readonly Element[], frame: Element): void {
  const bounds = frame.getBoundingClientRect();
  const taken = obstacles.map((obstacle) => obstacle.getBoundingClientRect());

  const isFree = (box: DOMRect, own: Element | null) =>
    box.left >= bounds.left + 2 &&
    box.right <= bounds.right - 2 &&
    taken.every((other, i) => (own && obstacles[i] && own.contains(obstacles[i])) || !isTouching(box, other));

  for (const { element, sides } of [...labels].sort((a, b) => a.rank - b.rank)) {
    element.classList.remove(HIDDEN);
    const side = sides.find((name) => {
      element.classList.remove(...sides);
      element.classList.add(name);
      return isFree(element.getBoundingClientRect(), element.parentElement);
    });
    if (side) taken.push(element.getBoundingClientRect());
    else element.classList.add(HIDDEN);
  }
}

const isTouching = (a: DOMRect, b: DOMRect) =>
  a.left < b.right + 3 && a.right > b.left - 3 && a.top < b.bottom + 1 && a.bottom > b.top - 1;
