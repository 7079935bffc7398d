import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../test/support/manual-clock.ts';
import { createStore } from './cad/store.ts';
import { createIntake } from './intake.ts';
import { createDecode } from './push/decode.ts';
import { pushDefinitions } from './push/registry.ts';

/** An intake that notes what follows an event; the steps named in `failing` throw. */
function setUp(failing: readonly string[] = []) {
  const steps: string[] = [];
  const accepted: [string, number][] = [];
  const step = (name: string) => {
    steps.push(name);
    if (failing.includes(name)) throw new Error(name);
  };
  const store = createStore(createManualClock().now, () => ({
    maxOpenCalls: 9,
    maxUnits: 9,
    emergencyExpiresMs: 1e6,
    dispatchExpiresMs: 1e6,
    rememberClosedMs: 1e6,
    parkedMs: 1e6,
  }));
  const accept = createIntake({
    decode: createDecode(pushDefinitions),
    store,
    isFollowed: (type) => type === 'EVENT_FOLLOWED',
    onAccepted: (type, events) => accepted.push([type, events]),
    deliver: (changes) => step(`deliver ${changes.length}`),
    forward: () => step('forward'),
    raise: () => step('raise'),
    raiseUnknown: (_, isAccepted) => step(`raiseUnknown ${isAccepted}`),
  });
  const take = (type: string, data: unknown) =>
    accept({
      envelope: { type, data, body: { type, data } },
      bytes: new ArrayBuffer(0),
      header: () => undefined,
      from: '203.0.113.1',
    });
  return { steps, accepted, store, take };
}

const call = { call: { callId: 1 } };

describe('an event', () => {
  test.each<[string, string, unknown, string | null, string[], [string, number][]]>([
    ['that is known', 'EVENT_911', call, null, ['deliver 1', 'forward', 'raise'], [['EVENT_911', 1]]],
    [
      'in several parts',
      'EVENT_911',
      [call, call],
      null,
      ['deliver 1', 'deliver 0', 'forward', 'raise'],
      [['EVENT_911', 2]],
    ],
    ['that cannot be read', 'EVENT_911', {}, 'payload', ['forward'], []],
    ['of a type nobody knows', 'EVENT_X', {}, 'type', ['forward', 'raiseUnknown false'], []],
    [
      'that somebody follows',
      'EVENT_FOLLOWED',
      {},
      null,
      ['forward', 'raiseUnknown true'],
      [['EVENT_FOLLOWED', 1]],
    ],
  ])('%s', (_, type, data, reason, expected, counted) => {
    const { steps, accepted, take } = setUp();
    const { refusal, after } = take(type, data);
    expect([refusal?.reason ?? null, steps]).toEqual([reason, []]);
    after();
    expect([steps, accepted]).toEqual([expected, counted]);
  });

  test('is in the store before anybody is told', () => {
    const { store, take } = setUp();
    take('EVENT_911', call);
    expect(store.incidents.openCalls()).toHaveLength(1);
  });

  test('whose delivery fails is forwarded and raised all the same, and the failure is not lost', () => {
    const { steps, take } = setUp(['deliver 1', 'forward']);
    expect(take('EVENT_911', call).after).toThrow('deliver 1');
    expect(steps).toEqual(['deliver 1', 'forward', 'raise']);
  });
});
