// What comes of the stories of sounds, panics and load.

import { expectStories } from './expect-stories.ts';
import { screenSoundStories } from './screen-sound-stories.ts';

const TONE = 'tone https://api.sonorancad.com/tone.mp3 20 s';
const NOTHING = { tickers: 0, timers: [] };
const ONE = { tickers: 0, timers: 1, isSlow: true };

expectStories(screenSoundStories, {
  'a panic is a banner, an alarm and a blip that goes along': {
    begun: {
      tom: ['2-ADAM-14 100, 200 route'],
      iris: ['2-ADAM-14 (own) 100, 200 route'],
      heard: [['panic'], ['panic'], []],
    },
    blips: ['PANIC 2-ADAM-14 100, 200'],
    later: { blips: ['PANIC 2-ADAM-14 400, 200'], banner: ['2-ADAM-14 400, 200 route'] },
    over: [[], [], ['> success: PANIC | 2-ADAM-14 | The panic is over.']],
    nora: [[], []],
  },
  'a panic leads there by key, and is taken away on this screen only': {
    led: 'PANIC 2-ADAM-14',
    tom: [],
    mara: 1,
    blips: 1,
  },
  'a tone sounds from an allowed place, and from no other': {
    heard: [
      ['https://api.sonorancad.com/tone.mp3', [TONE], true],
      ['https://sonorancad.com.example.org/tone.mp3', [], true],
      ['https://example.org/tone.mp3', [], true],
      ['http://sonorancad.com/tone.mp3', [], true],
      ['javascript:alert(1)', [], true],
      ['', [], true],
    ],
    tom: [],
  },
  'who has muted hears nothing but panics, and those only unless they are muted, too': {
    loud: [1, [TONE]],
    muted: [0, ['silence']],
    panic: ['panic'],
    silent: [],
    again: [TONE],
  },
  'without a page the game has a sound of its own for each': { sounds: 2, page: [] },
  'many alerts in a moment are one sound': 1,
  'an idle client runs nothing and tells its page nothing; any number of cards and the list need one slow timer':
    {
      messages: 0,
      idle: NOTHING,
      one: ONE,
      ten: ONE,
      list: ONE,
      over: NOTHING,
    },
});
