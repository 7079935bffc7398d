import { describe, expect, test } from '@jest/globals';
import { noWebsocket } from '../../test/support/websocket-status.ts';
import { createEventCounter, describeStatus, duration, type Status } from './status.ts';

const status: Status = {
  resource: 'sonorancad',
  version: '1.2.3',
  startedAt: 0,
  isConfigured: true,
  url: 'http://host:30120/sonorancad/event',
  calls: { open: 2 },
  units: { online: 4, isDispatcherOnline: true },
  players: { online: 5, onDuty: 1 },
  framework: 'ESX',
  postals: { resource: 'nearest-postal', codes: 1000 },
  events: {
    accepted: 3,
    byType: { EVENT_911: 2, EVENT_REMOVE_911: 1 },
    lastAt: 60_000,
    lastType: 'EVENT_911',
    lastFrom: '203.0.113.5',
    lastByType: { EVENT_911: 60_000 },
  },
  refused: { key: 4 },
  websocket: noWebsocket,
  forwarding: { targets: [], looped: 2 },
  rest: {
    ...{ missing: null, answered: 4, failed: 1, waiting: 0, isDown: false, lastTrouble: null },
    ...{ clockAheadMs: 0, limitedAt: null },
    ...{ lastAt: null, mended: 0 },
  },
};

test('the status in words', () => {
  expect(describeStatus(status, 3_720_000)).toEqual([
    'sonorancad 1.2.3, up 1 h 2 min',
    'Listening at http://host:30120/sonorancad/event',
    'Calls: 2 open. Units: 4 in the CAD, a dispatcher among them. Players: 5 online, 1 on duty.',
    'Framework: ESX. Postals: 1000 from nearest-postal.',
    'Events: 3 (EVENT_911 2, EVENT_REMOVE_911 1), last EVENT_911 1 h 1 min ago from 203.0.113.5.',
    'Refused: key 4.',
    'REST API: 4 requests answered, 1 failed, 0 waiting.',
    'Resync: not yet. Changes found by it that no event had told of: 0.',
    'Forwarding: 2 events came back and were not forwarded again.',
  ]);
});

test('a fresh start without a key says what to do', () => {
  const fresh = {
    ...status,
    isConfigured: false,
    events: createEventCounter().read(),
    refused: {},
    framework: null,
    postals: null,
    forwarding: { targets: [], looped: 0 },
  };
  const lines = describeStatus(fresh, 1000);
  expect(lines[1]).toContain('set sonoran_apiKey');
  expect(lines.slice(3, 6)).toEqual([
    'Framework: none. Postals: none.',
    'Events: none yet.',
    'Refused: none.',
  ]);
});

test('events are counted by type', () => {
  const counter = createEventCounter();
  counter.accepted('EVENT_911', 2, 10, 'a');
  counter.accepted('EVENT_911', 1, 20, 'b');
  counter.accepted('EVENT_REMOVE_911', 1, 30, 'c');
  expect(counter.read()).toEqual({
    accepted: 4,
    byType: { EVENT_911: 3, EVENT_REMOVE_911: 1 },
    lastAt: 30,
    lastType: 'EVENT_REMOVE_911',
    lastFrom: 'c',
    lastByType: { EVENT_911: 20, EVENT_REMOVE_911: 30 },
  });
});

describe('duration', () => {
  test.each([
    [0, '0 s'],
    [59_400, '59 s'],
    [60_000, '1 min'],
    [3_600_000, '1 h 0 min'],
    [-5, '0 s'],
  ])('%d ms', (ms, expected) => expect(duration(ms)).toBe(expected));
});
