import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createMemoryStorage } from '../../test/support/memory-storage.ts';
import { createPersistence } from './persistence.ts';
import { createStore } from './store.ts';

const limits = () => ({
  maxOpenCalls: 500,
  maxUnits: 1000,
  emergencyExpiresMs: 1_800_000,
  dispatchExpiresMs: 43_200_000,
  rememberClosedMs: 600_000,
  parkedMs: 300_000,
});

function setUp(rows: Record<string, string> = {}) {
  const clock = createManualClock();
  const storage = createMemoryStorage(rows);
  const boot = () => {
    const store = createStore(clock.now, limits);
    const unreadable: number[] = [];
    const persistence = createPersistence(store, storage, clock, (count) => unreadable.push(count));
    const put = (callId: number, description = 'A van') => {
      store.incidents.putEmergency({
        callId,
        isEmergency: true,
        caller: 'N',
        location: 'L',
        description,
        metaData: { x: '1', y: '2' },
        updated: 5,
      });
      persistence.changed();
    };
    return { store, persistence, unreadable, put };
  };
  return { clock, storage, boot };
}

describe('persistence', () => {
  test('a call is written at once, made durable, and restored as it was', () => {
    const { clock, storage, boot } = setUp();
    const first = boot();
    first.put(302);
    clock.advance(0);
    expect(storage.flushes).toBe(1);
    const second = boot();
    expect(second.store.incidents.openCalls()).toEqual(first.store.incidents.openCalls());
    expect(second.unreadable).toEqual([]);
  });

  test('a burst is made durable once a second', () => {
    const { clock, storage, boot } = setUp();
    const { put } = boot();
    for (let id = 0; id < 50; id += 1) {
      put(id);
      clock.advance(50);
    }
    clock.advance(1000);
    expect(storage.flushes).toBeLessThanOrEqual(4);
    expect(storage.keys()).toHaveLength(50);
  });

  test('only what changed is written', () => {
    const { clock, storage, boot } = setUp();
    const { put } = boot();
    put(1);
    put(2);
    clock.advance(1000);
    storage.writes.length = 0;
    put(2, 'Two vans');
    clock.advance(1000);
    expect(storage.writes).toEqual(['call:911:2']);
  });

  test('flush writes what is pending now and leaves no timer', () => {
    const { clock, storage, boot } = setUp();
    const { put, persistence } = boot();
    put(1);
    clock.advance(0);
    put(2);
    persistence.flush();
    expect(storage.keys()).toEqual(['call:911:1', 'call:911:2']);
    expect(clock.pending()).toBe(0);
  });

  describe('many rows', () => {
    function setUpMany() {
      const { clock, storage, boot } = setUp();
      const { store, persistence, put } = boot();
      store.units.login({ ident: 7 });
      persistence.changed();
      clock.advance(2000);
      const flushes = storage.flushes;
      store.units.logout([7]);
      for (let id = 0; id < 120; id += 1) put(id);
      clock.step(50);
      return { clock, storage, persistence, put, flushed: () => storage.flushes - flushes };
    }

    test('are written over several ticks; nothing is deleted or made durable before the last of them', () => {
      const { clock, storage, put, flushed } = setUpMany();
      expect([storage.keys().length, storage.get('unit:7') !== undefined, flushed()]).toEqual([51, true, 0]);
      put(3, 'Two vans');
      for (let tick = 0; tick < 2; tick += 1) clock.step(50);
      expect([storage.keys().length, storage.get('unit:7'), flushed()]).toEqual([120, undefined, 1]);
      clock.advance(2000);
      expect(storage.get('call:911:3')).toContain('Two vans');
      expect(clock.pending()).toBe(0);
    });

    test('are all written by flush, also those that changed meanwhile', () => {
      const { storage, persistence, put, flushed } = setUpMany();
      put(3, 'Two vans');
      put(500);
      persistence.flush();
      expect([storage.keys().length, storage.get('unit:7')]).toEqual([121, undefined]);
      expect(storage.get('call:911:3')).toContain('Two vans');
      expect(flushed()).toBeGreaterThan(0);
    });
  });

  test('a removed call is kept as long as it is remembered', () => {
    const { clock, storage, boot } = setUp();
    const { store, put, persistence } = boot();
    put(1);
    clock.advance(2000);
    store.incidents.removeEmergencies([1]);
    persistence.changed();
    clock.advance(2000);
    const second = boot();
    second.put(1);
    expect(second.store.incidents.openCalls()).toEqual([]);
    clock.advance(600_000);
    second.store.incidents.expire();
    second.persistence.flush();
    expect(storage.keys()).toEqual([]);
  });

  test('units are kept, and go with their logout', () => {
    const { clock, storage, boot } = setUp();
    const { store, persistence } = boot();
    store.units.login({ ident: 12, name: 'Iris', isPanic: true, position: { x: 1, y: 2, z: null } });
    store.units.login({ ident: -1 });
    persistence.changed();
    clock.advance(0);
    const second = boot();
    expect(second.store.units.all()).toEqual(store.units.all());
    second.store.units.logout([12, -1]);
    second.persistence.flush();
    expect(storage.keys()).toEqual([]);
  });

  test('units come back in the order of their logins, also those of one moment', () => {
    const { boot } = setUp();
    const first = boot();
    for (const ident of [34, 9, 12]) first.store.units.login({ ident });
    first.store.units.login({ ident: 34, status: 1 });
    first.persistence.flush();
    const second = boot();
    second.store.units.login({ ident: 1 });
    expect(second.store.units.all().map(({ ident }) => ident)).toEqual([34, 9, 12, 1]);
  });

  test('rows that cannot be read are deleted and counted, the others restored', () => {
    const { clock, storage, boot } = setUp();
    boot().put(1);
    clock.advance(0);
    const good = storage.get('call:911:1') ?? '';
    storage.set('call:911:2', good);
    storage.set('call:911:3', '{"v":1,"call":');
    storage.set('call:911:4', good.replace(/"v":\d+/, '"v":1'));
    storage.set('unit:7', '{"v":2,"value":{"ident":7}}');
    storage.set('call:911:5', '');
    const { store, unreadable } = boot();
    expect(unreadable).toEqual([5]);
    expect(store.incidents.openCalls().map(({ key }) => key)).toEqual(['911:1']);
    expect(storage.keys()).toEqual(['call:911:1']);
  });

  test('a call that expired meanwhile is not restored, and its row goes', () => {
    const { clock, storage, boot } = setUp();
    boot().put(1);
    clock.advance(0);
    clock.advance(1_800_000);
    const { store } = boot();
    clock.advance(1000);
    expect([store.incidents.openCalls(), storage.keys()]).toEqual([[], []]);
  });

  test('a call that was kept while the clock was ahead expires like any other', () => {
    const { clock, storage, boot } = setUp();
    clock.advance(1e12);
    boot().put(1);
    clock.advance(0);
    const earlier = createManualClock();
    const { incidents, units } = createStore(earlier.now, limits);
    createPersistence({ incidents, units }, storage, earlier, () => undefined);
    expect(incidents.openCalls()).toHaveLength(1);
    earlier.advance(1_800_000);
    expect(incidents.expire()).toMatchObject([{ type: 'call.closed', reason: 'expired' }]);
  });

  test('a unit that logged in more than a day before the start is gone, and so is its row', () => {
    const { clock, storage, boot } = setUp();
    const { store, persistence } = boot();
    store.units.login({ ident: 7 });
    clock.advance(3_600_000);
    store.units.login({ ident: 8 });
    persistence.flush();
    clock.advance(23 * 3_600_000);
    expect(
      boot()
        .store.units.all()
        .map(({ ident }) => ident),
    ).toEqual([8]);
    clock.advance(1000);
    expect(storage.keys()).toEqual(['unit:8']);
  });
});
