import { expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import { createLocalEvents } from './events.ts';
import { createToUnit } from './units.ts';

/** Packing is a copy here, and counted. */
function setUp() {
  const raised: [name: string, ...args: unknown[]][] = [];
  const players = new Map<number, number>();
  const labels = new Map<number | null, string>();
  let packed = 0;
  let places = new Map<string, Call['position']>();
  const located = new WeakMap<Call, Call>();
  const events = createLocalEvents({
    local: { emit: (event, ...args) => void raised.push([event, ...args]), on: () => {}, publish: () => {} },
    toUnit: createToUnit({
      playerOf: (ident) => players.get(ident) ?? null,
      playerAtLogout: () => null,
      labelOf: (status) => labels.get(status) ?? '',
    }),
    unit: (ident) => (ident === 12 ? unit : null),
    locate(call) {
      const position = places.get(call.key) ?? call.position;
      const known = located.get(call);
      if (known?.position === position) return known;
      const copy = { ...call, position };
      located.set(call, copy);
      return copy;
    },
    share(value) {
      packed += 1;
      return structuredClone(value);
    },
  });
  const take = () => raised.splice(0);
  const movePlaces = (next: typeof places) => {
    places = next;
  };
  return { events, take, players, labels, packed: () => packed, movePlaces };
}

const unit = makeUnit({ ident: 12, status: 2 });
const call = makeCall({ key: 'dispatch:501', idents: [12] });

test('a call is packed once for all that is told of it, and as what was before', () => {
  const { events, take, packed } = setUp();
  events.changes([
    { type: 'call.opened', call },
    { type: 'unit.attached', call, ident: 12 },
  ]);
  expect(packed()).toBe(2);
  const next = { ...call, title: 'Fire' };
  events.changes([{ type: 'call.updated', call: next, before: call }]);
  expect(packed()).toBe(3);
  expect(take()).toMatchObject([
    ['sonorancad:callOpened', { key: 'dispatch:501', title: call.title }],
    ['sonorancad:unitAttached', { key: 'dispatch:501' }, { ident: 12 }],
    ['sonorancad:callUpdated', { title: 'Fire' }, { title: call.title }],
  ]);
});

test('a call that is somewhere else now is told with its new place', () => {
  const { events, take, movePlaces } = setUp();
  const place = { x: 1, y: 2, z: null, accuracy: 'postal' } as const;
  events.changes([{ type: 'call.opened', call }]);
  movePlaces(new Map([[call.key, place]]));
  events.changes([{ type: 'call.note', call, note: { time: '', label: '', type: 'text', content: 'Hot' } }]);
  expect(take().map(([, told]) => (told as Call).position)).toEqual([call.position, place]);
});

test('a unit is packed anew when it has another player or its status another name', () => {
  const { events, take, players, labels, packed } = setUp();
  const tell = () => events.changes([{ type: 'unit.panic', unit, isPanic: true }]);
  tell();
  tell();
  expect(packed()).toBe(1);
  players.set(12, 7);
  tell();
  labels.set(2, 'Busy');
  tell();
  expect(packed()).toBe(3);
  expect(take().map(([, told]) => told)).toMatchObject([
    { playerId: null, statusLabel: '' },
    { playerId: null, statusLabel: '' },
    { playerId: 7, statusLabel: '' },
    { playerId: 7, statusLabel: 'Busy' },
  ]);
});

test('a unit that is not known is told of by its number', () => {
  const { events, take } = setUp();
  events.changes([{ type: 'unit.detached', call, ident: 99 }]);
  expect(take()).toMatchObject([
    ['sonorancad:unitDetached', { key: 'dispatch:501' }, { ident: 99, name: '' }],
  ]);
});
