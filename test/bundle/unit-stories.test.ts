// What comes of the stories of units.

import { expectStories } from './expect-stories.ts';
import { unitStories } from './unit-stories.ts';

expectStories(unitStories, {
  'a login puts the player on duty by the source cad, a logout clears the map': {
    on: {
      duty: [1],
      iris: { blips: ['#1 911 Sinner St'], posts: [] },
      why: [
        'Player 1 (Iris Dale) is on duty, unit 2-ADAM-14 in the CAD.',
        '  cad: on duty (logged in to the CAD as ident 12)',
      ],
      unit: 12,
      player: 1,
    },
    off: { duty: [], iris: { blips: [], posts: [] }, unit: null },
  },
  'with the source cad left out of the settings a login puts nobody on duty': {
    duty: [],
    iris: { blips: [], posts: [] },
  },
  'two sessions of one person are one unit: the one that joined last': {
    both: {
      duty: [9],
      old: { blips: [], posts: [] },
      fresh: { blips: ['#501 10-31 Burglary'], posts: ['#501 10-31 Burglary | You are attached'] },
      why: '  cad: not on duty (ident 12 has an identifier of this player, but is player 9, who has one, too)',
    },
    after: {
      duty: [1],
      old: { blips: ['#501 10-31 Burglary'], posts: ['Your status | ENROUTE'] },
    },
  },
  'one person with two units is told of the calls of both, and is the one that logged in last': {
    both: {
      unit: 12,
      posts: ['#1 10-31 Burglary | You are attached', '#2 10-31 Burglary | You are attached'],
    },
    one: { unit: 34, duty: [1] },
    none: { unit: null, duty: [], blips: [] },
  },
  'a unit is another player after an update of its identities': {
    duty: [2],
    iris: [],
    tom: { blips: ['#1 911 Sinner St'], posts: [] },
  },
  'a unit may be attached before its call and its login are known, also over a restart': {
    idents: [12, 34],
    notes: ['Early note', 'Caller on line'],
    iris: { blips: ['#501 10-31 Burglary in progress'], posts: [] },
  },
  'who logs in right after being dispatched is told that they are attached': {
    blips: ['#501 10-31 Burglary'],
    posts: ['#501 10-31 Burglary | You are attached'],
  },
  'a panic is everybody else’s business too, and ends with the logout': {
    on: {
      iris: { blips: ['PANIC E-61'], posts: ['PANIC | E-61'] },
      tom: { blips: ['PANIC E-61'], posts: ['PANIC | E-61'] },
    },
    off: { iris: { blips: [], posts: ['PANIC | E-61', 'PANIC | E-61'] }, tom: [] },
    nora: { blips: [], posts: [] },
  },
  'a panic of a unit nobody knows is told all the same, once, and leaves no unit behind': {
    posts: ['PANIC | #77', 'PANIC | #77'],
    units: [],
  },
  'a status of an unknown unit changes nothing and does not stop the others': {
    answer: 'ok',
    units: [
      [12, 1],
      [40, 2],
    ],
    posts: [1, 0],
  },
});
