import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import type { Change } from './changes.ts';
import { createExpiry } from './expiry.ts';
import { createIncidents } from './incidents.ts';

test('calls expire in their turn, with one timer and none when none is open', () => {
  const clock = createManualClock();
  const incidents = createIncidents(clock.now, () => ({
    maxOpenCalls: 9,
    emergencyExpiresMs: 1000,
    dispatchExpiresMs: 1000,
    rememberClosedMs: 0,
    parkedMs: 0,
  }));
  const expired: [number, string][] = [];
  const start = clock.now();
  const schedule = createExpiry(incidents, clock, (changes: Change[]) => {
    for (const change of changes) {
      if (change.type === 'call.closed') expired.push([clock.now() - start, change.call.key]);
    }
  });
  const put = (callId: number) => {
    incidents.putEmergency({
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
