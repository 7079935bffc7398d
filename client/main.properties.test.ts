import { describe, expect, test } from '@jest/globals';
import type { Call } from '../shared/call.ts';
import type { Delivery } from '../shared/delivery.ts';
import { makeCallView } from '../test/support/calls.ts';
import { settings, setUp } from '../test/support/client-rig.ts';
import { fc } from '../test/support/properties.ts';

describe('after any deliveries', () => {
  const key = fc.constantFrom('911:1', '911:2', '911:3', '911:4');
  const place = fc.record({ x: fc.integer({ min: 1, max: 9 }), y: fc.integer({ min: 1, max: 9 }) });
  const call = fc
    .record({ key, place: fc.option(place), address: fc.constantFrom('A', 'B') })
    .map(({ key, place, address }) =>
      makeCallView({ key, address, position: place && { ...place, z: null, accuracy: 'exact' } }),
    );
  const delivery = fc.oneof(
    fc.record({ calls: fc.array(call, { maxLength: 3 }) }),
    fc.record({ gone: fc.array(key, { maxLength: 2 }) }),
    fc.constant({ reset: true as const }),
  );

  /** The places of the calls that a client which did everything right would know. */
  function placesAfter(deliveries: readonly Delivery[]): string[] {
    const known = new Map<string, Call['position']>();
    for (const { reset, calls = [], gone = [] } of deliveries) {
      if (reset) known.clear();
      for (const { key, position } of calls) known.set(key, position);
      for (const key of gone) known.delete(key);
    }
    return [...known.values()]
      .flatMap((position) => (position ? [`${position.x},${position.y}`] : []))
      .sort();
  }

  test('the map shows exactly the calls that have a place, and nothing after the stop', () => {
    fc.assert(
      fc.property(fc.array(delivery, { maxLength: 20 }), (deliveries) => {
        const { game, receive } = setUp();
        receive({ reset: true, settings, calls: [] });
        deliveries.forEach(receive);
        const shown = [...game.map.values()].map(({ position: [x, y] }) => `${x},${y}`);
        expect(shown.sort()).toEqual(placesAfter(deliveries));
        game.stop();
        expect(game.map.size).toBe(0);
      }),
    );
  });
});
