import { describe, expect, test } from '@jest/globals';
import { createPushRig, readPush } from '../../../test/support/push-rig.ts';

const note = { time: '', label: '', type: 'text', content: 'Seen' };

describe('is read', () => {
  test.each<[string, string, object, object]>([
    [
      'a call',
      'EVENT_DISPATCH_NEW',
      { dispatch: { callId: 1 } },
      { dispatch: { callId: 1 }, eventOriginIdent: null },
    ],
    [
      'a call without its wrapper',
      'EVENT_DISPATCH_EDIT',
      { callId: 1, title: 'A' },
      { dispatch: { callId: 1, title: 'A' } },
    ],
    [
      'a call in its wrapper, whatever stands beside it',
      'EVENT_DISPATCH_EDIT',
      { callId: 2, dispatch: { callId: 1 }, eventOriginIdent: '12' },
      { dispatch: { callId: 1 }, eventOriginIdent: 12 },
    ],
    [
      'calls that were closed',
      'EVENT_DISPATCH_CLOSED',
      { callIds: [1, '2'], callId: 3 },
      { callIds: [1, 2, 3] },
    ],
    ['an old name', 'EVENT_DISPATCH_CLOSE', { callId: 1 }, { callIds: [1] }],
    ['a note', 'EVENT_DISPATCH_NOTE', { callId: 1, note: 'Seen' }, { callId: 1, note }],
    [
      'units on a call',
      'EVENT_DISPATCH_UNIT_ATTACH',
      { callId: '1', idents: [12], ident: 34 },
      { callId: 1, idents: [12, 34], eventOriginIdent: null },
    ],
    [
      'units off a call',
      'EVENT_UNIT_DETACH',
      { callId: 1, ident: 12, eventOriginIdent: 3 },
      { eventOriginIdent: 3 },
    ],
    [
      'units that clear themselves',
      'EVENT_UNIT_CALL_CLEAR',
      { units: [{ id: 12 }], identId: 34 },
      { idents: [12, 34] },
    ],
    [
      'what there was of old',
      'EVENT_DISPATCH',
      { dispatch_type: '1', dispatch: { callId: 1 } },
      { dispatch_type: 1 },
    ],
  ])('%s', (_, type, data, expected) => {
    expect(readPush(type, data)).toMatchObject(expected);
  });
});

describe('is refused', () => {
  test.each<[string, string, object, string, string]>([
    ['no call', 'EVENT_DISPATCH_NEW', {}, 'data.dispatch', 'expected an object with the dispatch call'],
    [
      'a call that is null',
      'EVENT_DISPATCH_NEW',
      { callId: 1, dispatch: null },
      'data.dispatch',
      'expected an object with the dispatch call',
    ],
    ['no calls to close', 'EVENT_DISPATCH_CLOSED', {}, 'data.callIds', 'expected a list of whole numbers'],
    ['an empty note', 'EVENT_DISPATCH_NOTE', { callId: 1, note: '' }, 'data.note', 'expected a note'],
    ['no note', 'EVENT_DISPATCH_NOTE', { callId: 1 }, 'data.note', 'expected a note'],
    ['units on no call', 'EVENT_UNIT_ATTACH', { ident: 1 }, 'data.callId', 'expected a whole number'],
    [
      'a call without units',
      'EVENT_UNIT_ATTACH',
      { callId: 1 },
      'data.idents',
      'expected a list of whole numbers',
    ],
    ['nobody who clears', 'EVENT_UNIT_CALL_CLEAR', {}, 'data.units', 'expected a list of whole numbers'],
    [
      'nothing that happened',
      'EVENT_DISPATCH',
      { dispatch: { callId: 1 } },
      'data.dispatch_type',
      'expected a whole number',
    ],
  ])('%s', (_, type, data, path, expected) => {
    expect(readPush(type, data)).toEqual({ kind: 'payload', path, expected });
  });
});

describe('a call', () => {
  const opened = () => {
    const rig = createPushRig();
    rig.play('EVENT_DISPATCH_NEW', { dispatch: { callId: 1, title: 'Burglary', code: '10-31' } });
    return rig;
  };

  test('is edited where it is, and a late copy of its making only fills gaps', () => {
    const { play, store } = opened();
    const change = { callId: 1, title: 'Robbery', block: '7' };
    expect(play('EVENT_DISPATCH_NEW', { dispatch: change })).toEqual(['call.updated']);
    expect(store.incidents.openCalls()).toMatchObject([{ title: 'Burglary', block: '7' }]);
    expect(play('EVENT_DISPATCH_EDIT', { dispatch: change })).toEqual(['call.updated']);
    expect(store.incidents.openCalls()).toMatchObject([{ title: 'Robbery', code: '10-31' }]);
  });

  test('has units, notes and an end', () => {
    const { play, store } = opened();
    expect(play('EVENT_DISPATCH_UNIT_ATTACH', { callId: 1, idents: [12, 34] })).toContain('unit.attached');
    expect(play('EVENT_DISPATCH_UNIT_DETACH', { callId: 1, idents: [34] })).toContain('unit.detached');
    expect(play('EVENT_DISPATCH_NOTE', { callId: 1, note: 'Seen' })).toContain('call.note');
    expect(store.incidents.openCalls()).toMatchObject([{ idents: [12], notes: [note] }]);
    expect(play('EVENT_UNIT_CALL_CLEAR', { identIds: [12] })).toContain('unit.detached');
    expect(play('EVENT_DISPATCH_CLOSED', { callIds: [1] })).toEqual(['call.closed']);
    expect(store.incidents.openCalls()).toEqual([]);
  });

  test.each<[string, number, object, string[], object[]]>([
    ['new', 0, { title: 'Robbery', block: '7' }, ['call.updated'], [{ title: 'Burglary', block: '7' }]],
    ['edited', 1, { title: 'Robbery' }, ['call.updated'], [{ title: 'Robbery' }]],
    ['closed', 2, {}, ['call.closed'], []],
    ['noted on', 3, { notes: 'Seen' }, ['call.updated', 'call.note'], [{ notes: [note] }]],
    ['cleared', 4, { units: [] }, [], [{ idents: [] }]],
  ])('of old is %s', (_, kind, fields, changes, calls) => {
    const { play, store } = opened();
    expect(play('EVENT_DISPATCH', { dispatch_type: kind, dispatch: { callId: 1, ...fields } })).toEqual(
      changes,
    );
    expect(store.incidents.openCalls()).toMatchObject(calls);
    expect(store.incidents.openCalls()).toHaveLength(calls.length);
  });
});
