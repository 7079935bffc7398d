// The keys that a player can press, as buttons, and on the keyboard while the screen has the focus.

import type { KeyView } from '../views.ts';
import { el } from './dom.ts';

export interface KeyCaps {
  show(keys: readonly KeyView[]): void;
}

/** What is written on keys with long names. */
const CAPS: Readonly<Record<string, string>> = {
  ...{ UP: '↑', DOWN: '↓', LEFT: '←', RIGHT: '→', RETURN: 'Enter', BACK: 'Back', DELETE: 'Del' },
  ...{ PAGEUP: 'PgUp', PAGEDOWN: 'PgDn' },
};
/** Keys of the browser that have other names in the game. */
const GAME_NAMES: Readonly<Record<string, string>> = {
  ...{ ArrowUp: 'UP', ArrowDown: 'DOWN', ArrowLeft: 'LEFT', ArrowRight: 'RIGHT' },
  ...{ Enter: 'RETURN', Backspace: 'BACK' },
};

/** Fills `container`; keys pressed in `focusable` count as well. */
export function createKeyCaps(
  container: HTMLElement,
  focusable: HTMLElement,
  press: (key: string) => void,
): KeyCaps {
  let bound = new Set<string>();
  let drawn = '';

  focusable.addEventListener('keydown', (event) => {
    const key = GAME_NAMES[event.key] ?? event.key.toUpperCase();
    if (event.target !== focusable || event.ctrlKey || event.altKey || event.metaKey || !bound.has(key))
      return;
    event.preventDefault();
    if (!event.repeat) press(key);
  });

  function draw({ key, description }: KeyView): HTMLElement {
    const cap = key === '' ? '–' : (CAPS[key] ?? key);
    const title = key === '' ? `${description}: no key bound` : description;
    // All of them begin with where they belong.
    const label = description.replace(/^[^:]*: /, '');
    const button = el(
      'button',
      { type: 'button', title, disabled: key === '' },
      el('kbd', {}, cap),
      el('span', {}, label),
    );
    button.addEventListener('click', () => press(key));
    return button;
  }

  return {
    show(keys) {
      const text = JSON.stringify(keys);
      if (text === drawn) return;
      drawn = text;
      bound = new Set(keys.map(({ key }) => key).filter((key) => key !== ''));
      container.replaceChildren(...keys.map(draw));
    },
  };
}
