import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { fc } from '../../test/support/properties.ts';
import type { DispatchPatch, Emergency } from './incident.ts';
import type { IncidentLimits } from './incident-ledger.ts';
import { createIncidents } from './incidents.ts';

const MINUTE = 60_000;

function setUp(limits: Partial<IncidentLimits> = {}) {
  const clock = createManualClock();
  const all: IncidentLimits = {
    maxOpenCalls: 500,
    emergencyExpiresMs: 30 * MINUTE,
    dispatchExpiresMs: 720 * MINUTE,
    rememberClosedMs: 10 * MINUTE,
    parkedMs: 5 * MINUTE,
    ...limits,
  };
  return { clock, store: createIncidents(clock.now, () => all) };
}

const emergency = (callId: number, extra: Partial<Emergency> = {}): Emergency => ({
  callId,
  isEmergency: true,
  caller: 'Nora Fields',
  location: 'Sinner St',
  description: 'A van is broken into',
  metaData: { x: '1', y: '2', callerPlayerId: '7' },
  updated: null,
  ...extra,
});

const dispatch = (callId: number, extra: Partial<DispatchPatch> = {}): DispatchPatch => ({
  callId,
  idents: undefined,
  notes: [],
  updated: null,
  ...extra,
});

const note = (time: string, content: string) => ({ time, label: 'DISP-1', type: 'text', content });
const typesOf = (changes: readonly { type: string }[]) => changes.map(({ type }) => type);
const keysOf = (calls: readonly { key: string }[]) => calls.map(({ key }) => key);
const linked = { createdFromId: '302' };

describe('a dispatch call', () => {
  test('opens with its units attached', () => {
    const { store } = setUp();
    const changes = store.putDispatch(
      dispatch(501, { title: 'Traffic stop', priority: 2, idents: [12, 34, 12] }),
      'new',
    );
    expect(changes).toMatchObject([
      {
        type: 'call.opened',
        call: { key: 'dispatch:501', stage: 'dispatch', title: 'Traffic stop', priority: 2 },
      },
      { type: 'unit.attached', ident: 12 },
      { type: 'unit.attached', ident: 34 },
    ]);
    expect(store.findCall('dispatch:501')?.idents).toEqual([12, 34]);
  });

  test.each([[501], ['501'], ['dispatch:501'], [' 501 ']])('is found by %p', (key) => {
    const { store } = setUp();
    store.putDispatch(dispatch(501), 'new');
    expect(store.findCall(key)?.dispatchId).toBe(501);
  });

  test('sent again changes nothing, and does not take units off', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { title: 'A', idents: [] }), 'new');
    store.attach(501, [12]);
    expect(store.putDispatch(dispatch(501, { title: 'A', idents: [] }), 'new')).toEqual([]);
  });

  test('edited changes what was sent and leaves the rest', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { title: 'A', address: 'Alta St', priority: 2, idents: [12] }), 'new');
    const changes = store.putDispatch(dispatch(501, { title: 'B', metaData: { plate: 'X' } }), 'edit');
    expect(typesOf(changes)).toEqual(['call.updated']);
    expect(store.findCall(501)).toMatchObject({
      title: 'B',
      address: 'Alta St',
      priority: 2,
      idents: [12],
      metaData: { plate: 'X' },
    });
  });

  test('can be edited to have no text', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { postal: '8112' }), 'new');
    store.putDispatch(dispatch(501, { postal: '' }), 'edit');
    expect(store.findCall(501)?.postal).toBe('');
  });

  test('edited with a list of units has exactly those', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { idents: [1, 2] }), 'new');
    const changes = store.putDispatch(dispatch(501, { idents: [2, 3] }), 'edit');
    expect(changes).toMatchObject([
      { type: 'call.updated' },
      { type: 'unit.attached', ident: 3 },
      { type: 'unit.detached', ident: 1 },
    ]);
  });

  test('edited before it is known is opened by the edit, and the late first picture only fills gaps', () => {
    const { store } = setUp();
    expect(typesOf(store.putDispatch(dispatch(501, { title: 'B' }), 'edit'))).toEqual(['call.opened']);
    store.putDispatch(dispatch(501, { title: 'A', code: '10-31' }), 'new');
    expect(store.findCall(501)).toMatchObject({ title: 'B', code: '10-31' });
  });

  test('keeps the newer of two edits, whichever arrives first', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { title: 'new', idents: [2], updated: 2000 }), 'edit');
    store.putDispatch(dispatch(501, { title: 'old', idents: [1], updated: 1000 }), 'edit');
    expect(store.findCall(501)).toMatchObject({ title: 'new', idents: [2, 1] });
  });

  test('made or edited as closed is closed', () => {
    const { store } = setUp();
    expect(store.putDispatch(dispatch(1, { status: 2 }), 'new')).toEqual([]);
    store.putDispatch(dispatch(2), 'new');
    expect(store.putDispatch(dispatch(2, { status: 2 }), 'edit')).toMatchObject([
      { type: 'call.closed', reason: 'closed', before: { stage: 'dispatch' }, call: { stage: 'closed' } },
    ]);
  });
});

