import { describe, expect, test } from '@jest/globals';
import { createOtherSoftware } from './other-software.ts';

function setUp() {
  const told: string[] = [];
  const others = createOtherSoftware({
    events: {
      push: (type) => told.push(`push ${type}`),
      changes: () => undefined,
      dutyChanged: () => undefined,
    },
    subscriptions: {
      add: () => null,
      remove: () => false,
      isKnown: () => false,
      call: (type) => void told.push(`subscribers ${type}`),
    },
    official: {
      push: () => undefined,
      changes: () => undefined,
      unknown: (type: string) => void told.push(`official ${type}`),
    } as never,
  });
  const envelope = { type: 'EVENT_NEW', data: { a: 1 }, body: { type: 'EVENT_NEW', data: { a: 1 } } };
  return { told, others, envelope };
}

describe('an event of a type that is not known', () => {
  test('is raised when somebody follows it', () => {
    const { told, others, envelope } = setUp();
    others.raiseUnknown(envelope, true);
    expect(told).toEqual(['push EVENT_NEW', 'subscribers EVENT_NEW', 'official EVENT_NEW']);
  });

  test('that was refused is told under the official name alone, which is for that', () => {
    const { told, others, envelope } = setUp();
    others.raiseUnknown(envelope, false);
    expect(told).toEqual(['official EVENT_NEW']);
  });
});
