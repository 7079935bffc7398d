import { expect, test } from '@jest/globals';
import { fail } from './failure.ts';
import { collectUnits, type UnitPage } from './unit-pages.ts';

/** Answers from a list of idents as it is at each page. */
function ask(lists: readonly (readonly number[])[]) {
  const offsets: number[] = [];
  return {
    offsets,
    page: async (offset: number): Promise<{ ok: true; value: UnitPage }> => {
      const list = lists[offsets.length] ?? [];
      offsets.push(offset);
      const units = list.slice(offset, offset + 100).map((ident) => ({ ident }));
      return { ok: true, value: { units, rows: units.length, skipped: 0 } };
    },
  };
}

const idents = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test.each([
  ['none', [idents(0, 0)], 0, [0], true],
  ['one page', [idents(0, 99)], 99, [0], true],
  ['exactly a page', [idents(0, 100), idents(0, 100)], 100, [0, 90], true],
  ['three pages', [idents(0, 250), idents(0, 250), idents(0, 250)], 250, [0, 90, 180], true],
  ['some leave between pages', [idents(0, 150), idents(9, 150)], 150, [0, 90], true],
  ['too many leave between pages', [idents(0, 150), idents(10, 150)], 150, [0, 90], false],
])('%s', async (_, lists, count, offsets, isComplete) => {
  const asked = ask(lists);
  const result = await collectUnits(asked.page);
  expect(result).toMatchObject({ ok: true, value: { isComplete } });
  expect(result.ok && result.value.units.length).toBe(count);
  expect(asked.offsets).toEqual(offsets);
});

test('a unit that cannot be read leaves the picture incomplete', async () => {
  const result = await collectUnits(async () => ({ ok: true, value: { units: [], rows: 1, skipped: 1 } }));
  expect(result).toMatchObject({ ok: true, value: { isComplete: false } });
});

test('a CAD that never runs out of units is not asked for ever', async () => {
  let pages = 0;
  const result = await collectUnits(async () => {
    pages += 1;
    return { ok: true, value: { units: [{ ident: 1 }], rows: 100, skipped: 0 } };
  });
  expect([pages, result.ok && result.value.isComplete]).toEqual([20, false]);
});

test('a page that fails fails the whole', async () => {
  const failure = fail('timeout', 'Too late.');
  expect(await collectUnits(async () => failure)).toBe(failure);
});
