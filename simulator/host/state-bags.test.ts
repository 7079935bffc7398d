import { describe, expect, test } from '@jest/globals';
import { createStateBags } from './state-bags.ts';

const five = new Uint8Array([5]);
const nil = new Uint8Array([0xc0]);

describe('setting', () => {
  test.each([
    ['a value is kept and replicated', 'global', five, true, true],
    ['unless it is not to be', 'global', five, false, false],
    ['removing what is not there is nothing', 'global', nil, true, false],
    ['bags of players come by themselves', 'player:1', five, true, true],
    ['others do not', 'mine', five, true, false],
  ])('%s', (_name, bag, value, replicated, sent) => {
    const bags = createStateBags();
    expect(bags.set(bag, 'k', value, 0, replicated)).toBe(sent);
  });

  test('the same value again is not sent again, removing is', () => {
    const bags = createStateBags();
    bags.set('global', 'k', five, 0, true);
    expect(bags.set('global', 'k', new Uint8Array([5]), 0, true)).toBe(false);
    expect(bags.set('global', 'k', nil, 0, true)).toBe(true);
    expect(bags.keys('global')).toEqual([]);
  });
});

test('listeners hear of a value before it is there', () => {
  const bags = createStateBags();
  const heard: unknown[] = [];
  const cookie = bags.listen((bag, key, value, source, replicated) => {
    heard.push([bag, key, value, source, replicated, bags.get(bag, key)]);
  });
  bags.set('player:1', 'k', five, 7, true);
  bags.unlisten(cookie);
  bags.set('player:1', 'k', nil, 7, true);
  expect(heard).toEqual([['player:1', 'k', five, 7, true, null]]);
});

test('a dropped bag is gone', () => {
  const bags = createStateBags();
  bags.set('player:1', 'k', five, 0, true);
  bags.drop('player:1');
  expect([bags.has('player:1'), bags.get('player:1', 'k')]).toEqual([false, null]);
});
