import { expect, test } from '@jest/globals';
import { makeStore } from '../../test/support/make-store.ts';
import { FIRST_TRIAL_ID } from '../cad/picture.ts';
import { createDecode } from '../push/decode.ts';
import { pushDefinitions } from '../push/registry.ts';
import { sweepTrials } from './sweep-trials.ts';

/** A store that takes events in, and what was sent to it since the last look. */
function setUp() {
  const store = makeStore(() => 0);
  const decode = createDecode(pushDefinitions);
  let sent: [type: string, data: unknown][] = [];
  function receive(type: string, data: unknown): boolean {
    sent.push([type, data]);
    const decoded = decode({ type, data, body: { type, data } });
    if (decoded.ok) for (const event of decoded.value.events) event.apply(store);
    return decoded.ok;
  }
  return {
    store,
    receive,
    takeSent() {
      const taken = sent;
      sent = [];
      return taken;
    },
  };
}

test('what a crash left behind goes, and nothing else', () => {
  const { store, receive, takeSent } = setUp();
  const call = (callId: number) => ({ callId, isEmergency: true, caller: '', location: '', description: '' });
  for (const callId of [7, FIRST_TRIAL_ID + 1]) receive('EVENT_911', { call: call(callId) });
  for (const callId of [8, FIRST_TRIAL_ID + 2]) receive('EVENT_DISPATCH_NEW', { dispatch: { callId } });
  for (const id of [12, FIRST_TRIAL_ID]) receive('EVENT_UNIT_LOGIN', { unit: { id } });
  takeSent();
  sweepTrials(store, receive);
  expect(takeSent()).toEqual([
    ['EVENT_DISPATCH_CLOSED', { callIds: [FIRST_TRIAL_ID + 2] }],
    ['EVENT_REMOVE_911', { callIds: [FIRST_TRIAL_ID + 1] }],
    ['EVENT_UNIT_LOGOUT', { identId: FIRST_TRIAL_ID }],
  ]);
  expect(store.incidents.openCalls().map(({ key }) => key)).toHaveLength(2);
  expect(store.units.all().map(({ ident }) => ident)).toEqual([12]);
});

test('where there is nothing of the kind, nothing is sent', () => {
  const { store, receive, takeSent } = setUp();
  receive('EVENT_UNIT_LOGIN', { unit: { id: 12 } });
  takeSent();
  sweepTrials(store, receive);
  expect(takeSent()).toEqual([]);
});
