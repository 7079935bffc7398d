import { expect, test } from '@jest/globals';
import { createSubscriptions } from './subscriptions.ts';

const nothing = () => undefined;

function setUp() {
  const subscriptions = createSubscriptions(
    { onStop: nothing, caller: () => 'shop' } as never,
    { info: nothing, warn: nothing, error: nothing } as never,
  );
  const got: unknown[] = [];
  return { ...subscriptions, got, note: (...args: unknown[]) => void got.push(args) };
}

test.each([
  ['EVENT_UNIT_ATTACH', 'EVENT_DISPATCH_UNIT_ATTACH'],
  [' event_toggle_bodycam ', 'EVENT_DISPATCH_TOGGLE_BODYCAM'],
  ['EVENT_911', 'EVENT_911'],
  ['my_type', 'MY_TYPE'],
])('who follows %j is told of %s', (wanted, type) => {
  const { add, call, got, note } = setUp();
  expect(add(wanted, note, 'data')).not.toBeNull();
  call(type, { a: 1 }, nothing);
  call('EVENT_TONE', {}, nothing);
  expect(got).toEqual([[{ a: 1 }, type]]);
});
