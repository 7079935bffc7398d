import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import type { Change } from './changes.ts';
import type { DispatchPatch, Emergency } from './incident.ts';
import { type CallPicture, FIRST_TRIAL_ID } from './picture.ts';
import { createStore } from './store.ts';
import type { UnitPatch } from './unit.ts';

const MINUTE = 60_000;

const emergency = (callId: number, rest: Partial<Emergency> = {}): Emergency => ({
  callId,
  isEmergency: true,
  caller: 'Nora Fields',
  location: 'Sinner St',
  description: 'Burglary',
  metaData: {},
  updated: null,
  ...rest,
});

const dispatch = (callId: number, rest: Partial<DispatchPatch> = {}): DispatchPatch => ({
  callId,
  status: 1,
  title: 'Burglary',
  idents: [],
  notes: [],
  updated: null,
  ...rest,
});

function setUp({ maxOpenCalls = 100, maxUnits = 100 } = {}) {
  const clock = createManualClock();
  const store = createStore(clock.now, () => ({
    maxOpenCalls,
    maxUnits,
    emergencyExpiresMs: 30 * MINUTE,
    dispatchExpiresMs: 60 * MINUTE,
    rememberClosedMs: 10 * MINUTE,
    parkedMs: 5 * MINUTE,
  }));
  const { incidents, units } = store;
  const vouchedFor = 15 * MINUTE;
  const words = (changes: Iterable<Change[]>) =>
    [...changes].flat().map((change) => {
      if (change.type === 'call.closed') return `${change.type} ${change.call.key} ${change.reason}`;
      if ('call' in change) return `${change.type} ${change.call.key}`;
      return 'unit' in change ? `${change.type} ${change.unit.ident}` : change.type;
    });
  return {
    clock,
    incidents,
    units,
    /** Takes over a picture that was asked for a minute after what came before. */
    calls(picture: Partial<CallPicture>, askedAt = clock.now() + MINUTE) {
      if (askedAt > clock.now()) clock.advance(askedAt - clock.now());
      const whole = { dispatches: [], emergencies: [], isComplete: true, ...picture };
      return words(incidents.reconcile(whole, { askedAt, vouchedUntil: askedAt + vouchedFor }));
    },
    unitsAre(list: readonly UnitPatch[], isComplete = true, askedAt = clock.now() + MINUTE) {
      if (askedAt > clock.now()) clock.advance(askedAt - clock.now());
      return words(units.reconcile({ units: list, isComplete }, { askedAt }));
    },
  };
}

