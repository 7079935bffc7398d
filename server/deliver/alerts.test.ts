import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import type { Announcement } from '../../shared/delivery.ts';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import type { Change } from '../cad/changes.ts';
import { createAlerts } from './alerts.ts';

/** Players 1 to 4 are on duty; units 11 to 15 are players 1 to 5. Dispatchers and rules name player 4. */
function plan(changes: readonly Change[], options: { alerted?: number[]; stations?: number[] } = {}) {
  const onDuty = new Set([1, 2, 3, 4]);
  const playerOf = (ident: number) => (ident >= 11 && ident <= 15 ? ident - 10 : null);
  const units = [11, 12, 13, 14, 15].map((ident) =>
    makeUnit({
      ident,
      unitNum: `U-${ident}`,
      department: ident < 13 ? 'LSPD' : 'LSFD',
      group: 'TF',
      district: 'Metro',
    }),
  );
  const alerts = createAlerts({
    audience: {
      viewers: () => onDuty,
      alerted: () => new Set(options.alerted ?? []),
      attached: (call) =>
        new Set(call.idents.map(playerOf).filter((one): one is number => one !== null && onDuty.has(one))),
      onDuty: () => onDuty,
      isSeenByAll: () => false,
      asksForDispatchers: () => false,
      onStations: () => new Set(options.stations ?? []),
      explain: () => [],
    },
    playerOf,
    unit: (ident) => units.find((one) => one.ident === ident) ?? null,
    units: () => units,
    call: (id) => (id === 501 ? dispatch({ idents: [11, 12, 15] }) : null),
    labelOf: (status) => `status ${status}`,
    sounds: () => ({ hosts: ['tones.example'], maxAudioBytes: 1000 }),
  })(changes);
  // The first one counts, so it is put last.
  const told = [...alerts]
    .reverse()
    .flatMap(({ players, announcement }) =>
      [...players].map((player): [number, Announcement] => [player, announcement]),
    );
  return Object.fromEntries(told);
}

const dispatch = (overrides: Partial<Call> = {}) =>
  makeCall({
    key: 'dispatch:501',
    emergencyId: null,
    dispatchId: 501,
    stage: 'dispatch',
    title: 'Stop',
    ...overrides,
  });
const update = (before: Partial<Call>, call: Partial<Call>): Change => ({
  type: 'call.updated',
  before: dispatch(before),
  call: dispatch(call),
});
const kinds = (alerts: Record<string, { kind: string }>) =>
  Object.fromEntries(Object.entries(alerts).map(([player, { kind }]) => [player, kind]));

