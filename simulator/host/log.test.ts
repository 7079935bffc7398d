import { expect, test } from '@jest/globals';
import { createLog } from './log.ts';

test('keeps about as many items as it may, the newest ones, in the same array', () => {
  const log = createLog<number>(100);
  const { items } = log;
  for (let i = 0; i < 1000; i++) log.add(i);
  expect(items.length).toBeLessThanOrEqual(125);
  expect(items.length).toBeGreaterThanOrEqual(100);
  expect(items.at(-1)).toBe(999);
});

test('tells listeners until they stop', () => {
  const log = createLog<string>(10);
  const heard: string[] = [];
  const stop = log.listen((item) => heard.push(item));
  log.add('a');
  stop();
  log.add('b');
  expect(heard).toEqual(['a']);
});
