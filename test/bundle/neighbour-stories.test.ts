// What comes of the stories of other resources.

import { expect } from '@jest/globals';
import { expectStories } from './expect-stories.ts';
import { neighbourStories } from './neighbour-stories.ts';

const NEW = 'EVENT_SOMETHING_NEW_2027';
const FOLLOWED = ' event_something_new_2027 ';

expectStories(neighbourStories, {
  'a type nobody knows is known while another resource follows it': {
    bodies: ['Invalid Type', 'ok', 'ok', 'Invalid Type', 'Invalid Type'],
    heard: [
      [FOLLOWED, NEW, { hello: 'world' }],
      [FOLLOWED, NEW, 1],
      [FOLLOWED, NEW, 'two'],
      [FOLLOWED, NEW, null],
    ],
    ended: true,
  },
  'a known type is followed as decoded, and all types by one': {
    heard: [
      ['EVENT_UNIT_LOGOUT', 'EVENT_UNIT_LOGOUT', { idents: [12] }],
      ['*', 'EVENT_UNIT_LOGOUT', { idents: [12] }],
    ],
    nonsense: [null, null, null, null],
  },
  'a handler that throws or rejects is told of once and harms nothing': {
    bodies: ['ok', 'ok'],
    heard: 2,
    told: 2,
    blips: ['#1 911 Sinner St', '#2 911 Sinner St'],
    posts: 2,
  },
  'a listener that is slow or changes what it got harms nothing': {
    answers: ['ok', 'ok'],
    call: { caller: 'Nora Fields', idents: [], description: 'A van' },
    blips: ['#1 911 Sinner St', '#2 10-31 Burglary'],
  },
  'a request for logs does nothing at all': { answer: 'ok', isSame: true },
  'events for other resources alone reach them decoded and no player': {
    heard: [
      ['EVENT_DISPATCH_TOGGLE_BODYCAM', { ident: 12, state: true }],
      [
        'EVENT_STREETSIGN_UPDATED',
        { signData: { ids: [1, 2], text1: 'AMBER ALERT', text2: 'BLACK BALLER', text3: '88A' } },
      ],
      [
        'EVENT_CHAR_SELECTED',
        {
          accountId: '5b1d3c52-6f0a-4d1e-9a3b-0c8f2a7e1104',
          character: `license:${'c3'.repeat(20)}`,
        },
      ],
      [
        'EVENT_COMMUNITY_LINK_VERIFIED',
        { communityUserId: 'c3'.repeat(20), accountUuid: '5b1d3c52-6f0a-4d1e-9a3b-0c8f2a7e1104' },
      ],
      [
        'EVENT_NEW_CALLOUT',
        { callout: expect.objectContaining({ calloutLocations: [{ x: 1234, y: 5678, z: 0 }] }) },
      ],
      ['EVENT_PRINT_RECORD', { ident: 12, url: 'https://example.invalid/records/2451.pdf?sig=abc' }],
      ['EVENT_RECORD_REMOVE', { record: {} }],
    ],
    sent: 0,
    posts: 0,
  },
  'several events in one request are heard one by one': {
    answers: ['ok', expect.stringContaining('Invalid Payload: data[1]')],
    heard: [
      ['EVENT_REMOVE_911', 'EVENT_REMOVE_911', { callIds: [1] }],
      ['EVENT_REMOVE_911', 'EVENT_REMOVE_911', { callIds: [2] }],
    ],
  },
});
