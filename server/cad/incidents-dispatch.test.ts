import { describe, expect, test } from '@jest/globals';
import { dispatch, keysOf, MINUTE, note, setUp, typesOf } from '../../test/support/incidents-rig.ts';

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