describe('closing', () => {
  test('closes every call that is known, whatever else is in the list', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501), 'new');
    store.putDispatch(dispatch(502), 'new');
    expect(typesOf(store.closeDispatches([9999, 501, 501, 502]))).toEqual(['call.closed', 'call.closed']);
    expect(store.openCalls()).toEqual([]);
  });

  test('twice is nothing, and late events do not bring the call back', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { title: 'A' }), 'new');
    store.closeDispatches([501]);
    const late = [
      store.closeDispatches([501]),
      store.putDispatch(dispatch(501, { title: 'B' }), 'edit'),
      store.putDispatch(dispatch(501), 'new'),
      store.attach(501, [1]),
      store.addNote(501, note('', 'late')),
    ];
    expect(late).toEqual([[], [], [], [], []]);
  });

  test('that overtakes the call keeps it closed', () => {
    const { store } = setUp();
    store.closeDispatches([501]);
    expect(store.putDispatch(dispatch(501), 'new')).toEqual([]);
  });
});

describe('one incident', () => {
  const merged = {
    key: '911:302',
    emergencyId: 302,
    dispatchId: 501,
    stage: 'dispatch',
    caller: 'Nora Fields',
    title: 'Burglary',
    address: 'Sinner St',
    description: 'A van is broken into',
    position: { x: 1, y: 2, z: null, accuracy: 'exact' },
    metaData: { x: '1', y: '2', callerPlayerId: '7', createdFromId: '302' },
  };
  const made = dispatch(501, { title: 'Burglary', metaData: linked });

  test('is one call when dispatch takes a 911 call over', () => {
    const { store } = setUp();
    store.putEmergency(emergency(302));
    const changes = store.putDispatch(made, 'new');
    expect(changes).toMatchObject([
      { type: 'call.updated', before: { stage: '911' }, call: { stage: 'dispatch' } },
    ]);
    expect(store.openCalls()).toMatchObject([merged]);
    expect([store.findCall(501)?.key, store.findCall('911:302')?.key]).toEqual(['911:302', '911:302']);
  });

  test.each([
    ['in words of the CAD', { origin911: '302' }],
    ['with both, the unit knows best', { origin911: '999', createdFromId: '302' }],
  ])('is linked %s', (_, metaData) => {
    const { store } = setUp();
    store.putEmergency(emergency(302));
    store.putDispatch(dispatch(501, { metaData }), 'new');
    expect(store.openCalls()).toHaveLength(1);
  });

  test('is one call when the 911 call comes late', () => {
    const { store } = setUp();
    store.putDispatch(made, 'new');
    expect(typesOf(store.putEmergency(emergency(302)))).toEqual(['call.updated']);
    expect(store.openCalls()).toMatchObject([{ ...merged, key: 'dispatch:501' }]);
  });

  test('stays open when the 911 call is removed, before or after', () => {
    const { store } = setUp();
    store.putEmergency(emergency(302));
    store.putDispatch(made, 'new');
    expect(store.removeEmergencies([302])).toEqual([]);
    expect(store.openCalls()).toMatchObject([merged]);
  });

  test('opens again as itself when the 911 call was removed first', () => {
    const { store } = setUp();
    store.putEmergency(emergency(302));
    store.removeEmergencies([302]);
    expect(typesOf(store.putDispatch(made, 'new'))).toEqual(['call.opened']);
    expect(store.openCalls()).toMatchObject([merged]);
  });

  test('takes up a 911 call that had expired', () => {
    const { store, clock } = setUp();
    store.putEmergency(emergency(302));
    clock.advance(31 * MINUTE);
    store.expire();
    store.putDispatch(made, 'new');
    expect(store.openCalls()).toMatchObject([merged]);
  });

  test('of two calls that turn out to be one, the older card stays and the other goes', () => {
    const { store, clock } = setUp();
    store.putEmergency(emergency(302));
    clock.advance(1000);
    store.putDispatch(dispatch(501, { title: 'Burglary', idents: [12] }), 'new');
    const changes = store.putDispatch(dispatch(501, { metaData: linked }), 'edit');
    expect(changes).toMatchObject([
      { type: 'call.closed', reason: 'merged', before: { key: 'dispatch:501' } },
      { type: 'call.updated', call: { key: '911:302' } },
      { type: 'unit.attached', ident: 12 },
    ]);
    expect(store.openCalls()).toMatchObject([{ ...merged, idents: [12] }]);
  });

  test('a second dispatch call from the same 911 call is a call of its own', () => {
    const { store } = setUp();
    store.putEmergency(emergency(302));
    store.putDispatch(made, 'new');
    store.putDispatch(dispatch(502, { metaData: linked }), 'new');
    expect(keysOf(store.openCalls())).toEqual(['911:302', 'dispatch:502']);
  });

  test('closes with its dispatch call', () => {
    const { store } = setUp();
    store.putEmergency(emergency(302));
    store.putDispatch(made, 'new');
    expect(store.closeDispatches([501])).toMatchObject([{ type: 'call.closed', before: { key: '911:302' } }]);
    expect(store.putEmergency(emergency(302))).toEqual([]);
  });
});

