import { expect, test } from '@jest/globals';
import { makeCall } from '../../test/support/calls.ts';
import { describeChange } from './describe-change.ts';

const call = makeCall();

test.each([
  [
    'opened',
    describeChange({ type: 'call.opened', call }, 1),
    '911 call #302 from Nora Fields at Sinner St / Atlee St: 1 player told.',
  ],
  [
    'opened without words',
    describeChange(
      { type: 'call.opened', call: makeCall({ caller: '', address: '', isEmergency: false }) },
      0,
    ),
    'Civil call #302 from unknown at an unknown place: 0 players told.',
  ],
  [
    'updated',
    describeChange({ type: 'call.updated', call, before: call }, 2),
    '911 call #302 was updated: 2 players told.',
  ],
  [
    'expired',
    describeChange({ type: 'call.closed', call, before: call, reason: 'expired' }, 2),
    '911 call #302 expired: 2 players told.',
  ],
  [
    'hostile',
    describeChange({ type: 'call.opened', call: makeCall({ caller: `^1Red\n${'x'.repeat(200)}` }) }, 1),
    `911 call #302 from 1Red ${'x'.repeat(74)}… at Sinner St / Atlee St: 1 player told.`,
  ],
])('%s', (_, line, expected) => {
  expect(line).toBe(expected);
});
