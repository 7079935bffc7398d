import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { CallView } from '../shared/call.ts';
import { DELIVERY_EVENT, type Delivery } from '../shared/delivery.ts';
import { makeCallView } from '../test/support/calls.ts';
import { makeClientSettings } from '../test/support/client-settings.ts';
import { createFakeGame, type FakeGame } from '../test/support/fake-game.ts';
import { fc } from '../test/support/properties.ts';
import { makeUnit } from '../test/support/units.ts';
import { start } from './main.ts';

const files = { 'locales/en.json': readFileSync('locales/en.json', 'utf8') };
const settings = makeClientSettings();
const { ident, unitNum, name, department, page } = makeUnit();
const own = { ident, unitNum, name, department, page, status: 2, statusLabel: '', isPanic: false };

const key = fc.constantFrom('911:1', '911:2', '911:3');
const place = fc.option(fc.record({ x: fc.integer({ min: 1, max: 5000 }), y: fc.constant(7) }));
const call = fc
  .record({ key, place, isMine: fc.boolean(), priority: fc.constantFrom(1, 2, null), isExact: fc.boolean() })
  .map(
    ({ key, place, isMine, priority, isExact }): CallView =>
      makeCallView({
        key,
        priority,
        idents: isMine ? [own.ident] : [],
        units: isMine ? [own] : [],
        position: place && { ...place, z: null, accuracy: isExact ? 'exact' : 'postal' },
      }),
  );
const delivery: fc.Arbitrary<Delivery> = fc.oneof(
  fc.record({ calls: fc.array(call, { maxLength: 3 }) }),
  fc.record({ gone: fc.array(key, { maxLength: 2 }) }),
  fc.constant<Delivery>({ reset: true, isOnDuty: false }),
  fc.record({ unit: fc.constantFrom(null, own, { ...own, status: 4 }) }),
  key.map((key): Delivery => ({ announce: [{ kind: 'attached', key }] })),
  key.map((key): Delivery => ({ announce: [{ kind: 'note', key, label: '', content: 'x' }] })),
  fc.record({ panics: fc.constant([{ ident: 5, unit: 'U-5', position: { x: 1, y: 2, z: 3 } }]) }),
  fc.constant<Delivery>({ panicsGone: [5] }),
);
const step = fc.oneof(
  delivery.map((delivery) => (game: FakeGame) => game.receive(DELIVERY_EVENT, delivery)),
  fc
    .constantFrom('list', 'respond', 'route', 'next', 'previous', 'dismiss', 'down', 'select', 'back', 'mute')
    .map((action) => (game: FakeGame) => game.run(`sonorancad_${action}`)),
  fc.integer({ min: 1, max: 20_000 }).map((ms) => (game: FakeGame) => game.clock.advance(ms)),
  fc
    .integer({ min: 1, max: 5000 })
    .map((x) => (game: FakeGame) => void Object.assign(game.player, { x, y: 7 })),
  fc.constant((game: FakeGame) => game.ask('ready')),
);

/** The picture as other resources see it, which is the one that everything has to follow from. */
const knownCalls = (game: FakeGame) => game.exported.get('getCalls')?.() as CallView[];

function lastOf(game: FakeGame, type: 'cards' | 'list') {
  return [...game.messages].reverse().find((message) => message.type === type);
}

function checkScreen(game: FakeGame): void {
  const calls = knownCalls(game);
  const placed = calls.filter(({ position }) => position !== null);
  const points = [...game.map.values()].filter(({ radius }) => radius === null);
  const panics = points.filter(({ look }) => look?.name === 'PANIC U-5').length;
  expect(points.length - panics).toBe(placed.length);
  const estimates = placed.filter(({ position }) => position?.accuracy !== 'exact');
  expect(game.map.size - points.length).toBe(estimates.length);
  const routed = [...game.map.values()].filter(({ route }) => route !== null);
  expect(routed.length).toBeLessThanOrEqual(1);
  expect(routed.every(({ radius }) => radius === null)).toBe(true);

  const cards = lastOf(game, 'cards');
  for (const card of cards?.type === 'cards' ? cards.cards : []) {
    if (card.kind !== 'call' || card.state !== 'open') continue;
    expect(calls).toContainEqual(card.call);
  }
  const list = lastOf(game, 'list');
  if (list?.type !== 'list' || !list.list) return;
  const keys = calls.map(({ key }) => key);
  expect(list.list.rows.every(({ key }) => keys.includes(key))).toBe(true);
}

test('map, routes, cards and list follow from what is known after anything, and nothing is left after the stop', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const game = createFakeGame(files);
      start(game);
      const on: Delivery = { reset: true, now: game.clock.now(), settings, isOnDuty: true, unit: own };
      game.receive(DELIVERY_EVENT, on);
      for (const run of steps) {
        run(game);
        checkScreen(game);
      }
      game.stop();
      expect([game.map.size, game.clock.pending(), game.player.hasCursor]).toEqual([0, 0, false]);
    }),
    { numRuns: 300 },
  );
});
