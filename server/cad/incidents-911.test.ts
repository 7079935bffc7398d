import { describe, expect, test } from '@jest/globals';
import { keysOf, MINUTE, setUp, typesOf } from '../../test/support/incidents-rig.ts';
import type { Change } from './changes.ts';
import type { Emergency } from './incident.ts';
import { createIncidents } from './incidents.ts';

function emergency(callId: number, extra: Partial<Emergency> = {}): Emergency {
  return {
    callId,
    isEmergency: true,
    caller: 'Nora Fields',
    location: 'Sinner St',
    description: 'A van',
    metaData: {},
    updated: null,
    ...extra,
  };
}

/** The call that a change is about. */
const callOf = (change: Change | undefined) => (change && 'call' in change ? change.call : undefined);

describe('a 911 call', () => {
  test('opens with everything that is known of it', () => {
    const { store, clock } = setUp();
    const metaData = {
      x: '1.5',
      y: '2',
      postal: '8112',
      code: '10-31',
      block: '100',
      priority: '2',
      plate: 'ABC',
    };
    const [change] = store.putEmergency(emergency(302, { metaData }));
    expect(change).toEqual({ type: 'call.opened', call: store.findCall('911:302') });
    expect(callOf(change)).toEqual({
      key: '911:302',
      emergencyId: 302,
      dispatchId: null,
      stage: '911',
      isEmergency: true,
      title: '',
      code: '10-31',
      description: 'A van',
      caller: 'Nora Fields',
      address: 'Sinner St',
      postal: '8112',
      block: '100',
      priority: 2,
      origin: null,
      status: null,
      primary: null,
      trackPrimary: false,
      idents: [],
      notes: [],
      position: { x: 1.5, y: 2, z: null, accuracy: 'exact' },
      metaData,
      openedAt: clock.now(),
      updatedAt: clock.now(),
    });
  });

  test.each([
    ['1', 1],
    ['Code 3', 'Code 3'],
    ['3a', '3a'],
  ])('with the priority %j among its facts has the one that dispatch would give it', (said, priority) => {
    const { store } = setUp();
    store.putEmergency(emergency(1, { metaData: { priority: said } }));
    expect(store.findCall('911:1')?.priority).toBe(priority);
  });

  test('an unknown postal is none', () => {
    const { store } = setUp();
    store.putEmergency(emergency(1, { metaData: { postal: 'Unknown' } }));
    expect(store.findCall('911:1')?.postal).toBe('');
  });

  test('sent again changes nothing', () => {
    const { store, clock } = setUp();
    store.putEmergency(emergency(1));
    clock.advance(MINUTE);
    expect(store.putEmergency(emergency(1))).toEqual([]);
    expect(store.findCall('911:1')?.updatedAt).toBe(clock.now() - MINUTE);
  });

  test('sent again with other words is updated, and keeps the time it came in', () => {
    const { store, clock } = setUp();
    const [opened] = store.putEmergency(emergency(1));
    clock.advance(MINUTE);
    const [updated] = store.putEmergency(emergency(1, { description: 'Two vans' }));
    expect(updated).toMatchObject({
      type: 'call.updated',
      before: callOf(opened),
      call: { description: 'Two vans' },
    });
    expect(callOf(updated)).toMatchObject({ openedAt: callOf(opened)?.openedAt, updatedAt: clock.now() });
  });

  test('an older picture of it changes nothing', () => {
    const { store } = setUp();
    store.putEmergency(emergency(1, { updated: 2000, description: 'new' }));
    expect(store.putEmergency(emergency(1, { updated: 1000, description: 'old' }))).toEqual([]);
    expect(store.findCall('911:1')?.description).toBe('new');
  });

  test('can be found by its key only', () => {
    const { store } = setUp();
    store.putEmergency(emergency(1));
    expect([
      store.findCall('911:1')?.key,
      store.findCall(1),
      store.findCall('1'),
      store.findCall('x'),
    ]).toEqual(['911:1', null, null, null]);
  });
});

