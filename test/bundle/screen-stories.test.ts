// What comes of the stories of the screen.

import { expectStories } from './expect-stories.ts';
import { screenStories } from './screen-stories.ts';

const FREE = { focus: false, cursor: false, keepInput: false };
const ROUTE = '#501 10-31 Burglary in progress';
const MINE = 'Burglary in progress | Two men breaking into a parked van | You are attached';

const NOT_CONNECTED = "This server is not connected to the CAD's API.";

expectStories(screenStories, {
  'a 911 call reaches the page of the officer on duty, and nothing of it any other': {
    cards: ['> 911:302 [high] Nora Fields | A van'],
    position: [{ x: 402, y: 5, z: 30, accuracy: 'exact' }],
    posts: [0, 0, 0],
    others: [[], []],
    isSecret: true,
  },
  'the dispatch call made from it is the same card, and leads there until arrival': {
    steps: [
      {
        step: '911',
        cards: [
          '> 911:302 [high] Nora Fields | Two men breaking into a parked van, one has a crowbar - 100% sure',
        ],
        blips: 1,
        route: null,
      },
      {
        step: 'dispatch',
        cards: [
          '> 911:302 [critical, P1] Burglary in progress | Nora Fields | Two men breaking into a parked van',
        ],
        blips: 1,
        route: null,
      },
      {
        step: 'attached',
        cards: [
          '> 911:302 [critical, P1, mine, routed] Burglary in progress | Nora Fields | Two men breaking into a parked van | You are attached',
        ],
        blips: 1,
        route: ROUTE,
      },
      { step: 'near', route: ROUTE },
      {
        step: 'there',
        cards: [
          '> 911:302 [critical, P1, mine] Burglary in progress | Nora Fields | Two men breaking into a parked van | You are attached',
        ],
        blips: 1,
        route: null,
      },
      { step: 'gone on', route: null },
      {
        step: 'closed',
        cards: [
          '> 911:302 [critical, P1, closed, mine] Burglary in progress | Nora Fields | Two men breaking into a parked van | You are attached',
        ],
        blips: 0,
        route: null,
      },
      { step: 'later', cards: [], blips: 0, route: null },
    ],
    nora: ['> info: Your call |  | Your call was closed.'],
  },
  'a key leads to the call on the card, and back to the own one; a command ends that': [
    '#501 10-31 Burglary',
    '#302 911 Sinner St',
    '#501 10-31 Burglary',
    null,
  ],
  'the list by keys alone, which never take the keyboard': [
    ['F9', ['all:', '> 911:3 A van', '911:2 A van', '911:1 A van'], false],
    ['DOWN', ['all:', '911:3 A van', '> 911:2 A van', '911:1 A van'], false],
    ['DOWN', ['all:', '911:3 A van', '911:2 A van', '> 911:1 A van'], false],
    ['DOWN', ['all:', '911:3 A van', '911:2 A van', '> 911:1 A van'], false],
    ['UP', ['all:', '911:3 A van', '> 911:2 A van', '911:1 A van'], false],
    ['RETURN', ['all:', '911:3 A van', '> 911:2 A van', '911:1 A van', 'open: 911:2'], false],
    ['BACK', ['all:', '911:3 A van', '> 911:2 A van', '911:1 A van'], false],
    ['BACK', null, false],
    ['DOWN', null, false],
  ],
  'the list by mouse: the page has the cursor, and gives it back': {
    open: [['all:', '> 911:1 A van'], { focus: true, cursor: true, keepInput: true }],
    detail: ['all:', '> 911:1 A van', 'open: 911:1'],
    route: '#1 911 Sinner St',
    closed: [null, FREE],
  },
  'going off duty closes everything, at once': {
    before: true,
    after: [null, FREE, null, []],
    chat: 'You are not on duty.',
    cards: [],
  },
  'stopping the resource gives mouse and keyboard back and leaves nothing': {
    before: [true, true],
    focus: FREE,
    blips: [],
    cards: [],
  },
  'a page that never comes: alerts are posts in the feed, and nothing is sent to it': {
    posts: 1,
    messages: [],
    focus: false,
    chat: ['The screen of the CAD is not ready yet.', 'The screen of the CAD is not ready yet.'],
  },
  'a page that comes late is told what is on the screen': {
    cards: ['> 911:1 [high] Nora Fields | A van'],
    types: ['setup', 'cards', 'panics', 'list', 'panel', 'here'],
    posts: 0,
  },
  'what the player chose in the panel outlasts the resource; what was only tried does not': {
    panel: [true, true],
    tried: 1.5,
    closed: [false, false],
    kept: { anchor: 'top-left', scale: 1.2, density: 'normal' },
  },
  'alerts that a player wants in the feed are there, and not on the page': { cards: [], posts: 1 },
  'a call for help from the game is a card for the officer': {
    cards: ['> 911:-1 [high] Nora Fields | Two men, ~r~armed'],
    chat: ['Your call was received by the units on duty.'],
  },
  'notes, edits and a higher priority change the card that is there': [
    ['05_dispatch_new_from_911', []],
    ['07_unit_attach_single', [`> dispatch:501 [critical, P1, mine, routed] ${MINE}`]],
    ['10_dispatch_note', [`> dispatch:501 [critical, P1, mine, routed] ${MINE}`]],
    ['11_dispatch_edit', [`> dispatch:501 [high, P2, mine, routed] ${MINE}`]],
  ],
  'a note and a status go from the list to the server, whose answer is shown there; meanwhile the game gets no keys':
    {
      focus: [
        [true, true],
        [true, false],
        [true, true],
      ],
      note: { state: 'failed', reason: NOT_CONNECTED },
      offered: ['UNAVAILABLE', 'BUSY', 'AVAILABLE', 'ENROUTE', 'ON_SCENE'],
      status: { state: 'failed', reason: NOT_CONNECTED },
      menu: null,
      said: [],
      ofTom: null,
    },
  'a station alert and a pager are cards with signs of their own': {
    tom: [
      '> pager: Pager | Emergency | Structure fire, Sinner St / Atlee St',
      'station: Station alert | Fire Station 7 | Engine 61, vehicle fire, Sinner Street',
    ],
    iris: ['> pager: Pager | Administrative | Briefing'],
  },
});
