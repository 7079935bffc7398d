// What comes of the stories of forwarding.

import { expect } from '@jest/globals';
import { expectStories } from './expect-stories.ts';
import { forwardStories } from './forward-stories.ts';

expectStories(forwardStories, {
  "the CAD's example of a listener gets every event as it came, in order": [
    '911 call of First',
    'unit status',
    '911 call of Second',
    'unit status',
    '911 call of Third',
  ],
  'the bytes are those that came': { answer: 'ok', isSame: true, type: 'application/json' },
  'a server that never answers delays nobody, not even the other one': {
    answers: ['ok', 'ok', 'ok'],
    blips: 3,
    hanging: 1,
    other: ['EVENT_911', 'EVENT_911', 'EVENT_911'],
  },
  'a server that fails gets the event again, and costs only itself': {
    failing: ['EVENT_911', 'EVENT_911'],
    other: ['EVENT_911'],
  },
  'what is unknown or cannot be decoded is forwarded too, what is not authenticated never': {
    bodies: [
      'Authentication Key Failed!',
      'Authentication Key Failed!',
      expect.stringContaining('Invalid Payload: type'),
      expect.stringContaining('Invalid Payload: body'),
      'Invalid Type',
      expect.stringContaining('Invalid Payload: data'),
      'ok',
    ],
    forwarded: ['EVENT_SOMETHING_NEW_2027', 'EVENT_UNIT_LOGOUT', 'GET_LOGS', 'EVENT_911'],
  },
  'the key is taken out or replaced where the settings say so, and types are chosen': {
    without: [
      ['EVENT_UNIT_LOGOUT', 'EVENT_911'],
      [null, null],
    ],
    other: [['EVENT_911'], ['theirs']],
  },
});
