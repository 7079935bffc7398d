import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../shared/delivery.ts';
import { makeClientSettings } from '../test/support/client-settings.ts';
import { createPicture } from './picture.ts';
import { createStreets } from './streets.ts';

const UNIT = {
  ...{ ident: 12, unitNum: '2-ADAM-14', name: '', department: '', page: 0 },
  ...{ status: 2, statusLabel: 'AVAILABLE', isPanic: false },
};

function setUp(delivery: Delivery = {}) {
  const picture = createPicture({ now: () => 0 });
  const sent: unknown[] = [];
  let street = 'Alta St';
  const streets = createStreets({
    picture,
    self: { position: () => ({ x: 0, y: 0, z: 0 }) },
    atlas: { nameOf: () => street },
    server: { emit: (_, said) => void sent.push(said) },
  });
  picture.apply({
    ...{ settings: makeClientSettings({ streetMs: 7000 }), isOnDuty: true, unit: UNIT },
    ...delivery,
  });
  return {
    streets,
    sent,
    picture,
    moveTo: (name: string) => {
      street = name;
    },
  };
}

describe('the street', () => {
  test('is told when it is another one, as often as is asked for', () => {
    const { streets, sent, moveTo } = setUp();
    expect(streets.wants()).toBe(7000);
    streets.beat(6999);
    expect(sent).toEqual([]);
    for (let beat = 0; beat < 3; beat += 1) streets.beat(7000);
    moveTo('Sinner St');
    streets.beat(7000);
    expect(sent).toEqual(['Alta St', 'Sinner St']);
  });

  test('is told again to whoever comes back on duty', () => {
    const { streets, sent, picture } = setUp();
    streets.beat(7000);
    picture.apply({ isOnDuty: false });
    expect(streets.wants()).toBeNull();
    picture.apply({ isOnDuty: true, unit: UNIT });
    streets.beat(7000);
    expect(sent).toEqual(['Alta St', 'Alta St']);
  });

  test.each<[string, Delivery]>([
    ['nobody asks for it', { settings: makeClientSettings() }],
    ['the player is off duty', { isOnDuty: false }],
    ['the player is no unit', { unit: null }],
  ])('is not told when %s', (_, delivery) => {
    const { streets, sent } = setUp(delivery);
    streets.beat(60_000);
    expect([streets.wants(), sent]).toEqual([null, []]);
  });
});
