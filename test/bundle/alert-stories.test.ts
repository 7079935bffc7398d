// What comes of the stories of tones, station alerts and pagers.

import { alertStories } from './alert-stories.ts';
import { expectStories } from './expect-stories.ts';

expectStories(alertStories, {
  'a tone reaches the players of the units it is for': {
    all: ['iris', 'tom', 'mara'],
    call: ['tom'],
    agency: ['iris', 'mara'],
    department: ['iris'],
    subdivision: ['tom'],
    ident: ['iris'],
    group: ['tom'],
    several: ['iris'],
    nobody: [[], [], [], []],
  },
  'a tone for several reasons is heard once, and by nobody who is off duty': {
    once: { iris: 1, tom: 1, mara: 1, guard: 0, nora: 0 },
    later: ['tom', 'mara'],
  },
  'a station alert reaches fire and EMS': {
    counts: { iris: 0, tom: 1, mara: 1, guard: 0, nora: 0 },
    tom: ['Station alert | Fire Station 7'],
  },
  'a pager reaches the units it names': {
    iris: ['Pager | Administrative'],
    tom: ['Pager | Emergency', 'Pager | Administrative'],
    mara: 0,
    guard: 0,
  },
  'a pager that names pagers only is for other resources': {
    heard: [{ addresses: ['FIRE-1'], idents: [], nature: 'NonEmergency', body: 'Hydrant check' }],
    counts: { iris: 0, tom: 0, mara: 0, guard: 0, nora: 0 },
  },
  'each event tells a player one thing, the most telling one': {
    iris: [
      '#501 10-31 Burglary | You are attached',
      'PANIC | 2-ADAM-14',
      '911 call #1 | A',
      '911 call #2 | B',
    ],
    tom: [
      '#501 10-31 Burglary | You are attached',
      '#501 10-31 Burglary | Priority raised to 1',
      'PANIC | 2-ADAM-14',
      '911 call #1 | A',
      '911 call #2 | B',
    ],
  },
});
