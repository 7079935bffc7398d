// What every part of the page may use: words, keys, where the player is, and the way to act.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageRequests, PlayerAction, PlayerSettings } from '../shared/screen.ts';
import type { Format } from './format.ts';
import type { Host } from './host.ts';
import type { Motion } from './motion.ts';
import type { Here } from './screen-state.ts';

export interface Screen {
  readonly format: Format;
  readonly player: PlayerSettings;
  readonly keys: Readonly<Partial<Record<PlayerAction, string>>>;
  readonly here: Here | null;
  /** The server's clock, in milliseconds since the epoch. */
  readonly now: number;
  /** The mouse is there: what can be clicked says so. */
  readonly hasCursor: boolean;
  readonly motion: Motion;
  act(action: PageRequests['act']['action'], key?: string): void;
  /** Everything else that the client script can be asked for. */
  readonly ask: Host['post'];
}

const ScreenContext = createContext<Screen | null>(null);

export const ScreenProvider = ScreenContext.Provider;

/** The screen around a part. Parts are drawn inside of one only. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error('A part of the page was drawn outside of the screen');
  return screen;
}
