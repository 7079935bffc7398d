import { expect, test } from '@jest/globals';
import { callNumber } from './call.ts';
import { lookUp } from './look-up.ts';

test.each([
  ['of dispatch first', { dispatchId: 501, emergencyId: 302 }, 501],
  ['of the 911 call', { dispatchId: null, emergencyId: 302 }, 302],
  ['zero', { dispatchId: 0, emergencyId: 302 }, 0],
  ['none', { dispatchId: null, emergencyId: null }, null],
  ['a placeholder, which is none', { dispatchId: -1, emergencyId: 302 }, null],
])('the number of a call: %s', (_, call, expected) => {
  expect(callNumber(call)).toBe(expected);
});

test.each([
  ['a', 1],
  ['b', undefined],
  ['toString', undefined],
  ['__proto__', undefined],
])('what a record has under %j', (name, expected) => {
  expect(lookUp({ a: 1 }, name)).toBe(expected);
});
