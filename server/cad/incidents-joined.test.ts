// A 911 call and the dispatch call that was made from it: one incident, whatever comes first.

import { describe, expect, test } from '@jest/globals';
import {
  dispatch,
  emergency,
  keysOf,
  linked,
  MINUTE,
  note,
  setUp,
  typesOf,
} from '../../test/support/incidents-rig.ts';
import { fc } from '../../test/support/properties.ts';

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
    ['with both, of which one is none', { origin911: '302', createdFromId: '0' }],
  ])('is linked %s', (_, metaData) => {
    const { store } = setUp();
    store.putEmergency(emergency(302));
    store.putDispatch(dispatch(501, { metaData }), 'new');
    expect(store.openCalls()).toHaveLength(1);
  });

  test.each([{ origin911: '0' }, { origin911: '-1' }, { createdFromId: '0' }, { createdFromId: 'x' }])(
    'is of no 911 call with %j',
    (metaData) => {
      const { store } = setUp();
      store.putDispatch(dispatch(501, { metaData }), 'new');
      expect(store.openCalls()).toMatchObject([{ key: 'dispatch:501', emergencyId: null }]);
    },
  );

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