describe('calls', () => {
  test('that were missed are opened, and dated as the CAD dates them', () => {
    const { clock, incidents, calls } = setUp();
    const updated = clock.now() - MINUTE;
    const picture = { dispatches: [dispatch(501, { updated })], emergencies: [emergency(302)] };
    expect(calls(picture)).toEqual(['call.opened dispatch:501', 'call.opened 911:302']);
    expect(incidents.findCall('dispatch:501')?.openedAt).toBe(updated);
    expect(calls(picture)).toEqual([]);
  });

  test('a 911 call and the dispatch call made from it are one, whichever of them was missed', () => {
    const made = dispatch(501, { metaData: { createdFromId: '302' } });
    const both = { dispatches: [made], emergencies: [emergency(302)] };
    const fresh = setUp();
    expect(fresh.calls(both)).toEqual(['call.opened dispatch:501', 'call.updated dispatch:501']);
    const known = setUp();
    known.incidents.putEmergency(emergency(302));
    expect(known.calls(both)).toEqual(['call.updated 911:302']);
    expect(known.incidents.openCalls()).toHaveLength(1);
  });

  test('that the CAD no longer lists are over', () => {
    const { incidents, calls } = setUp();
    incidents.putEmergency(emergency(302));
    incidents.putDispatch(dispatch(501), 'new');
    expect(calls({})).toEqual(['call.closed 911:302 resynced', 'call.closed dispatch:501 resynced']);
  });

  test('a dispatch call outlives the 911 call it was made from', () => {
    const { incidents, calls } = setUp();
    incidents.putEmergency(emergency(302));
    const made = dispatch(501, { metaData: { createdFromId: '302' } });
    incidents.putDispatch(made, 'new');
    expect(calls({ dispatches: [made] })).toEqual([]);
  });

  test('nothing is concluded from what is missing in a list that is not whole', () => {
    const { incidents, calls } = setUp();
    incidents.putDispatch(dispatch(501), 'new');
    expect(calls({ isComplete: false })).toEqual([]);
  });

  test('that we hold to be over are open again when the CAD still lists them', () => {
    const { clock, incidents, calls } = setUp();
    incidents.putDispatch(dispatch(501), 'new');
    incidents.closeDispatches([501]);
    incidents.putEmergency(emergency(302));
    incidents.removeEmergencies([302]);
    incidents.putEmergency(emergency(303));
    clock.advance(31 * MINUTE);
    incidents.expire();
    const picture = {
      dispatches: [dispatch(501)],
      emergencies: [302, 303].map((callId) => emergency(callId)),
    };
    expect(calls(picture)).toEqual([
      'call.opened dispatch:501',
      'call.opened 911:302',
      'call.opened 911:303',
    ]);
  });

  test('a list that itself calls one closed closes it', () => {
    const { incidents, calls } = setUp();
    incidents.putDispatch(dispatch(501), 'new');
    expect(calls({ dispatches: [dispatch(501, { status: 2 })] })).toEqual([
      'call.closed dispatch:501 resynced',
    ]);
  });

  test('units, facts and notes are those of the CAD; what it does not mention stays', () => {
    const { incidents, calls } = setUp();
    const note = { time: '16:03:02', label: 'DISP-1', type: 'text', content: 'Caller on line' };
    const facts = { x: '1', y: '2' };
    incidents.putDispatch(
      dispatch(501, { idents: [12], notes: [note], metaData: facts, code: '10-31' }),
      'new',
    );
    const listed = dispatch(501, {
      idents: [34],
      metaData: { y: '3' },
      notes: [
        { ...note, time: '2026-11-23T21:03:02Z' },
        { ...note, content: 'Suspect fled' },
      ],
    });
    expect(calls({ dispatches: [listed] })).toEqual([
      'call.updated dispatch:501',
      'call.note dispatch:501',
      'unit.attached dispatch:501',
      'unit.detached dispatch:501',
    ]);
    expect(incidents.findCall(501)).toMatchObject({
      idents: [34],
      code: '10-31',
      metaData: { y: '3' },
      notes: [note, { content: 'Suspect fled' }],
    });
  });

  test('the same note written twice is two notes', () => {
    const { incidents, calls } = setUp();
    const note = { time: '16:03:02', label: 'DISP-1', type: 'text', content: 'Copy' };
    incidents.putDispatch(dispatch(501, { notes: [note] }), 'new');
    calls({ dispatches: [dispatch(501, { notes: [note, { ...note, time: '16:04:10' }] })] });
    expect(incidents.findCall(501)?.notes).toHaveLength(2);
  });

  test('a 911 call keeps its facts when the list leaves them out', () => {
    const { incidents, calls } = setUp();
    incidents.putEmergency(emergency(302, { metaData: { x: '1', y: '2' } }));
    calls({ emergencies: [emergency(302, { description: 'Robbery' })] });
    expect(incidents.findCall('911:302')).toMatchObject({ description: 'Robbery', position: { x: 1, y: 2 } });
  });

  test.each([
    ['dispatch', { dispatches: [dispatch(501, { title: 'Old', updated: 5 })] }],
    ['911', { emergencies: [emergency(302, { description: 'Old', updated: 5 })] }],
  ])('what the CAD dates before what is known of a %s call is left aside', (_, picture) => {
    const { incidents, calls } = setUp();
    incidents.putDispatch(dispatch(501, { updated: 9 }), 'new');
    incidents.putEmergency(emergency(302, { updated: 9 }));
    expect(calls({ ...picture, isComplete: false })).toEqual([]);
  });

  test.each([
    ['since it was asked for', 0, false],
    ['a moment before', 9_000, false],
    ['well before', 11_000, true],
  ])('a picture has no say in what an event told %s', (_, beforeMs, hasSay) => {
    const { clock, incidents, calls } = setUp();
    incidents.putEmergency(emergency(302));
    incidents.putDispatch(dispatch(501), 'new');
    incidents.closeDispatches([501]);
    const changes = calls({ dispatches: [dispatch(501)] }, clock.now() + beforeMs);
    expect(changes).toEqual(hasSay ? ['call.opened dispatch:501', 'call.closed 911:302 resynced'] : []);
  });

  test('an event that repeats what is known has its say too', () => {
    const { clock, incidents, calls } = setUp();
    incidents.putDispatch(dispatch(501), 'new');
    clock.advance(MINUTE);
    const askedAt = clock.now();
    incidents.putDispatch(dispatch(501), 'edit');
    expect(calls({ dispatches: [dispatch(501, { title: 'Old' })] }, askedAt)).toEqual([]);
  });

  test('do not expire while the CAD lists them, and do when it no longer answers', () => {
    const { clock, incidents, calls } = setUp();
    const picture = { emergencies: [emergency(302)] };
    calls(picture);
    for (let i = 0; i < 10; i += 1) {
      calls(picture, clock.now() + 5 * MINUTE);
      expect(incidents.expire()).toEqual([]);
    }
    clock.advance(16 * MINUTE);
    expect(incidents.expire()).toMatchObject([{ type: 'call.closed', reason: 'expired' }]);
  });

  test('that are over stay known while the CAD lists what is left of them', () => {
    const { clock, incidents, calls } = setUp();
    incidents.putEmergency(emergency(302));
    incidents.putDispatch(dispatch(501, { metaData: { createdFromId: '302' } }), 'new');
    incidents.closeDispatches([501]);
    for (let i = 0; i < 6; i += 1) {
      expect(calls({ emergencies: [emergency(302)] }, clock.now() + 5 * MINUTE)).toEqual([]);
      incidents.expire();
    }
  });

  test('none makes room for one of a list', () => {
    const { incidents, calls } = setUp({ maxOpenCalls: 2 });
    incidents.putDispatch(dispatch(501), 'new');
    const list = [501, 502, 503].map((callId) => dispatch(callId));
    expect(calls({ dispatches: list })).toEqual(['call.opened dispatch:502']);
    incidents.closeDispatches([501]);
    expect(calls({ dispatches: list.slice(1) })).toEqual(['call.opened dispatch:503']);
  });
});

