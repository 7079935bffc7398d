import { beforeEach, expect, test } from '@jest/globals';
import { createSounds, type Sounds } from './sounds.ts';

let clock: number;
let heard: string[];
let sounds: Sounds;

beforeEach(() => {
  clock = 0;
  heard = [];
  sounds = createSounds({
    alarm: { panic: (volume) => heard.push(`panic ${volume}`), stop: () => heard.push('alarm stops') },
    tones: { play: ({ url }) => heard.push(url), stop: () => heard.push('tones stop') },
    now: () => clock,
  });
});

const soundPanic = (volume = 0.5) => sounds.apply({ type: 'sound', sound: 'panic', volume });

test('several panics within a second make one alarm', () => {
  soundPanic();
  clock = 999;
  soundPanic();
  expect(heard).toEqual(['panic 0.5']);
  clock = 1000;
  soundPanic();
  expect(heard).toHaveLength(2);
});

test('a panic that is not to be heard does not silence the next', () => {
  soundPanic(0);
  soundPanic(1);
  expect(heard).toEqual(['panic 1']);
});

test('tones go to their player', () => {
  sounds.apply({ type: 'sound', sound: 'tone', url: 'https://a.example/b.ogg', volume: 1, seconds: 1 });
  expect(heard).toEqual(['https://a.example/b.ogg']);
});

test('silence ends everything', () => {
  sounds.apply({ type: 'silence' });
  expect(heard.sort()).toEqual(['alarm stops', 'tones stop']);
});

test('what is only to be seen is not heard', () => {
  sounds.apply({ type: 'panel', isOpen: true });
  expect(heard).toEqual([]);
});
