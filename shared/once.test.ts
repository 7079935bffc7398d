import { expect, test } from '@jest/globals';
import { once, oncePer } from './once.ts';

test('it is made when it is first asked for, and never again', () => {
  let made = 0;
  const thing = once(() => {
    made += 1;
    return undefined;
  });
  expect(made).toBe(0);
  expect([thing(), thing()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});

test('for each object once, also when nothing comes of it', () => {
  let made = 0;
  const named = oncePer(({ name }: { name?: string }) => {
    made += 1;
    return name;
  });
  const [one, other, nameless] = [{ name: 'a' }, { name: 'a' }, {}];
  expect([one, other, one, nameless, nameless].map(named)).toEqual(['a', 'a', 'a', undefined, undefined]);
  expect(made).toBe(3);
});
