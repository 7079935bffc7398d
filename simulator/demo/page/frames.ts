// The NUI pages, each in a frame of its own: loaded when a screen is looked at for the first time, kept until its
// resource stops.

import type { PlayerView } from '../views.ts';
import { el } from './dom.ts';

export interface Frames {
  /** Shows the page of a player, or none. */
  show(players: readonly PlayerView[], shown: PlayerView | null): void;
  /** Passes on what a player's client script says. */
  tell(player: number, messages: readonly unknown[]): void;
}

interface Loaded {
  readonly frame: HTMLIFrameElement;
  readonly page: number;
}

const ADDRESS = '/nui/index.html?host=parent';

/** `ask` is what the pages ask for. */
export function createFrames(
  container: HTMLElement,
  ask: (player: number, name: string, body: unknown) => void,
): Frames {
  const frames = new Map<number, Loaded>();
  let seen: number | null = null;

  window.addEventListener('message', ({ source, data }) => {
    for (const [player, { frame }] of frames) {
      if (frame.contentWindow !== source || data?.type !== 'sonorancad:request') continue;
      ask(player, String(data.name), data.body);
    }
  });

  function load({ id, firstName, screen }: PlayerView): void {
    if (screen.page === null || frames.has(id)) return;
    const frame = el('iframe', { src: ADDRESS, title: `NUI page of ${firstName}`, allow: 'autoplay' });
    frames.set(id, { frame, page: screen.page });
    container.append(frame);
  }

  /** The game gives the mouse to the page, or takes it away. */
  function setCursor(frame: HTMLIFrameElement, hasCursor: boolean): void {
    const had = frame.classList.contains('has-cursor');
    frame.classList.toggle('has-cursor', hasCursor);
    if (hasCursor && !had) frame.focus();
    if (!hasCursor && had && document.activeElement === frame) container.focus();
  }

  return {
    show(players, shown) {
      for (const { id, screen } of players) {
        const loaded = frames.get(id);
        if (!loaded || loaded.page === screen.page) continue;
        loaded.frame.remove();
        frames.delete(id);
      }
      if (shown) load(shown);
      seen = shown?.id ?? null;
      for (const [id, { frame }] of frames) {
        frame.classList.toggle('shown', id === seen);
        setCursor(frame, id === seen && shown?.screen.hasCursor === true);
      }
    },
    tell(player, messages) {
      const target = frames.get(player)?.frame.contentWindow;
      for (const message of messages) {
        // Only the screen that is looked at is heard.
        if (player === seen || !isSound(message)) target?.postMessage(message, location.origin);
      }
    },
  };
}

const isSound = (message: unknown) =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'sound';
