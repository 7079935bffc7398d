import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createStore } from '../cad/store.ts';
import type { CadAnswer } from './cad-port.ts';
import { createFinishAnswers } from './finish-answers.ts';

const DOWN = { ok: false, code: 'unreachable', reason: 'Sonoran CAD cannot be reached.' } as const;

function setUp(answer: CadAnswer<null> = { ok: true, value: null }) {
  const store = createStore(createManualClock().now, () => ({
    ...{ maxOpenCalls: 50, maxUnits: 50, parkedMs: 1e6 },
    ...{ emergencyExpiresMs: 1e6, dispatchExpiresMs: 1e6, rememberClosedMs: 1e6 },
  }));
  const asked: number[] = [];
  const finish = createFinishAnswers({
    store,
    cad: {
      async deleteEmergencyCall(callId) {
        asked.push(callId);
        return answer;
      },
    },
    publish: () => undefined,
  });
  const { incidents } = store;
  const emergency = (callId: number) =>
    incidents.putEmergency({
      ...{ callId, isEmergency: true, caller: '', location: '', description: '' },
      ...{ metaData: {}, updated: null },
    });
  const dispatch = (callId: number, metaData: Record<string, string>) =>
    incidents.putDispatch({ callId, idents: [], notes: [], updated: null, metaData }, 'new');
  return { incidents, asked, finish, emergency, dispatch };
}

describe('an answer that was cut short', () => {
  test('is finished: its 911 call is taken away, once', async () => {
    const { asked, finish, emergency, dispatch, incidents } = setUp();
    emergency(302);
    dispatch(501, { createdFromId: '302' });
    await finish();
    await finish();
    expect(asked).toEqual([302]);
    expect(incidents.findCall('911:302')).toMatchObject({ stage: 'dispatch', dispatchId: 501 });
  });

  test('is tried once when the CAD does not do it', async () => {
    const { asked, finish, emergency, dispatch } = setUp(DOWN);
    emergency(302);
    dispatch(501, { createdFromId: '302' });
    for (let run = 0; run < 3; run += 1) await finish();
    expect(asked).toEqual([302]);
  });

  test.each([
    ['a 911 call that nobody has answered', null, {}],
    ['a call that a dispatcher has made of it, which is the business of the CAD', 501, { origin911: '302' }],
    ['a dispatch call of its own', 501, {}],
  ])('is not %s', async (_, dispatchId, metaData) => {
    const { asked, finish, emergency, dispatch } = setUp();
    emergency(302);
    if (dispatchId !== null) dispatch(dispatchId, metaData);
    await finish();
    expect(asked).toEqual([]);
  });

  test('is none when the 911 call is gone', async () => {
    const { asked, finish, emergency, dispatch, incidents } = setUp();
    emergency(302);
    dispatch(501, { createdFromId: '302' });
    incidents.removeEmergencies([302]);
    await finish();
    expect(asked).toEqual([]);
  });
});
