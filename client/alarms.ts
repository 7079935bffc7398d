// What is heard: sounds of the game for alerts, the alarm of a panic and tones through the page. Several alerts in a
// moment make one sound, and a player who has muted hears nothing.

import type { PriorityLook } from '../shared/screen.ts';
import type { Picture } from './picture.ts';
import type { PlayerChoice } from './player-choice.ts';
import type { Clock, Page, Sounds } from './ports.ts';

export interface Alarms {
  /** An alert of that urgency, or a message. */
  alert(level: PriorityLook['level'] | 'message'): void;
  panic(): void;
  /** A sound from an https or `data:` address. */
  tone(url: string): void;
  /** Ends what is sounding. */
  silence(): void;
}

/** Alerts within this time (ms) are heard as one, unless a more urgent one comes. */
const QUIET_MS = 1000;
const RANKS = ['message', 'low', 'normal', 'high', 'critical', 'panic'] as const;
type Rank = (typeof RANKS)[number];

export function createAlarms(ports: {
  readonly picture: Picture;
  readonly choice: Pick<PlayerChoice, 'read'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly sounds: Sounds;
  readonly page: Pick<Page, 'send'>;
  /** Whether the page is there to play sounds. */
  readonly isPageReady: () => boolean;
}): Alarms {
  const { picture, choice, clock, sounds, page, isPageReady } = ports;
  let last: { readonly at: number; readonly rank: number } = { at: Number.NEGATIVE_INFINITY, rank: 0 };

  /** Whether a sound of that rank may be heard now; it counts as heard then. */
  function isDue(name: Rank): boolean {
    const rank = RANKS.indexOf(name);
    const isQuiet = clock.now() - last.at >= QUIET_MS;
    if (!isQuiet && rank <= last.rank) return false;
    last = { at: clock.now(), rank };
    return true;
  }

  function playGameSound(name: keyof NonNullable<Picture['settings']>['sounds']): void {
    const sound = picture.settings?.sounds[name];
    if (sound) sounds.play(sound);
  }

  return {
    alert(level) {
      if (!choice.read().isMuted && isDue(level)) playGameSound(level);
    },
    panic() {
      const { isMuted, isPanicMuted, volume } = choice.read();
      if ((isMuted && isPanicMuted) || !isDue('panic')) return;
      if (isPageReady()) page.send({ type: 'sound', sound: 'panic', volume });
      else playGameSound('critical');
    },
    tone(url) {
      const { isMuted, volume } = choice.read();
      if (isMuted || url === '') return;
      const seconds = picture.settings?.toneSeconds ?? 0;
      if (isPageReady()) page.send({ type: 'sound', sound: 'tone', url, volume, seconds });
      else if (isDue('normal')) playGameSound('normal');
    },
    silence: () => {
      if (isPageReady()) page.send({ type: 'silence' });
    },
  };
}