describe('units and notes', () => {
  test('wait for a call that has not arrived', () => {
    const { store } = setUp();
    expect([store.attach(501, [12]), store.addNote(501, note('16:00:00', 'early'))]).toEqual([[], []]);
    const changes = store.putDispatch(dispatch(501, { idents: [] }), 'new');
    expect(typesOf(changes)).toEqual(['call.opened', 'unit.attached']);
    expect(store.findCall(501)).toMatchObject({ idents: [12], notes: [{ content: 'early' }] });
  });

  test('wait no longer than a while', () => {
    const { store, clock } = setUp();
    store.attach(501, [12]);
    clock.advance(5 * MINUTE);
    store.expire();
    store.putDispatch(dispatch(501), 'new');
    expect(store.findCall(501)?.idents).toEqual([]);
  });

  test('that wait are bounded', () => {
    const { store } = setUp();
    for (let id = 0; id < 3000; id += 1) store.attach(id, [1]);
    expect(store.takeDirty().filter(([, incident]) => incident !== null)).toHaveLength(1000);
  });

  test('attaching and detaching what is so already is nothing', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501), 'new');
    store.attach(501, [12, 34]);
    expect(store.attach(501, [34, 12])).toEqual([]);
    expect(store.detach(501, [99])).toEqual([]);
    expect(store.detach(77, [12])).toEqual([]);
    expect(store.detach(501, [12, 99])).toMatchObject([
      { type: 'call.updated' },
      { type: 'unit.detached', ident: 12 },
    ]);
    expect(store.findCall(501)?.idents).toEqual([34]);
  });

  test('a unit may be on several calls, and is cleared from all of them', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { idents: [12] }), 'new');
    store.putDispatch(dispatch(502, { idents: [12, 34] }), 'new');
    expect(keysOf(store.callsOf(12))).toEqual(['dispatch:501', 'dispatch:502']);
    store.clear([12]);
    expect([store.callsOf(12), keysOf(store.callsOf(34))]).toEqual([[], ['dispatch:502']]);
  });

  test('a closed call has no units any more', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { idents: [12] }), 'new');
    store.closeDispatches([501]);
    expect(store.callsOf(12)).toEqual([]);
  });

  test('a note is told once, in its place', () => {
    const { store } = setUp();
    store.putDispatch(dispatch(501, { notes: [note('16:00:00', 'a'), note('16:10:00', 'c')] }), 'new');
    expect(store.addNote(501, note('16:05:00', 'b'))).toMatchObject([
      { type: 'call.updated' },
      { type: 'call.note', note: { content: 'b' } },
    ]);
    expect(store.addNote(501, note('16:05:00', 'b'))).toEqual([]);
    expect(store.findCall(501)?.notes.map(({ content }) => content)).toEqual(['a', 'b', 'c']);
  });
});

