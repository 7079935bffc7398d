// What comes of each story when the built bundles play it in the simulator.

import { expect } from '@jest/globals';
import { expectStories } from './expect-stories.ts';
import { scenarios } from './scenarios.ts';

const nothing = { blips: [], feed: [] };

expectStories(scenarios, {
  'a 911 call reaches the officer on duty and nobody else': {
    answer: { status: 200, body: 'ok', allow: null },
    iris: {
      blips: [
        {
          name: '#302 911 Sinner St / Atlee St',
          x: Math.fround(425.13),
          y: Math.fround(-979.55),
          radius: null,
          sprite: 161,
          colour: 1,
          flashes: true,
        },
      ],
      feed: [
        {
          sender: '911 call #302',
          subject: 'Nora Fields',
          text: 'Sinner St / Atlee St (1.1 km)~n~Two men breaking into a parked van, one has a crowbar - 100% sure',
        },
      ],
    },
    tom: nothing,
    nora: nothing,
  },
  'a removed call leaves the map': {
    before: ['#302 911 Sinner St / Atlee St', '#303 911 Sinner St / Atlee St'],
    after: ['#303 911 Sinner St / Atlee St'],
    posts: 2,
  },
  'the same call again alerts nobody twice': { posts: 1, blips: ['#1 911 Sinner St'], call: true },
  'going on duty shows the open calls silently, going off duty clears the map': {
    on: { blips: ['#1 911 Sinner St'], posts: 0, duty: [1, 2] },
    off: { blips: [], posts: 0, duty: [1] },
  },
  'who goes on duty just before a call is alerted, who goes off duty just before is not': {
    iris: [[], 0],
    tom: [['#1 911 Sinner St'], 1],
  },
  'a player who joins on duty gets the open calls': { blips: ['#1 911 Sinner St'], posts: 0, duty: [1] },
  'a player who leaves is off duty': { duty: [], onDuty: false },
  'a restart keeps the calls and alerts nobody again': {
    after: { blips: ['#1 911 Sinner St', '#2 911 Sinner St'], posts: 2 },
    later: ['#2 911 Sinner St'],
  },
  'a stopped resource leaves no blip': { before: ['#1 911 Sinner St'], after: [], status: 404 },
  'hostile text is shown without its markup': {
    blip: '#1 911 -n-(b) [8112]',
    caller: '-r-(img src=x onerror=alert(1))^1 100% $& {caller}',
    text: expect.stringMatching(/^-n-\(b\) \[8112\] \(100 m\)~n~(?:-h-){40}😀+$/u),
  },
  'under another folder name everything works and the console says what to do': {
    statuses: [200, 200],
    blips: ['#9 911 Alta St'],
    saysFolder: true,
    saysUrl: true,
  },
  'keys are changed without a restart, with the previous one accepted meanwhile': {
    statuses: [503, 400, 200, 400],
    lines: 1,
  },
  'a listener of another resource that throws harms nothing': {
    bodies: ['ok', 'ok', 'ok'],
    blips: [],
    posts: 1,
    heard: [
      ['EVENT_911', 1],
      ['opened', '911:1'],
      ['EVENT_911', 1],
      ['updated', 'A van', 'Two vans'],
      ['EVENT_REMOVE_911', [1]],
      ['closed', '911:1', 'closed'],
    ],
  },
  'exports answer whatever they are asked': {
    calls: [
      ['911:1', 'A', { x: '101', y: '5', z: '30' }],
      ['911:2', 'B', { x: '102', y: '5', z: '30' }],
    ],
    known: false,
    unknown: [null, null, null, null, null, null],
    duty: [true, true, false, false, false, false, false],
    status: [{ open: 2 }, { online: 3, onDuty: 1 }, 2],
    throwing: [],
  },
  'the command answers the console and administrators': {
    console: true,
    refusal: 'You may not use this command (it needs the permission sonorancad.admin).',
    listed: expect.arrayContaining(['status', 'why', 'help']),
  },
});
