import { expect, test } from '@jest/globals';
import { once } from './once.ts';

test('it is made when it is first asked for, and never again', () => {
  let made = 0;
  const thing = once(() => {
    made += 1;
    return undefined;
  });
  expect(made).toBe(0);
  expect([thing(), thing()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});
