import { expect, test } from '@jest/globals';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import type { Change, StationAlert } from '../cad/changes.ts';
import { describeChanges } from './describe-change.ts';

const call = makeCall();
const dispatch = makeCall({ stage: 'dispatch', dispatchId: 501, title: 'Burglary' });
const unit = makeUnit();
const stationAlert = (...names: string[]) =>
  ({ locations: names.map((name) => ({ name })) }) as unknown as StationAlert;
const ports = {
  unitName: (ident: number) => `unit ${ident}`,
  labelOf: (status: number | null) => `status ${status}`,
};

test.each<[string, Change[], number, string | null]>([
  ['nothing', [], 0, null],
  [
    'a 911 call',
    [{ type: 'call.opened', call }],
    1,
    '911 call #302 from Nora Fields at Sinner St / Atlee St: 1 player told.',
  ],
  [
    'a 911 call that the CAD does not have',
    [{ type: 'call.opened', call: makeCall({ emergencyId: -1 }) }],
    1,
    '911 call of this server only from Nora Fields at Sinner St / Atlee St: 1 player told.',
  ],
  [
    'a civil call without words',
    [{ type: 'call.opened', call: makeCall({ caller: '', address: '', isEmergency: false }) }],
    0,
    'Civil call #302 from unknown at an unknown place: 0 players told.',
  ],
  [
    'a dispatch call with a unit',
    [
      { type: 'call.opened', call: dispatch },
      { type: 'unit.attached', call: dispatch, ident: 12 },
    ],
    2,
    'Call #501 (Burglary) at Sinner St / Atlee St, unit 12 was attached to Call #501: 2 players told.',
  ],
  [
    'an edit',
    [{ type: 'call.updated', call, before: call }],
    2,
    '911 call #302 was updated: 2 players told.',
  ],
  [
    'dispatch taking over',
    [{ type: 'call.updated', call: dispatch, before: call }],
    1,
    'Call #501 was made from a 911 call: 1 player told.',
  ],
  [
    'a note, which is more than an edit',
    [
      { type: 'call.updated', call: dispatch, before: dispatch },
      { type: 'call.note', call: dispatch, note: { time: '', label: '', type: '', content: 'x' } },
    ],
    0,
    'Call #501 has a new note: 0 players told.',
  ],
  [
    'an end',
    [{ type: 'call.closed', call, before: call, reason: 'expired' }],
    2,
    '911 call #302 expired: 2 players told.',
  ],
  [
    'a login',
    [{ type: 'unit.login', unit: makeUnit({ isDispatch: true }) }],
    0,
    '2-ADAM-14 logged in as dispatcher: 0 players told.',
  ],
  [
    'a logout',
    [{ type: 'unit.logout', unit: makeUnit({ unitNum: '', name: '' }) }],
    0,
    '#12 logged out: 0 players told.',
  ],
  [
    'a status',
    [
      { type: 'unit.updated', unit, before: unit },
      { type: 'unit.status', unit, before: unit },
    ],
    1,
    '2-ADAM-14 is status 2: 1 player told.',
  ],
  ['a panic', [{ type: 'unit.panic', unit, isPanic: true }], 3, '2-ADAM-14 is in PANIC: 3 players told.'],
  [
    'many at once',
    [1, 2, 3, 4, 5].map((ident) => ({ type: 'unit.attached', call: dispatch, ident })),
    0,
    'unit 1 was attached to Call #501, unit 2 was attached to Call #501, unit 3 was attached to Call #501 and 2 more: 0 players told.',
  ],
  [
    'hostile text',
    [{ type: 'call.opened', call: makeCall({ caller: `^1Red\n${'x'.repeat(200)}` }) }],
    1,
    `911 call #302 from 1Red ${'x'.repeat(74)}… at Sinner St / Atlee St: 1 player told.`,
  ],
  [
    'stations, some of them without a name',
    [{ type: 'station.alert', alert: stationAlert('^1Station 7', '', 'Station 8') }],
    2,
    'Stations were alerted (1Station 7, Station 8): 2 players told.',
  ],
  [
    'stations without any name',
    [{ type: 'station.alert', alert: stationAlert() }],
    0,
    'Stations were alerted: 0 players told.',
  ],
])('%s', (_, changes, told, expected) => {
  expect(describeChanges(changes, told, ports)).toBe(expected);
});

test('the name of a unit that is attached or detached is plain text, too', () => {
  const unitName = () => '^1Red\u001b[31m\n';
  const changes: Change[] = [
    { type: 'unit.attached', call: dispatch, ident: 12 },
    { type: 'unit.detached', call: dispatch, ident: 12 },
  ];
  expect(describeChanges(changes, 1, { ...ports, unitName })).toBe(
    '1Red [31m  was attached to Call #501, 1Red [31m  was detached from Call #501: 1 player told.',
  );
});
