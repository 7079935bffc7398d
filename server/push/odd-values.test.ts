// Every value of every recorded event in turn is something else: it is read or refused in our own words, never a defect.

import { describe, expect, test } from '@jest/globals';
import { fixture, fixtureNames } from '../../test/support/fixtures.ts';
import { readPush } from '../../test/support/push-rig.ts';
import { isObject } from './envelope.ts';

/** JSON may name its members like the methods that make a text or a number of an object. */
const ODD: readonly unknown[] = [
  JSON.parse('{ "toString": "x", "valueOf": null, "constructor": 1, "length": 3 }'),
  [{ toString: 1 }],
  [[]],
  'x',
  -1.5,
  true,
  null,
];

/** Every copy of `value` in which one part, at whatever depth, is `odd`. */
function* spoiltBy(odd: unknown, value: unknown): Generator<unknown> {
  yield odd;
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      for (const spoilt of spoiltBy(odd, item)) yield value.with(at, spoilt);
    }
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      for (const spoilt of spoiltBy(odd, member)) yield { ...value, [name]: spoilt };
    }
  }
}

const known = fixtureNames.filter((name) => !/^9[5-9]/.test(name));

describe('one odd value in', () => {
  test.each(known)('%s', (name) => {
    const { type = '', data } = fixture(name);
    const refusals = ODD.flatMap((odd) => [...spoiltBy(odd, data)])
      .map((spoilt) => readPush(type.toUpperCase(), spoilt))
      .filter((read) => isObject(read) && read.kind === 'payload');
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ expected: expect.stringMatching(/^expected /) });
    }
  });
});

test.each<[string, object, object]>([
  ['a note', { callId: 1, note: { content: 'a', label: { a: 1 }, time: ['x'] } }, { label: '', time: '' }],
  ['a note that is a number', { callId: 1, note: 5 }, { content: '5' }],
])('what is no text in %s is left out', (_, data, note) => {
  expect(readPush('EVENT_DISPATCH_NOTE', data)).toMatchObject({ note });
});
