// What the page can be heard with. How loud anything is, and whether it sounds at all, is the client script's to say.

import type { ScreenMessage } from '../../shared/screen.ts';
import { SAME_SOUND_MS, type TonePlayer } from './tone-player.ts';

/** Our own sounds. `volume`: 0 to 1. */
export interface Alarm {
  panic(volume: number): void;
  /** A short one, to hear how loud it is. */
  sample(volume: number): void;
  stop(): void;
}

export interface Sounds {
  apply(message: ScreenMessage): void;
}

/** `now`: milliseconds that only ever grow. */
export function createSounds(ports: {
  readonly alarm: Pick<Alarm, 'panic' | 'stop'>;
  readonly tones: TonePlayer;
  readonly now: () => number;
}): Sounds {
  let lastPanic = Number.NEGATIVE_INFINITY;

  function soundPanic(volume: number): void {
    const at = ports.now();
    if (volume <= 0 || at - lastPanic < SAME_SOUND_MS) return;
    lastPanic = at;
    ports.alarm.panic(volume);
  }

  return {
    apply(message) {
      if (message.type === 'silence') {
        ports.alarm.stop();
        ports.tones.stop();
      } else if (message.type === 'sound') {
        if (message.sound === 'panic') soundPanic(message.volume);
        else ports.tones.play(message);
      }
    },
  };
}
