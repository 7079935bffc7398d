import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import type { Change } from '../cad/changes.ts';
import { createCallerFeedback } from './caller-feedback.ts';

function setUp(options: { isEnabled?: boolean; caller?: number | null; calls?: readonly Call[] } = {}) {
  const { isEnabled = true, caller = 7, calls = [] } = options;
  const told: string[] = [];
  const feedback = createCallerFeedback({
    isEnabled: () => isEnabled,
    callerOf: () => caller,
    unit: (ident) => (ident === 12 ? makeUnit() : null),
    callsOf: () => calls,
    onSceneStatus: () => 4,
    tell: (player, { what, unit }) => told.push(`${player} ${what} ${unit}`.trim()),
  });
  return { told, feedback };
}

const attached = (call: Call, ident = 12): Change => ({ type: 'unit.attached', call, ident });
const status = (index: number): Change => ({
  type: 'unit.status',
  unit: makeUnit({ status: index }),
  before: makeUnit({ status: 3 }),
});
const closed = (before: Call, reason: 'closed' | 'removed' | 'expired' | 'merged'): Change => ({
  type: 'call.closed',
  call: { ...before, stage: 'closed' },
  before,
  reason,
});

describe('the caller hears', () => {
  const call = makeCall({ idents: [12] });
  test.each<[string, readonly Change[], readonly string[]]>([
    ['who responds', [attached(call)], ['7 responding 2-ADAM-14']],
    ['of a unit that is not known, too', [attached(call, 99)], ['7 responding']],
    ['who is there', [status(4)], ['7 on-scene 2-ADAM-14']],
    ['nothing of other statuses', [status(2)], []],
    ['that the call was closed', [closed(call, 'closed')], ['7 closed']],
    ['that the call was removed', [closed(call, 'removed')], ['7 closed']],
    ['nothing when it merely expired', [closed(call, 'expired')], []],
    ['nothing when it goes on as another one', [closed(call, 'merged')], []],
    [
      'everything once',
      [attached(call), attached(call), status(4), status(4)],
      ['7 responding 2-ADAM-14', '7 on-scene 2-ADAM-14'],
    ],
  ])('%s', (_, changes, expected) => {
    const { told, feedback } = setUp({ calls: [call] });
    feedback.follow(changes);
    expect(told).toEqual(expected);
  });

  test.each<[string, Parameters<typeof setUp>[0], Partial<Call>]>([
    ['when the owner does not want it', { isEnabled: false }, {}],
    ['when the caller is not here', { caller: null }, {}],
    ['of a silent alarm', {}, { metaData: { silentAlert: 'True' } }],
  ])('nothing %s', (_, options, overrides) => {
    const { told, feedback } = setUp(options);
    feedback.follow([attached(makeCall(overrides))]);
    expect(told).toEqual([]);
  });

  test('of a number that is used again everything anew', () => {
    const { told, feedback } = setUp();
    feedback.follow([attached(call), closed(call, 'closed'), attached(call)]);
    expect(told).toEqual(['7 responding 2-ADAM-14', '7 closed', '7 responding 2-ADAM-14']);
  });
});
