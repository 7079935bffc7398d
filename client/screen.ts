// What the page is told, and when: only what has changed, and everything once it says that it is ready.

import type { ScreenMessage } from '../shared/screen.ts';
import type { Page } from './ports.ts';

/** A part of the screen. It is told anew when `trait` is another text than the last time. */
export interface ScreenPart {
  /** Everything that matters about the message; what changes all by itself, such as time running out, is left out. */
  trait(): string;
  message(): ScreenMessage;
}

export interface Screen {
  /** Whether the page is there: without it nobody sees what it is told. */
  isReady(): boolean;
  /** Tells the page what has changed since the last time. */
  refresh(): void;
  /** The page has said that it is ready: it knows nothing yet. */
  start(): void;
}

/** `parts` are told in their order. */
export function createScreen(page: Pick<Page, 'send'>, parts: readonly ScreenPart[]): Screen {
  let isReady = false;
  const told = new Map<ScreenPart, string>();

  function refresh(): void {
    if (!isReady) return;
    for (const part of parts) {
      const trait = part.trait();
      if (told.get(part) === trait) continue;
      told.set(part, trait);
      page.send(part.message());
    }
  }

  return {
    isReady: () => isReady,
    refresh,
    start() {
      isReady = true;
      told.clear();
      refresh();
    },
  };
}