describe('who is told what', () => {
  test('a 911 call: whom the rules name', () => {
    expect(plan([{ type: 'call.opened', call: makeCall() }], { alerted: [2, 3] })).toEqual({
      2: { kind: 'call-opened', key: '911:302' },
      3: { kind: 'call-opened', key: '911:302' },
    });
  });

  test('a dispatch call: those attached are told that they are, the others of the call', () => {
    const call = dispatch({ idents: [11] });
    const changes: Change[] = [
      { type: 'call.opened', call },
      { type: 'unit.attached', call, ident: 11 },
    ];
    expect(kinds(plan(changes, { alerted: [1, 4] }))).toEqual({ 1: 'attached', 4: 'call-dispatched' });
  });

  test('a 911 call that dispatch takes over counts as a new dispatch call', () => {
    expect(kinds(plan([update({ stage: '911' }, {})], { alerted: [4] }))).toEqual({ 4: 'call-dispatched' });
  });

  test('attached and detached: the unit, when it is on duty', () => {
    const call = dispatch();
    const changes: Change[] = [11, 15, 99].map((ident) => ({ type: 'unit.attached', call, ident }));
    expect(kinds(plan([...changes, { type: 'unit.detached', call, ident: 12 }]))).toEqual({
      1: 'attached',
      2: 'detached',
    });
  });

  test('a note: the units on the call but the one that wrote it', () => {
    const call = dispatch({ idents: [11, 12, 15] });
    const note = { time: '', label: 'U-11', type: 'text', content: 'Careful' };
    expect(plan([update({}, { idents: [11, 12, 15] }), { type: 'call.note', call, note }])).toEqual({
      2: { kind: 'note', key: 'dispatch:501', label: 'U-11', content: 'Careful' },
    });
  });

  test.each<[string, Call['priority'], Call['priority'], boolean]>([
    ['more urgent', 3, 1, true],
    ['more urgent as texts', '3', '2', true],
    ['less urgent', 1, 2, false],
    ['as urgent', 2, 2, false],
    ['in words', 'Low', 'High', false],
    ['urgent now', null, 1, false],
  ])('a priority that is %s', (_, before, after, isTold) => {
    const alerts = plan([update({ idents: [11], priority: before }, { idents: [11], priority: after })]);
    expect(kinds(alerts)).toEqual(isTold ? { 1: 'priority' } : {});
  });

  test.each([
    ['closed', true],
    ['removed', true],
    ['expired', false],
    ['displaced', false],
    ['merged', false],
  ] as const)('a call that is %s: the units on it', (reason, isTold) => {
    const before = dispatch({ idents: [11], title: 'Stop', address: 'Alta St' });
    const alerts = plan([{ type: 'call.closed', before, call: { ...before, stage: 'closed' }, reason }]);
    expect(alerts).toEqual(
      isTold
        ? {
            1: {
              kind: 'closed',
              key: 'dispatch:501',
              call: { number: 501, title: 'Stop', address: 'Alta St' },
            },
          }
        : {},
    );
  });

  test('a status: its unit, but not the first one that is known', () => {
    const unit = makeUnit({ ident: 12, status: 3 });
    expect(plan([{ type: 'unit.status', unit, before: makeUnit({ ident: 12, status: 2 }) }])).toEqual({
      2: { kind: 'status', status: 'status 3' },
    });
    expect(plan([{ type: 'unit.status', unit, before: makeUnit({ ident: 12, status: null }) }])).toEqual({});
  });

  test('a panic and its end: everybody on duty, whatever the rules say', () => {
    const unit = makeUnit({ ident: 12, unitNum: 'U-12' });
    expect(kinds(plan([{ type: 'unit.panic', unit, isPanic: true }]))).toEqual({
      1: 'panic',
      2: 'panic',
      3: 'panic',
      4: 'panic',
    });
    expect(plan([{ type: 'unit.panic', unit, isPanic: false }])[3]).toEqual({
      kind: 'panic-over',
      ident: 12,
      unit: 'U-12',
    });
  });

  test('a station alert: the stations', () => {
    const alert = {
      locations: [{ name: 'Station 7', open: [], close: [] }],
      message: 'Fire',
      colors: [],
      tone: 'https://tones.example/t1.ogg',
    };
    expect(plan([{ type: 'station.alert', alert }], { stations: [3] })).toEqual({
      3: {
        kind: 'station',
        stations: ['Station 7'],
        message: 'Fire',
        tone: 'https://tones.example/t1.ogg',
        audio: '',
      },
    });
  });

  test('a pager: the units it names', () => {
    const page = { addresses: ['FIRE-1'], idents: [13, 15, 99], nature: 'Emergency', body: 'Fire' };
    expect(plan([{ type: 'pager', page }])).toEqual({
      3: { kind: 'pager', nature: 'Emergency', body: 'Fire' },
    });
  });

  test('nothing for edits, logins and updates', () => {
    const unit = makeUnit({ ident: 12 });
    expect(
      plan([
        update({ title: 'A', idents: [11] }, { title: 'B', idents: [11] }),
        { type: 'unit.login', unit },
        { type: 'unit.updated', unit, before: unit },
        { type: 'unit.logout', unit },
      ]),
    ).toEqual({});
  });
});

describe('a tone', () => {
  const tone = (type: number, value: string | number | null): Change => ({
    type: 'tone',
    tone: { url: 'https://tones.example/y.ogg', targets: [{ type, value, label: '' }] },
  });

  test.each<[string, number, string | number | null, number[]]>([
    ['for all units', 0, null, [1, 2, 3, 4]],
    ['for a call', 1, 501, [1, 2]],
    ['for a call as text', 1, '501', [1, 2]],
    ['for a call that is not known', 1, 9, []],
    ['for an agency', 2, 'metro', [1, 2, 3, 4]],
    ['for a department', 3, ' lspd ', [1, 2]],
    ['for a subdivision', 4, 'Patrol', [1, 2, 3, 4]],
    ['for a unit', 5, 13, [3]],
    ['for a unit off duty', 5, 15, []],
    ['for a group', 6, 'TF', [1, 2, 3, 4]],
    ['for a group without a name', 6, null, []],
    ['of another kind', 7, 'x', []],
  ])('%s', (_, type, value, expected) => {
    expect(Object.keys(plan([tone(type, value)])).map(Number)).toEqual(expected);
  });

  test('that names a unit twice is told once', () => {
    const both: Change = {
      type: 'tone',
      tone: {
        url: 'u',
        targets: [
          { type: 5, value: 11, label: '' },
          { type: 3, value: 'LSPD', label: '' },
        ],
      },
    };
    expect(Object.keys(plan([both]))).toEqual(['1', '2']);
  });
});
