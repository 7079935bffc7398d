// Plays tones from https addresses and sounds that came along, one after the other, each no longer than asked.

/** What is needed of an `HTMLAudioElement`. */
export interface Playable {
  volume: number;
  play(): Promise<void>;
  pause(): void;
  addEventListener(event: 'playing' | 'ended' | 'error', run: () => void): void;
}

export interface Tone {
  readonly url: string;
  /** 0 to 1. */
  readonly volume: number;
  /** Longest it may sound. */
  readonly seconds: number;
}

export interface TonePorts {
  /** The sound at that address, not playing yet. */
  load(url: string): Playable;
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Runs once after `ms`; gives the way to call it off. */
  after(ms: number, run: () => void): () => void;
}

export interface TonePlayer {
  /** Plays now or behind what is playing. Another address than of https or sound, or one asked for a moment ago, is passed over. */
  play(tone: Tone): void;
  /** Ends what is playing and forgets what waits. */
  stop(): void;
}

/** Several alerts within this time make one sound. */
export const SAME_SOUND_MS = 1000;
/** A sound that has not begun by then does not come. */
const START_MS = 8000;
/** More waiting tones than this are news no longer. */
const MAX_WAITING = 4;

export function createTonePlayer(ports: TonePorts): TonePlayer {
  const waiting: Tone[] = [];
  let stopCurrent: (() => void) | null = null;
  let last = { url: '', at: Number.NEGATIVE_INFINITY };

  function playNext(): void {
    const tone = waiting.shift();
    stopCurrent = tone ? start(tone, playNext) : null;
  }

  /** Starts a tone; `onOver` runs once. Gives the way to end it without that. */
  function start(tone: Tone, onOver: () => void): () => void {
    const sound = ports.load(tone.url);
    let cancelEnd = ports.after(START_MS, over);
    let isOver = false;

    function end(): void {
      isOver = true;
      cancelEnd();
      sound.pause();
    }
    function over(): void {
      if (isOver) return;
      end();
      onOver();
    }

    sound.volume = tone.volume;
    sound.addEventListener('ended', over);
    sound.addEventListener('error', over);
    sound.addEventListener('playing', () => {
      if (isOver) return;
      cancelEnd();
      cancelEnd = ports.after(tone.seconds * 1000, over);
    });
    // It is refused when the address holds no sound that can be played: there is nothing to hear then.
    sound.play().catch(over);
    return end;
  }

  return {
    play(tone) {
      if (!isPlayable(tone.url) || tone.seconds <= 0 || tone.volume <= 0) return;
      const at = ports.now();
      if (tone.url === last.url && at - last.at < SAME_SOUND_MS) return;
      last = { url: tone.url, at };
      waiting.push(tone);
      if (waiting.length > MAX_WAITING) waiting.shift();
      if (!stopCurrent) playNext();
    },
    stop() {
      waiting.length = 0;
      stopCurrent?.();
      stopCurrent = null;
    },
  };
}

/** What was spoken into the CAD comes with the message, as a `data:` address. */
function isPlayable(url: string): boolean {
  return /^https:\/\/[^/]|^data:audio\/[\w.+-]+;base64,/i.test(url);
}
