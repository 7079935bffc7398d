// Takes the pictures of the page for the documentation: docs/images/ui-*.webp. With a folder as argument it takes each of
// them there in every size of screen, to look at.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { build } from '../build.mjs';
import { encodeWebp } from './webp.mjs';

const SIZES = {
  '1080p': { width: 1920, height: 1080 },
  '1440p': { width: 2560, height: 1440 },
  '4k': { width: 3840, height: 2160 },
  ultrawide: { width: 3440, height: 1440 },
};

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
await build();
const { launchBrowser } = await tsImport('../test/browser/launch.ts', import.meta.url);
const { openStage } = await tsImport('../test/browser/stage.ts', import.meta.url);
const { drawScene } = await tsImport('../simulator/demo/scene.ts', import.meta.url);
const made = await tsImport('../test/browser/screens.ts', import.meta.url);
const { NOW, call, callCard, list, MINIMAP, messageCard, panic, row, setup, unit } = made;

const MINUTE = 60_000;
const level = (name, label) => ({ level: name, label });
const KEYS = {
  list: 'F9',
  respond: 'F10',
  route: 'J',
  dismiss: 'Del',
  up: '↑',
  down: '↓',
  select: 'Enter',
  back: '←',
};

const burglary = {
  notes: [
    { time: '16:03:02', label: 'DISP-1', type: 'text', content: 'Caller is on the line and watching' },
    {
      time: '16:05:40',
      label: '1L-21',
      type: 'text',
      content: 'Two suspects, dark jackets, northbound on foot',
    },
    { time: '16:09:12', label: 'DISP-1', type: 'text', content: 'Air support is not available' },
  ],
};
const robbery = {
  key: 'dispatch:512',
  dispatchId: 512,
  code: '10-90',
  title: 'Armed robbery, Fleeca Bank',
  description:
    'Silent alarm. Two armed suspects inside, several hostages. A black Baller with no plates is waiting at the back.',
  caller: '',
  notes: [{ time: '16:17:20', label: 'DISP-1', type: 'text', content: 'SWAT has been paged' }],
  postal: '7094',
  block: '',
  address: 'Vespucci Blvd',
  position: { x: 149, y: -1040, z: 29, accuracy: 'exact' },
  units: [
    unit(12, '1L-21', 'On scene'),
    unit(14, '2A-12', 'En route'),
    unit(15, '2A-14', 'En route'),
    unit(16, 'AIR-1', 'En route'),
    unit(17, '3S-2', 'En route'),
  ],
};
const hydrant = {
  key: '911:303',
  dispatchId: null,
  emergencyId: 303,
  stage: '911',
  title: '',
  code: '',
  units: [],
  notes: [],
  caller: 'Ray Boccino',
  description: 'A car has hit a hydrant, the driver is not moving and there is water everywhere.',
  postal: '8026',
  block: '',
  address: 'Little Bighorn Ave',
  position: { x: 490, y: -1310, z: null, accuracy: 'caller' },
};
const here = { type: 'here', x: 60, y: -860, heading: 338 };

const cards = [
  callCard(
    {
      priority: level('critical', 'P1'),
      isFocused: true,
      time: { left: 11_000, of: 15_000 },
      actions: ['respond', 'route', 'dismiss'],
    },
    robbery,
  ),
  callCard(
    {
      priority: level('high', 'P2'),
      isMine: true,
      isRouted: true,
      news: 'DISP-1: Air support is not available',
    },
    burglary,
  ),
  callCard({ priority: level('high', ''), time: { left: 5000, of: 10_000 } }, hydrant),
  messageCard({
    sign: 'station',
    title: 'Station 7',
    subtitle: 'Engine 7, Ladder 3',
    text: 'Structure fire, Mirror Park Blvd. Smoke from the second floor.',
    time: { left: 6000, of: 8000 },
  }),
];

