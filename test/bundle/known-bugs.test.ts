// What goes right here with calls and units.

import { expect } from '@jest/globals';
import { expectStories } from './expect-stories.ts';
import { knownBugs } from './known-bugs.ts';

expectStories(knownBugs, {
  'B1 a status finds its unit by ident, also as a single number': [2, 3, 2],
  'B2 every call of a closing event is closed, whatever stands before it': [],
  'B3 a logout removes the unit itself, and a player who leaves has none': {
    units: [40, 34],
    players: [null, null, 4],
  },
  'B4 detaching who is not attached detaches nobody': [12, 34],
  'B5 unknown units stop nobody, and an attachment waits for its call': {
    idents: [99, 12],
    iris: ['#501 10-31 Burglary | You are attached'],
  },
  'B6 a panic is answered ok, known, told by unit, and may be a single old-style ident': {
    answer: 'ok',
    isPanic: true,
    tom: ['PANIC | 2-ADAM-14'],
  },
  'B7 a call that is missing is refused, an edit of an unknown one opens it': {
    missing: 'Invalid Payload: data.dispatch: expected an object with the dispatch call',
    edit: 'ok',
    address: 'Alta St',
  },
  'B8 a group is read where it is documented, and beside the data too': ['TASK FORCE 9', 'TASK FORCE 9'],
  'B9 a note reaches a call whose notes were an empty text, and the players on it': {
    notes: ['Armed'],
    iris: ['#502 10-31 Traffic Stop | Note'],
  },
  'B10 percent signs, markup and colour codes of callers are just text': {
    caller: '100% %1 $& ^1',
    text: expect.stringMatching(/^\(b\)-r-Alta.*~n~%s %d$/),
    blip: ['#1 911 (b)-r-Alta'],
  },
  'B11 911 and civil calls are told apart, and nothing has to be there': [
    'Civil call #1 | Unknown caller',
    '911 call #2 | Unknown caller',
  ],
  'B12 who is on a call is told of its end, and their map is cleared': {
    before: ['#501 10-31 Burglary'],
    after: [],
    told: '#501 Burglary | Call closed',
  },
});
