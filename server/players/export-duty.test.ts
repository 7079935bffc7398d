import { describe, expect, test } from '@jest/globals';
import { createFakeNeighbours } from '../../test/support/fake-neighbours.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import { createExportDuty } from './export-duty.ts';

function setUp() {
  const neighbours = createFakeNeighbours();
  const console = createTestConsole();
  const duty = createExportDuty(neighbours.resources, console);
  const notices: (number | null)[] = [];
  duty.watch?.((player) => notices.push(player));
  return { neighbours, duty, notices, lines: console.lines };
}

const fail = () => {
  throw new Error('dead reference');
};

describe('on duty by another resource', () => {
  test.each<[string, () => unknown, boolean]>([
    ['true', () => true, true],
    ['false', () => false, false],
    ['1, as natives say', () => 1, true],
    ['0', () => 0, false],
    ['nil, as a Lua table without the player', () => null, false],
    ['nothing', () => undefined, false],
  ])('an answer of %s', (_, predicate, expected) => {
    const { duty, lines } = setUp();
    duty.register('jobs', predicate);
    expect([duty.isOnDuty(1), lines]).toEqual([expected, []]);
  });

  test.each<[string, () => unknown, RegExp]>([
    ['throws', fail, /duty function of jobs failed/],
    ['is async', async () => true, /duty function of jobs answered with a promise/],
    ['is async and fails', async () => fail(), /duty function of jobs answered with a promise/],
    ['answers with a text', () => 'yes', /duty function of jobs answered with a string/],
    ['answers with a list', () => [true], /duty function of jobs answered with a object/],
  ])('a function that %s counts as no and is named once', (_, predicate, line) => {
    const { duty, lines } = setUp();
    duty.register('jobs', predicate);
    expect([duty.isOnDuty(1), duty.isOnDuty(2), duty.isOnDuty(1)]).toEqual([false, false, false]);
    expect(lines).toEqual([expect.stringMatching(line)]);
    const problem = duty.explain(1).replace('not according to jobs, whose', 'duty');
    expect(problem.replace('duty function', 'duty function of jobs')).toMatch(line);
  });

  test('what is no function is not taken', () => {
    const { duty, notices } = setUp();
    expect([duty.register('jobs', 'police'), duty.isOnDuty(1), notices]).toEqual([false, false, []]);
  });

  test('one of several is enough, and one that fails does not stop the others', () => {
    const { duty } = setUp();
    duty.register('broken', fail);
    duty.register('police', (player: number) => player === 1);
    duty.register('fire', (player: number) => player === 2);
    expect([1, 2, 3].map((player) => duty.isOnDuty(player))).toEqual([true, true, false]);
    expect([1, 3].map((player) => duty.explain(player))).toEqual([
      'police says so',
      'not according to broken, whose function failed; police; fire',
    ]);
  });

  test('a resource that registers again replaces its function, and may be named again', () => {
    const { duty, lines } = setUp();
    duty.register('jobs', fail);
    duty.isOnDuty(1);
    duty.register('jobs', () => true);
    expect(duty.isOnDuty(1)).toBe(true);
    duty.register('jobs', fail);
    duty.isOnDuty(1);
    expect(lines).toHaveLength(2);
  });

  test('ends with unregister', () => {
    const { duty, notices } = setUp();
    duty.register('jobs', () => true);
    duty.unregister('jobs');
    duty.unregister('jobs');
    expect([duty.isOnDuty(1), duty.explain(1), notices]).toEqual([
      false,
      'no resource has registered a duty function',
      [null, null],
    ]);
  });

  test('ends when the resource stops, and only that one', () => {
    const { duty, neighbours, notices } = setUp();
    duty.register('jobs', () => true);
    neighbours.stop('other');
    expect([duty.isOnDuty(1), notices]).toEqual([true, [null]]);
    neighbours.stop('jobs');
    expect([duty.isOnDuty(1), notices]).toEqual([false, [null, null]]);
  });
});