const rows = [
  row(501, {
    code: '10-31',
    title: 'Burglary in progress',
    place: '8112 · 100 Sinner St / Atlee St',
    priority: level('high', 'P2'),
    position: { x: 425, y: -979 },
    units: 2,
    isMine: true,
    isRouted: true,
    openedAt: NOW - 17 * MINUTE,
  }),
  row(512, {
    code: '10-90',
    title: robbery.title,
    place: '7094 · Vespucci Blvd',
    priority: level('critical', 'P1'),
    units: 5,
    position: robbery.position,
    openedAt: NOW - 3 * MINUTE,
  }),
  row(303, {
    key: '911:303',
    stage: '911',
    code: '',
    title: '',
    units: 0,
    place: '8026 · Little Bighorn Ave',
    priority: level('high', ''),
    position: hydrant.position,
    openedAt: NOW - 20_000,
  }),
  row(498, {
    place: '7210 · Strawberry Ave',
    priority: level('normal', 'P3'),
    position: { x: 250, y: -1210 },
    openedAt: NOW - 9 * MINUTE,
  }),
  row(497, {
    code: '10-46',
    title: 'Welfare check',
    place: '3012 · Zancudo Ave, Sandy Shores',
    position: { x: 1890, y: 3710 },
    priority: level('normal', ''),
    units: 0,
    openedAt: NOW - 64 * MINUTE,
  }),
  row(300, {
    key: '911:300',
    stage: '911',
    isEmergency: false,
    code: '',
    title: '',
    units: 0,
    place: '9004 · Popular St',
    position: { x: 800, y: -1290 },
    priority: level('low', ''),
    openedAt: NOW - 12 * MINUTE,
  }),
];
const STATUSES = ['Unavailable', 'Busy', 'Available', 'En route', 'On scene'];
const counts = { all: 11, mine: 1, 911: 3, page: 7 };

/** What each picture shows: the light, the player's settings, and the messages after the first. */
const PICTURES = {
  cards: {
    light: 'dusk',
    messages: [
      here,
      { type: 'cards', cards, more: 2 },
      { type: 'panics', panics: [panic({ actions: ['route'], position: { x: -205, y: -790 } })] },
    ],
  },
  list: {
    light: 'day',
    messages: [
      here,
      list({ rows, counts, after: 5, selected: 'dispatch:501' }),
      { type: 'cards', cards: [cards[2]], more: 0 },
    ],
  },
  detail: {
    light: 'dusk',
    player: { anchor: 'top-left' },
    messages: [
      here,
      list({
        rows,
        counts,
        hasCursor: true,
        selected: 'dispatch:501',
        detail: {
          call: call(burglary),
          priority: level('high', 'P2'),
          isMine: true,
          isRouted: true,
          response: { state: 'done' },
          actions: ['route'],
          note: { state: 'none' },
        },
      }),
    ],
  },
  statuses: {
    light: 'day',
    messages: [
      here,
      list({
        rows,
        counts,
        after: 5,
        selected: 'dispatch:501',
        hasCursor: true,
        menu: { statuses: STATUSES.map((label, index) => ({ index, label })), selected: 3 },
      }),
    ],
  },
  settings: {
    light: 'day',
    notifiers: ['auto', 'cards', 'ox_lib', 'okokNotify', 'feed'],
    messages: [here, { type: 'panel', isOpen: true }],
  },
  compact: {
    light: 'day',
    player: { density: 'compact', anchor: 'bottom-left' },
    messages: [here, { type: 'cards', cards, more: 0 }],
  },
  full: { light: 'day', player: { density: 'full' }, messages: [here, { type: 'cards', cards, more: 2 }] },
};
/** Which pictures the documentation shows, and on which screens. */
const IN_DOCS = {
  cards: Object.keys(SIZES),
  compact: ['1080p'],
  list: ['1080p'],
  detail: ['1080p'],
  settings: ['1080p'],
};
/** Small enough to load with the page, and text stays sharp. */
const QUALITY = 0.82;

async function take(browser, name, viewport, file) {
  const { light, player, notifiers = [], messages } = PICTURES[name];
  const aspect = viewport.width / viewport.height;
  const squeeze = 16 / 9 / aspect;
  const minimap = { ...MINIMAP, left: MINIMAP.left * squeeze, width: MINIMAP.width * squeeze };
  // Without motion every picture catches the same moment.
  const stage = await openStage(browser, {
    viewport,
    backdrop: drawScene(light, { aspect }),
    reducedMotion: 'reduce',
  });
  await stage.send(setup({ keys: KEYS, frame: { safeZone: 0.98, minimap }, notifiers }, player), ...messages);
  const png = await stage.page.screenshot();
  await stage.close();
  const blank = await browser.newPage();
  const bytes = await encodeWebp(blank, png, { quality: QUALITY });
  await blank.close();
  writeFileSync(file, bytes);
  console.log(`Written: ${file}`);
}

const browser = await launchBrowser();
try {
  const folder = process.argv[2];
  mkdirSync(folder ?? 'docs/images', { recursive: true });
  const wanted = folder
    ? Object.keys(PICTURES).map((name) => [name, Object.keys(SIZES)])
    : Object.entries(IN_DOCS);
  for (const [name, sizes] of wanted) {
    for (const size of sizes) {
      // The usual size has no name of its own.
      const suffix = !folder && size === '1080p' ? '' : `-${size}`;
      await take(browser, name, SIZES[size], path.join(folder ?? 'docs/images', `ui-${name}${suffix}.webp`));
    }
  }
} finally {
  await browser.close();
}
