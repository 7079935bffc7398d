// Messages to the NUI page for tests and pictures, complete and plausible; a test changes what it is about.

import { readFileSync } from 'node:fs';
import type { CallView } from '../../shared/call.ts';
import type {
  CallCard,
  ListRow,
  ListView,
  MessageCard,
  PanicBanner,
  PlayerSettings,
  ScreenMessage,
  ScreenSetup,
} from '../../shared/screen.ts';
import type { UnitView } from '../../shared/unit.ts';

export const NOW = Date.parse('2026-11-23T16:20:00Z');
const MINUTE = 60_000;

export const PLAYER: PlayerSettings = {
  anchor: 'top-right',
  scale: 1,
  density: 'normal',
  volume: 0.5,
  isMuted: false,
  isPanicMuted: false,
  reducedMotion: false,
  notifier: 'auto',
};

/** Where the game draws its minimap on a 16:9 screen. */
export const MINIMAP = { left: 0.016, top: 0.795, width: 0.141, height: 0.18 };

export function setup(
  change: Partial<ScreenSetup> = {},
  player: Partial<PlayerSettings> = {},
): ScreenMessage {
  return {
    type: 'setup',
    setup: {
      texts: JSON.parse(readFileSync('locales/en.json', 'utf8')),
      language: 'en',
      distances: 'metric',
      player: { ...PLAYER, ...player },
      frame: { safeZone: 0.98, minimap: MINIMAP },
      keys: {
        respond: 'G',
        route: 'J',
        next: 'Page Down',
        dismiss: 'Back',
        list: 'K',
        up: '↑',
        down: '↓',
        select: 'Enter',
        back: 'Bksp',
      },
      notifiers: [],
      ...change,
    },
  };
}

export function unit(
  ident: number,
  unitNum: string,
  statusLabel: string,
  change: Partial<UnitView> = {},
): UnitView {
  return {
    ...{ ident, unitNum, name: '', department: 'LSPD', page: 0, status: 2, statusLabel, isPanic: false },
    ...change,
  };
}

export function call(change: Partial<CallView> = {}): CallView {
  return {
    key: 'dispatch:501',
    emergencyId: 302,
    dispatchId: 501,
    stage: 'dispatch',
    isEmergency: true,
    title: 'Burglary in progress',
    code: '10-31',
    description:
      'Two men breaking into a parked van, one has a crowbar. Caller is watching from across the street.',
    caller: 'Nora Fields',
    address: 'Sinner St / Atlee St',
    postal: '8112',
    block: '100',
    priority: 1,
    origin: 0,
    status: 0,
    primary: 12,
    trackPrimary: false,
    idents: [12, 14],
    notes: [
      { time: '16:03:02', label: 'DISP-1', type: 'text', content: 'Caller on line' },
      { time: '16:05:40', label: '1L-21', type: 'text', content: 'Suspects left northbound on foot' },
    ],
    position: { x: 425, y: -979, z: 30, accuracy: 'exact' },
    openedAt: NOW - 17 * MINUTE,
    updatedAt: NOW - MINUTE,
    units: [unit(12, '1L-21', 'En route'), unit(14, '2A-12', 'On scene')],
    ...change,
  };
}

export function callCard(change: Partial<CallCard> = {}, view: Partial<CallView> = {}): CallCard {
  const shown = call(view);
  return {
    kind: 'call',
    id: shown.key,
    call: shown,
    state: 'open',
    priority: { level: 'high', label: 'P1' },
    isFocused: false,
    isMine: false,
    isRouted: false,
    response: { state: 'none' },
    pulse: 0,
    news: '',
    time: null,
    actions: ['respond', 'route', 'dismiss'],
    ...change,
  };
}

export function messageCard(change: Partial<MessageCard> = {}): MessageCard {
  return {
    kind: 'message',
    id: 'message:1',
    sign: 'pager',
    title: 'Pager',
    subtitle: 'Structure fire',
    text: 'Engine 7, Ladder 3: smoke from the second floor, people trapped.',
    isFocused: false,
    time: null,
    ...change,
  };
}

export function cards(...shown: readonly (CallCard | MessageCard)[]): ScreenMessage {
  return { type: 'cards', cards: shown, more: 0 };
}

export function panic(change: Partial<PanicBanner> = {}): PanicBanner {
  return {
    ident: 12,
    unit: '1L-21 M. Ortega',
    place: 'Vespucci Blvd / Alta St, Pillbox Hill',
    position: { x: 60, y: -880 },
    isRouted: false,
    isOwn: false,
    ...change,
  };
}

export function row(number: number, change: Partial<ListRow> = {}): ListRow {
  return {
    key: `dispatch:${number}`,
    number,
    stage: 'dispatch',
    isEmergency: true,
    code: '10-50',
    title: 'Traffic accident',
    place: '7210 Strawberry Ave',
    priority: { level: 'normal', label: 'P2' },
    position: { x: 100 + number, y: -1200 },
    openedAt: NOW - 4 * MINUTE,
    units: 1,
    isMine: false,
    isRouted: false,
    ...change,
  };
}

export function list(change: Partial<ListView> = {}): ScreenMessage {
  return {
    type: 'list',
    now: NOW,
    list: {
      filter: 'all',
      counts: { all: 9, mine: 1, '911': 3, page: 6 },
      rows: [row(501), row(502), row(503)],
      before: 0,
      after: 0,
      selected: 'dispatch:501',
      detail: null,
      hasCursor: false,
      unit: unit(20, '1A-7', 'Available'),
      menu: null,
      status: { state: 'none' },
      ...change,
    },
  };
}

export const HERE: ScreenMessage = { type: 'here', x: 130, y: -1040, heading: 340 };
