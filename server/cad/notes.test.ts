import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { addNotes } from './notes.ts';

const note = (time: string, content: string, label = 'A') => ({ time, label, type: 'text', content });
const contents = (notes: readonly { content: string }[]) => notes.map(({ content }) => content);

describe('addNotes', () => {
  test.each([
    ['in order', ['16:00:00', '16:01:00', '16:02:00']],
    ['out of order', ['16:02:00', '16:00:00', '16:01:00']],
    ['in ISO form', ['2026-11-23T16:02:00Z', '2026-11-23T16:00:00Z', '2026-11-23T16:01:00Z']],
    ['over midnight', ['23:58:00', '00:03:00', '23:59:30']],
  ])('%s', (_, times) => {
    const sorted = [...times].sort((a, b) => order(a) - order(b));
    const { log } = addNotes(
      [],
      times.map((time) => note(time, time)),
    );
    expect(contents(log)).toEqual(sorted);
  });

  test('notes without a time stay behind what was there', () => {
    const { log } = addNotes([note('16:00:00', 'a')], [note('', 'b'), note('', 'c'), note('15:00:00', 'd')]);
    expect(contents(log)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('the same note counts once; the same words by another hand are another note', () => {
    const { log, added } = addNotes(
      [note('16:00:00', 'a')],
      [note('16:00:00', 'a'), note('16:00:00', 'a', 'B'), note('', ''), note('16:00:00', 'b')],
    );
    expect([log.length, added.length]).toEqual([3, 2]);
  });

  test('a log that gains nothing is the same log', () => {
    const log = [note('16:00:00', 'a')];
    expect(addNotes(log, [note('16:00:00', 'a')]).log).toBe(log);
  });

  test('a log is bounded, the oldest notes go', () => {
    const { log } = addNotes(
      [],
      Array.from({ length: 150 }, (_, i) => note('', String(i))),
    );
    expect([log.length, log[0]?.content]).toEqual([100, '50']);
  });

  test('any order of notes of one afternoon gives the same log', () => {
    const notes = Array.from({ length: 6 }, (_, i) => note(`16:0${i}:00`, String(i)));
    fc.assert(
      fc.property(fc.shuffledSubarray([...notes, ...notes], { minLength: 12 }), (shuffled) => {
        const log = shuffled.reduce<readonly ReturnType<typeof note>[]>(
          (so, one) => addNotes(so, [one]).log,
          [],
        );
        expect(contents(log)).toEqual(['0', '1', '2', '3', '4', '5']);
      }),
    );
  });
});

/** Minutes since noon, so that midnight is in the middle. */
function order(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = (/(\d+):(\d+):(\d+)/.exec(time) ?? []).slice(1).map(Number);
  return ((hours + 12) % 24) * 3600 + minutes * 60 + seconds;
}
