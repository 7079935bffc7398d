import { describe, expect, test } from '@jest/globals';
import { STREET_EVENT } from '../../shared/delivery.ts';
import { createStreets } from './streets.ts';

function setUp() {
  let hear: (player: number, ...args: unknown[]) => void = () => undefined;
  const streets = createStreets(
    {
      on(event, run) {
        if (event === STREET_EVENT) hear = run;
      },
    },
    (player) => player === 1,
  );
  return { streets, say: (player: number, street: unknown) => hear(player, street) };
}

describe('a street that a game tells', () => {
  test('is that of its own player, on one line and not too long', () => {
    const { streets, say } = setUp();
    say(1, 'Sinner St,\n\u0000Mission Row');
    expect(streets.of(1)).toBe('Sinner St, Mission Row');
    say(1, 'x'.repeat(400));
    expect(streets.of(1).length).toBeLessThanOrEqual(120);
  });

  test.each<[string, number, unknown]>([
    ['of somebody who is not asked', 2, 'Alta St'],
    ['that is no text', 1, { toString: 1 }],
    ['that is missing', 1, undefined],
    ['that is far too long', 1, 'x'.repeat(100_000)],
  ])('is passed over: one %s', (_, player, street) => {
    const { streets, say } = setUp();
    say(player, street);
    expect([streets.of(1), streets.of(2)]).toEqual(['', '']);
  });

  test('is forgotten with its player', () => {
    const { streets, say } = setUp();
    say(1, 'Alta St');
    streets.forget(1);
    expect(streets.of(1)).toBe('');
  });
});
