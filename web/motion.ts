// Everything that moves, once and briefly. With reduced motion nothing does.

export type Side = 'left' | 'right' | 'top' | 'bottom';

export interface Motion {
  /** Comes in from the side that it stands at. */
  enter(element: HTMLElement, from: Side): void;
  /** Fades away where it was, as a picture that outlives the element. */
  leave(element: HTMLElement): void;
  /** Glides from `offset` (CSS pixels above its new place) to where it is now. */
  slide(element: HTMLElement, offset: number): void;
  /** Draws the eye: lights up the ring that the element has as `::after`. */
  pulse(element: HTMLElement): void;
}

const STILL: Motion = { enter: nothing, leave: nothing, slide: nothing, pulse: nothing };
const OUT = 'cubic-bezier(0.2, 0.8, 0.2, 1)';
const FROM: Readonly<Record<Side, string>> = {
  left: '-1.5rem, 0',
  right: '1.5rem, 0',
  top: '0, -1rem',
  bottom: '0, 1rem',
};

export function createMotion(isReduced: boolean): Motion {
  if (isReduced) return STILL;
  return {
    enter(element, from) {
      element.animate([{ opacity: 0, transform: `translate(${FROM[from]})` }, {}], {
        duration: 260,
        easing: OUT,
      });
    },
    leave(element) {
      const picture = toPicture(element);
      document.body.append(picture);
      const fading = picture.animate([{}, { opacity: 0, transform: 'scale(0.97)' }], {
        duration: 200,
        easing: 'ease-in',
        fill: 'forwards',
      });
      fading.onfinish = fading.oncancel = () => picture.remove();
    },
    slide(element, offset) {
      element.animate([{ transform: `translateY(${offset}px)` }, {}], { duration: 220, easing: OUT });
    },
    pulse(element) {
      element.animate([{ opacity: 1 }, { opacity: 1, offset: 0.3 }, { opacity: 0 }], {
        duration: 1000,
        easing: 'ease-out',
        pseudoElement: '::after',
      });
    },
  };
}

/** A copy that is only to be looked at, in the same place. */
function toPicture(element: HTMLElement): HTMLElement {
  const { left, top, width, height } = element.getBoundingClientRect();
  const picture = document.createElement('div');
  picture.className = 'picture';
  picture.setAttribute('aria-hidden', 'true');
  Object.assign(picture.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  const copy = element.cloneNode(true) as HTMLElement;
  Object.assign(copy.style, { position: 'absolute', inset: '0' });
  picture.append(copy);
  return picture;
}

function nothing(): void {}
