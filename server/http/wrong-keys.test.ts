import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createWrongKeys } from './wrong-keys.ts';

function setUp() {
  const clock = createManualClock();
  const count = createWrongKeys(clock);
  /** How many of so many wrong keys are one too many. */
  const send = (address: string, times: number) =>
    Array.from({ length: times }, () => count(address)).filter(Boolean).length;
  return { clock, send };
}

describe('wrong keys', () => {
  test('of one address are too many after twenty', () => {
    const { send } = setUp();
    expect([send('a', 20), send('a', 5), send('b', 20)]).toEqual([0, 5, 0]);
  });

  test('are forgotten after a minute', () => {
    const { clock, send } = setUp();
    send('a', 25);
    clock.advance(59_999);
    expect(send('a', 1)).toBe(1);
    clock.advance(1);
    expect(send('a', 20)).toBe(0);
  });

  test('of more addresses than are counted are counted together', () => {
    const { send } = setUp();
    for (let i = 0; i < 1000; i += 1) send(`known ${i}`, 1);
    for (let i = 0; i < 20; i += 1) expect(send(`new ${i}`, 1)).toBe(0);
    expect([send('newest', 1), send('known 5', 19), send('known 5', 1)]).toEqual([1, 0, 1]);
  });
});