describe('removal', () => {
  test('closes the calls that are known and passes over the others', () => {
    const { store } = setUp();
    store.putEmergency(emergency(1));
    store.putEmergency(emergency(2));
    const changes = store.removeEmergencies([9, 2, 2, 1]);
    expect(changes).toMatchObject([
      {
        type: 'call.closed',
        reason: 'removed',
        call: { key: '911:2', stage: 'closed' },
        before: { stage: '911' },
      },
      { type: 'call.closed', reason: 'removed', call: { key: '911:1', stage: 'closed' } },
    ]);
    expect(store.openCalls()).toEqual([]);
  });

  test('that overtakes the call keeps it closed', () => {
    const { store } = setUp();
    store.removeEmergencies([1]);
    expect(store.putEmergency(emergency(1))).toEqual([]);
  });

  test('is not undone by a late copy of the call', () => {
    const { store } = setUp();
    store.putEmergency(emergency(1));
    store.removeEmergencies([1]);
    store.removeEmergencies([1]);
    expect(store.putEmergency(emergency(1))).toEqual([]);
  });

  test('is not undone by a late older picture of the call', () => {
    const { store } = setUp();
    store.putEmergency(emergency(1, { updated: 2000 }));
    store.removeEmergencies([1]);
    expect(store.putEmergency(emergency(1, { updated: 1000, description: 'old' }))).toEqual([]);
  });

  test.each<[string, Partial<Emergency>, Partial<Emergency>]>([
    ['by its words', {}, { description: 'Another matter' }],
    ['by its time', { updated: 1000 }, { updated: 2000 }],
  ])('does not hide a new call under an old id, known %s', (_, first, second) => {
    const { store } = setUp();
    store.putEmergency(emergency(1, first));
    store.removeEmergencies([1]);
    expect(typesOf(store.putEmergency(emergency(1, second)))).toEqual(['call.opened']);
  });

  test('is forgotten after a while', () => {
    const { store, clock } = setUp();
    store.removeEmergencies([1]);
    clock.advance(10 * MINUTE + 1);
    expect(store.expire()).toEqual([]);
    expect(typesOf(store.putEmergency(emergency(1)))).toEqual(['call.opened']);
  });

  test('of very many unknown calls is remembered only for the last ones', () => {
    const { store } = setUp();
    store.removeEmergencies(Array.from({ length: 2000 }, (_, id) => id));
    expect(typesOf(store.putEmergency(emergency(0)))).toEqual(['call.opened']);
    expect(store.putEmergency(emergency(1999))).toEqual([]);
  });
});

describe('bounds', () => {
  test('the oldest call makes room', () => {
    const { store } = setUp({ maxOpenCalls: 2 });
    store.putEmergency(emergency(1));
    store.putEmergency(emergency(2));
    store.putEmergency(emergency(1, { description: 'changed since' }));
    const changes = store.putEmergency(emergency(3));
    expect(changes).toMatchObject([
      { type: 'call.closed', reason: 'displaced', call: { key: '911:1' } },
      { type: 'call.opened', call: { key: '911:3' } },
    ]);
    expect(keysOf(store.openCalls())).toEqual(['911:2', '911:3']);
  });

  test('a call that nobody changes expires', () => {
    const { store, clock } = setUp();
    expect(store.nextExpiry()).toBeNull();
    store.putEmergency(emergency(1));
    clock.advance(20 * MINUTE);
    store.putEmergency(emergency(2));
    expect(store.nextExpiry()).toBe(clock.now() + 10 * MINUTE);
    clock.advance(10 * MINUTE);
    expect(store.expire()).toMatchObject([
      { type: 'call.closed', reason: 'expired', call: { key: '911:1' } },
    ]);
    expect(store.expire()).toEqual([]);
    expect(keysOf(store.openCalls())).toEqual(['911:2']);
  });

  test('an expired call does not come back with a late copy', () => {
    const { store, clock } = setUp();
    store.putEmergency(emergency(1));
    clock.advance(30 * MINUTE);
    store.expire();
    expect(store.putEmergency(emergency(1))).toEqual([]);
  });
});

describe('restore', () => {
  test('takes calls back without changes, oldest first, and drops what is too old or too many', () => {
    const { store, clock, limits } = setUp();
    for (const id of [1, 2, 3, 4]) {
      store.putEmergency(emergency(id));
      clock.advance(10 * MINUTE);
    }
    const kept = store.takeDirty().flatMap(([, incident]) => (incident ? [incident] : []));
    const later = createIncidents(clock.now, () => ({
      ...limits,
      maxOpenCalls: 2,
      emergencyExpiresMs: 35 * MINUTE,
    }));
    later.restore(kept.reverse());
    expect(keysOf(later.openCalls())).toEqual(['911:3', '911:4']);
    expect(later.takeDirty()).toEqual(
      expect.arrayContaining([
        ['911:1', null],
        ['911:2', null],
      ]),
    );
    expect(later.putEmergency(emergency(3))).toEqual([]);
  });

  test('remembers what is closed', () => {
    const { store, clock, limits } = setUp();
    store.putEmergency(emergency(1));
    store.removeEmergencies([1]);
    const kept = store.takeDirty().flatMap(([, incident]) => (incident ? [incident] : []));
    const later = createIncidents(clock.now, () => limits);
    later.restore(kept);
    expect(later.putEmergency(emergency(1))).toEqual([]);
  });
});

test('what changed is told once', () => {
  const { store } = setUp();
  store.putEmergency(emergency(1));
  store.putEmergency(emergency(2));
  store.removeEmergencies([2]);
  expect(store.hasDirty()).toBe(true);
  expect(store.takeDirty()).toMatchObject([
    ['911:1', { key: '911:1', isEmergencyRemoved: false }],
    ['911:2', { key: '911:2', isEmergencyRemoved: true }],
  ]);
  expect([store.hasDirty(), store.takeDirty()]).toEqual([false, []]);
});
