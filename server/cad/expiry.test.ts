import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import type { Change } from './changes.ts';
import { createExpiry } from './expiry.ts';
import { createStore } from './store.ts';

test('calls expire in their turn, with one timer and none when none is open', () => {
  const clock = createManualClock();
  const store = createStore(clock.now, () => ({
    maxOpenCalls: 9,
    emergencyExpiresMs: 1000,
    rememberRemovedMs: 0,
  }));
  const expired: [number, string][] = [];
  const start = clock.now();
  const schedule = createExpiry(store, clock, (changes: Change[]) => {
    for (const { call } of changes) expired.push([clock.now() - start, call.key]);
  });
  const put = (callId: number) => {
    store.putEmergency({
      callId,
      isEmergency: true,
      caller: '',
      location: '',
      description: '',
      metaData: {},
      updated: null,
    });
    schedule();
  };

  schedule();
  expect(clock.pending()).toBe(0);
  put(1);
  clock.advance(400);
  put(2);
  expect(clock.pending()).toBe(1);
  clock.advance(2000);
  expect(expired).toEqual([
    [1000, '911:1'],
    [1400, '911:2'],
  ]);
  expect(clock.pending()).toBe(0);
});