describe('units', () => {
  const unit = (ident: number, rest: Partial<UnitPatch> = {}): UnitPatch => ({ ident, status: 2, ...rest });

  test('that were missed log in, those that are gone log out, and panics come and go with them', () => {
    const { units, unitsAre } = setUp();
    units.login(unit(12, { isPanic: true }));
    units.login(unit(13));
    expect(unitsAre([unit(13, { status: 3 }), unit(14, { isPanic: true })])).toEqual([
      'unit.updated 13',
      'unit.status 13',
      'unit.login 14',
      'unit.panic 14',
      'unit.panic 12',
      'unit.logout 12',
    ]);
  });

  test('nobody is logged out by a list that is not whole', () => {
    const { units, unitsAre } = setUp();
    units.login(unit(12));
    expect(unitsAre([], false)).toEqual([]);
  });

  test.each([
    ['logged in', (units: ReturnType<typeof setUp>['units']) => units.login(unit(15)), []],
    ['logged out', (units: ReturnType<typeof setUp>['units']) => units.logout([12]), [unit(12)]],
    ['changed', (units: ReturnType<typeof setUp>['units']) => units.setStatus([12], 4), [unit(12)]],
  ])('a picture has no say in who has %s since', (_, event, list) => {
    const { clock, units, unitsAre } = setUp();
    units.login(unit(12));
    clock.advance(MINUTE);
    const askedAt = clock.now();
    event(units);
    expect(unitsAre(list, list.length > 0, askedAt)).toEqual([]);
  });

  test('none makes room for one of a list', () => {
    const { units, unitsAre } = setUp({ maxUnits: 2 });
    units.login(unit(12));
    expect(unitsAre([unit(12), unit(13), unit(14)])).toEqual(['unit.login 13']);
  });
});

test("what is made up to try things out is none of the CAD's business", () => {
  const { clock, incidents, units, calls, unitsAre } = setUp();
  for (const id of [0, 1, 2]) {
    incidents.putEmergency(emergency(FIRST_TRIAL_ID + id));
    units.login({ ident: FIRST_TRIAL_ID + id });
  }
  expect([calls({}), unitsAre([])]).toEqual([[], []]);
  expect(incidents.isForeign({ dispatches: [], emergencies: [], isComplete: true }, clock.now())).toBe(false);
});

describe('a picture of another server', () => {
  const listed = { dispatches: [dispatch(900)], emergencies: [], isComplete: true };

  test.each([
    ['lists nothing of what several events were about', 3, MINUTE, true],
    ['could be right when it is little', 2, MINUTE, false],
    ['could be right when the events were long ago', 3, 11 * MINUTE, false],
    ['could be right when the events have just come', 3, 5_000, false],
  ])('%s', (_, known, agoMs, isForeign) => {
    const { clock, incidents, units } = setUp();
    for (let id = 1; id <= known; id += 1) {
      incidents.putDispatch(dispatch(id), 'new');
      units.login({ ident: id });
    }
    clock.advance(agoMs);
    expect(incidents.isForeign(listed, clock.now())).toBe(isForeign);
    expect(units.isForeign({ units: [{ ident: 40 }], isComplete: true }, clock.now())).toBe(isForeign);
  });

  test('is none when it lists one of them', () => {
    const { clock, incidents } = setUp();
    for (const id of [1, 2, 3, 900]) incidents.putDispatch(dispatch(id), 'new');
    clock.advance(MINUTE);
    expect(incidents.isForeign(listed, clock.now())).toBe(false);
  });
});
