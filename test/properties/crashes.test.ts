// The server may die between any two writes. Whatever was written by then is a picture that can be gone on with: every call
// as it was before the last event or after it, and none of them twice.

import { expect, test } from '@jest/globals';
import { createPersistence } from '../../server/cad/persistence.ts';
import { createStore, type Store } from '../../server/cad/store.ts';
import type { Storage } from '../../server/ports.ts';
import { createDecode } from '../../server/push/decode.ts';
import { pushDefinitions } from '../../server/push/registry.ts';
import type { Call } from '../../shared/call.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { createModelCad, type Push, step } from '../support/model-cad.ts';
import { storeLimits } from '../support/play-events.ts';
import { fc } from '../support/properties.ts';

const decode = createDecode(pushDefinitions);

function boot(storage: Storage, clock = createManualClock()) {
  const unreadable: number[] = [];
  const store = createStore(clock.now, () => storeLimits);
  const persistence = createPersistence(store, storage, clock, (count) => unreadable.push(count));
  return { store, persistence, unreadable };
}

function apply(store: Store, { type, data }: Push): void {
  const push = decode({ type, data, body: { type, data } });
  if (!push.ok) throw new Error(`${type}: ${JSON.stringify(push.error)}`);
  for (const event of push.value.events) event.apply(store);
}

/** A storage that also tells what is in it after every write. */
function recorded(onWrite: (rows: Record<string, string>) => void): Storage {
  const storage = createMemoryStorage();
  const tell = () => onWrite(Object.fromEntries(storage.entries('')));
  return {
    entries: storage.entries,
    set(key, value) {
      storage.set(key, value);
      tell();
    },
    delete(key) {
      storage.delete(key);
      tell();
    },
    flush: storage.flush,
  };
}

const numbersOf = (calls: readonly Call[]) =>
  calls.flatMap(({ emergencyId, dispatchId }) => [
    ...(emergencyId === null ? [] : [`911:${emergencyId}`]),
    ...(dispatchId === null ? [] : [`dispatch:${dispatchId}`]),
  ]);

/** Milliseconds since the epoch, long before anything expires. */
const LATER = 60_000 + createManualClock().now();

const asText = (value: unknown) => JSON.stringify(value);

/** Starts from `rows` and returns what is wrong with that, in a few words, or null. */
function findFault(
  rows: Record<string, string>,
  before: readonly Call[],
  after: readonly Call[],
): string | null {
  const storage = createMemoryStorage(rows);
  // A restart comes after what was kept.
  const { store, persistence, unreadable } = boot(storage, createManualClock(LATER));
  if (unreadable.length > 0) return 'rows cannot be read';
  const calls = store.incidents.openCalls();
  const numbers = numbersOf(calls);
  if (new Set(numbers).size < numbers.length) return `a call is there twice: ${numbers}`;
  const known = new Set([...before, ...after].map(asText));
  if (calls.some((call) => !known.has(asText(call)))) return 'a call is as it never was';
  const lasting = numbersOf(after).filter((number) => numbersOf(before).includes(number));
  if (lasting.some((number) => !numbers.includes(number))) return 'a call is lost';
  // The day goes on: everything ends, and nothing is left.
  const units = store.units.all().map(({ ident }) => ident);
  store.incidents.closeDispatches(calls.flatMap(({ dispatchId }) => dispatchId ?? []));
  store.incidents.removeEmergencies(calls.flatMap(({ emergencyId }) => emergencyId ?? []));
  store.units.logout(units);
  persistence.flush();
  const left = [...store.incidents.openCalls(), ...store.units.all()];
  return left.length > 0 ? 'something is left open' : null;
}

test('a crash after any write leaves a picture to go on with', () => {
  const settings = fc.record({
    steps: fc.array(step, { minLength: 5, maxLength: 40 }),
    /** Events between two flushes. */
    pause: fc.integer({ min: 1, max: 4 }),
  });
  let crashes = 0;
  fc.assert(
    fc.property(settings, fc.context(), ({ steps, pause }, context) => {
      const cad = createModelCad();
      const clock = createManualClock();
      let states: Record<string, string>[] = [];
      const { store, persistence } = boot(
        recorded((rows) => states.push(rows)),
        clock,
      );
      let before: readonly Call[] = [];
      const pushes = steps.flatMap(cad.take);
      pushes.forEach((push, index) => {
        apply(store, push);
        clock.advance(1);
        context.log(`${push.type} ${JSON.stringify(push.data)}`);
        if (index % pause !== 0) return;
        states = [];
        persistence.flush();
        const after = store.incidents.openCalls();
        crashes += states.length;
        for (const rows of states) expect(findFault(rows, before, after)).toBeNull();
        before = after;
      });
    }),
    { numRuns: 500 },
  );
  expect(crashes).toBeGreaterThan(1000);
});

test.each<[string, Push[]]>([
  [
    'a 911 call and a dispatch call that turn out to be one',
    [
      { type: 'EVENT_911', data: { call: { callId: 1, description: 'A van' } } },
      { type: 'EVENT_DISPATCH_NEW', data: { dispatch: { callId: 2, title: 'Van' } } },
      {
        type: 'EVENT_DISPATCH_EDIT',
        data: { dispatch: { callId: 2, title: 'Van', metaData: { createdFromId: '1' } } },
      },
    ],
  ],
  [
    'a dispatch call that its units came before',
    [
      { type: 'EVENT_DISPATCH_UNIT_ATTACH', data: { callId: 2, ident: 12 } },
      { type: 'EVENT_911', data: { call: { callId: 1, description: 'A van' } } },
      {
        type: 'EVENT_DISPATCH_NEW',
        data: { dispatch: { callId: 2, title: 'Van', metaData: { createdFromId: '1' } } },
      },
    ],
  ],
])('a crash while they are joined: %s', (_, pushes) => {
  let states: Record<string, string>[] = [];
  const clock = createManualClock();
  const { store, persistence } = boot(
    recorded((rows) => states.push(rows)),
    clock,
  );
  for (const push of pushes.slice(0, -1)) apply(store, push);
  persistence.flush();
  const before = store.incidents.openCalls();
  clock.advance(1);
  states = [];
  for (const push of pushes.slice(-1)) apply(store, push);
  persistence.flush();
  const after = store.incidents.openCalls();
  expect([after.length, states.length > 1]).toEqual([1, true]);
  expect(states.map((rows) => findFault(rows, before, after))).toEqual(states.map(() => null));
});
