import { beforeEach, describe, expect, test } from '@jest/globals';
import { createTonePlayer, type Playable, type TonePlayer } from './tone-player.ts';

interface FakeSound extends Playable {
  readonly url: string;
  isPlaying: boolean;
  emit(event: 'playing' | 'ended' | 'error'): void;
}

let clock: number;
let timers: { readonly at: number; readonly run: () => void }[];
let sounds: FakeSound[];
let isRefused: boolean;
let tones: TonePlayer;

function load(url: string): FakeSound {
  const listeners: { readonly event: string; readonly run: () => void }[] = [];
  const sound: FakeSound = {
    url,
    volume: 1,
    isPlaying: false,
    play() {
      if (isRefused) return Promise.reject(new Error('no such sound'));
      sound.isPlaying = true;
      return Promise.resolve();
    },
    pause: () => {
      sound.isPlaying = false;
    },
    addEventListener: (event, run) => listeners.push({ event, run }),
    emit(event) {
      for (const listener of listeners) if (listener.event === event) listener.run();
    },
  };
  sounds.push(sound);
  return sound;
}

function pass(ms: number): void {
  clock += ms;
  const due = timers.filter(({ at }) => at <= clock);
  timers = timers.filter(({ at }) => at > clock);
  for (const { run } of due) run();
}

const tone = (name: string, change: { volume?: number; seconds?: number; url?: string } = {}) => ({
  url: `https://tones.example/${name}.ogg`,
  volume: 0.4,
  seconds: 10,
  ...change,
});
const playing = () =>
  sounds.filter(({ isPlaying }) => isPlaying).map(({ url }) => url.replace(/.*\/|\.ogg/g, ''));

beforeEach(() => {
  clock = 0;
  timers = [];
  sounds = [];
  isRefused = false;
  tones = createTonePlayer({
    load,
    now: () => clock,
    after(ms, run) {
      const timer = { at: clock + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
});

test('plays at the volume asked for', () => {
  tones.play(tone('a'));
  expect(sounds.map(({ volume, isPlaying }) => [volume, isPlaying])).toEqual([[0.4, true]]);
});

test.each([
  ['http', tone('a', { url: 'http://tones.example/a.ogg' })],
  ['a script', tone('a', { url: 'javascript:alert(1)' })],
  ['data that is no sound', tone('a', { url: 'data:text/html;base64,AAAA' })],
  ['no address', tone('a', { url: 'https://' })],
  ['no volume', tone('a', { volume: 0 })],
  ['no time', tone('a', { seconds: 0 })],
])('%s is not even loaded', (_, asked) => {
  tones.play(asked);
  expect(sounds).toEqual([]);
});

test('plays what was spoken into the CAD, which comes as data', () => {
  const url = 'data:audio/ogg;base64,AAAA';
  tones.play(tone('a', { url }));
  expect(sounds.map((sound) => sound.url)).toEqual([url]);
});

describe('the queue', () => {
  test('plays one after the other', () => {
    tones.play(tone('a'));
    tones.play(tone('b'));
    expect(playing()).toEqual(['a']);
    sounds[0]?.emit('ended');
    expect(playing()).toEqual(['b']);
  });

  test.each(['ended', 'error'] as const)('goes on once when a sound says %s twice', (event) => {
    for (const name of ['a', 'b', 'c']) tones.play(tone(name));
    sounds[0]?.emit(event);
    sounds[0]?.emit(event);
    expect(playing()).toEqual(['b']);
  });

  test('goes on when a sound is refused', async () => {
    isRefused = true;
    tones.play(tone('a'));
    isRefused = false;
    tones.play(tone('b'));
    await Promise.resolve();
    await Promise.resolve();
    expect(playing()).toEqual(['b']);
  });

  test('drops the oldest when too many wait', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) tones.play(tone(name));
    sounds[0]?.emit('ended');
    expect(playing()).toEqual(['c']);
  });
});

describe('time', () => {
  test('cuts a sound that is longer than asked, counted from when it is heard', () => {
    tones.play(tone('a', { seconds: 3 }));
    pass(2000);
    sounds[0]?.emit('playing');
    pass(2999);
    expect(playing()).toEqual(['a']);
    pass(1);
    expect(playing()).toEqual([]);
  });

  test('ends the wait for a sound that never comes', () => {
    tones.play(tone('a'));
    tones.play(tone('b'));
    pass(8000);
    expect(playing()).toEqual(['b']);
  });

  test('leaves no timer behind', () => {
    tones.play(tone('a'));
    sounds[0]?.emit('playing');
    sounds[0]?.emit('ended');
    expect(timers).toEqual([]);
  });
});

describe('alerts at the same time', () => {
  test('make one sound', () => {
    tones.play(tone('a'));
    pass(999);
    tones.play(tone('a'));
    sounds[0]?.emit('ended');
    expect(sounds).toHaveLength(1);
  });

  test('make two when they are a second apart', () => {
    tones.play(tone('a'));
    pass(1000);
    tones.play(tone('a'));
    sounds[0]?.emit('ended');
    expect(sounds).toHaveLength(2);
  });
});

test('stop ends what plays and forgets what waits', () => {
  tones.play(tone('a'));
  tones.play(tone('b'));
  tones.stop();
  sounds[0]?.emit('ended');
  expect([playing(), timers]).toEqual([[], []]);
  tones.play(tone('c'));
  expect(playing()).toEqual(['c']);
});