describe('any order and repetition of the events of an incident', () => {
  /** Attaching and detaching one unit, and two edits without times, mean what their order says; one of each is here. */
  const steps = {
    emergency: (store: ReturnType<typeof setUp>['store']) => store.putEmergency(emergency(302)),
    removed: (store: ReturnType<typeof setUp>['store']) => store.removeEmergencies([302]),
    made: (store: ReturnType<typeof setUp>['store']) =>
      store.putDispatch(
        dispatch(501, { title: 'Burglary', metaData: linked, idents: [], updated: 1000 }),
        'new',
      ),
    edited: (store: ReturnType<typeof setUp>['store']) =>
      store.putDispatch(dispatch(501, { title: 'Robbery', priority: 1, updated: 2000 }), 'edit'),
    attached: (store: ReturnType<typeof setUp>['store']) => store.attach(501, [12, 34]),
    noted: (store: ReturnType<typeof setUp>['store']) => store.addNote(501, note('16:05:00', 'b')),
    notedToo: (store: ReturnType<typeof setUp>['store']) => store.addNote(501, note('16:04:00', 'a')),
  };
  type Step = keyof typeof steps;
  const names = Object.keys(steps) as Step[];

  const play = (order: readonly Step[]) => {
    const { store } = setUp();
    const changes = order.flatMap((step) => steps[step](store));
    return { store, changes };
  };

  test('ends in one call with everything', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...names, ...names], { minLength: names.length * 2 }), (order) => {
        const { store } = play(order);
        const calls = store.openCalls();
        expect(calls).toMatchObject([
          {
            emergencyId: 302,
            dispatchId: 501,
            stage: 'dispatch',
            caller: 'Nora Fields',
            title: 'Robbery',
            priority: 1,
            position: { x: 1, y: 2 },
            notes: [{ content: 'a' }, { content: 'b' }],
          },
        ]);
        expect([...(calls[0]?.idents ?? [])].sort()).toEqual([12, 34]);
      }),
    );
  });

  test('ends with nothing open once it was closed, at whatever point', () => {
    const withClose: (Step | 'closed')[] = [...names, ...names, 'closed'];
    fc.assert(
      fc.property(fc.shuffledSubarray(withClose, { minLength: withClose.length }), (order) => {
        const { store } = setUp();
        for (const step of order) {
          if (step === 'closed') store.closeDispatches([501]);
          else steps[step](store);
        }
        // Closed before anything said that both numbers are one incident, the 911 call is told apart until then.
        store.putDispatch(dispatch(501, { metaData: linked }), 'edit');
        expect(store.openCalls()).toEqual([]);
      }),
    );
  });

  test('tells of every opening and closing in turn', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 30 }), (order) => {
        const open = new Set<string>();
        for (const change of play(order).changes) {
          if (change.type === 'call.opened') {
            expect(open.has(change.call.key)).toBe(false);
            open.add(change.call.key);
          }
          if (change.type === 'call.updated') expect(open.has(change.call.key)).toBe(true);
          if (change.type === 'call.closed') {
            expect(open.has(change.before.key)).toBe(true);
            open.delete(change.before.key);
          }
        }
      }),
    );
  });
});
