// Marks an element for a moment when what it shows has changed.

/** Tell it what is shown; anything but the text before counts as a change. `isKnown`: the first text is nothing new. */
export function createChangeMark(element: HTMLElement, isKnown: boolean): (shown: string) => void {
  let last = isKnown ? null : '';
  return (shown) => {
    if (last !== null && last !== shown) {
      // Taken off and put on again in two frames, the animation starts anew.
      element.classList.remove('changed');
      requestAnimationFrame(() => element.classList.add('changed'));
    }
    last = shown;
  };
}
