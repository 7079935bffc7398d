import { describe, expect, test } from '@jest/globals';
import type { ScriptRuntime } from '../runtime/types.ts';
import { createStack } from './stack.ts';

const runtime = (resource: string) => ({ resource }) as ScriptRuntime;
const [a, b] = [runtime('a'), runtime('b')];
const FRAMES = [
  { name: 'f', file: '@cad/a.js', line: 3 },
  { name: '<unknown>', file: '@cad/b.js', line: 9 },
];

test('knows who runs and who called', () => {
  const stack = createStack('server');
  const who = () => [stack.running(), stack.invoking()];
  expect(who()).toEqual([null, null]);
  stack.enter(a, () => {
    expect(who()).toEqual(['a', null]);
    stack.enter(b, () => expect(who()).toEqual(['b', 'a']));
    stack.asCaller(a, () => expect(who()).toEqual(['a', null]));
    stack.asCaller(b, () => expect(who()).toEqual(['b', 'a']));
  });
  expect(who()).toEqual([null, null]);
});

test('unwinds when a script throws', () => {
  const stack = createStack('server');
  const fail = () => {
    throw new Error('x');
  };
  expect(() => stack.enter(a, fail)).toThrow('x');
  expect(stack.running()).toBeNull();
});

test('colours frames', () => {
  expect(createStack('server').format(FRAMES)).toBe(
    '^3> f^7 (^5@cad/a.js^7:3)\n^3> <unknown>^7 (^5@cad/b.js^7:9)\n',
  );
});

describe('a second error', () => {
  const errors = (side: 'server' | 'client', depth: number) => {
    const stack = createStack(side);
    const twice = () => [stack.format([]), stack.format([])];
    const run = (left: number): (string | null)[] =>
      left === 0 ? twice() : stack.enter(a, () => run(left - 1));
    const first = run(depth);
    return [...first, stack.format([])];
  };

  test.each([
    ['server', 0, ['', '', '']],
    ['server', 1, ['', '', '']],
    ['server', 2, ['', null, '']],
    ['client', 0, ['', '', '']],
    ['client', 1, ['', null, '']],
  ] as const)('on a %s, %i calls deep', (side, depth, printed) => {
    expect(errors(side, depth)).toEqual(printed);
  });
});
