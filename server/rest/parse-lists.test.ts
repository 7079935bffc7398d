import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { settle } from '../../test/support/settle.ts';
import { createInSlices } from './in-slices.ts';
import { createListParser } from './parse-lists.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const unit = (id: number, status = 0) => JSON.stringify({ id, status });

function setUp() {
  const parse = createListParser(createInSlices(createManualClock()));
  return async (text: string) => (await parse(encode(text))) as { id: number }[];
}

test.each([
  ['the same list', [1, 2, 3]],
  ['another order', [3, 1, 2]],
  ['one is missing', [1, 3]],
  ['one is new', [1, 4, 2, 3]],
  ['one is there twice', [1, 1, 2, 3, 3]],
])('objects that were listed before are the same ones: %s', async (_, ids) => {
  const parse = setUp();
  const before = new Map(
    (await parse(`[${[1, 2, 3].map((id) => unit(id))}]`)).map((item) => [item.id, item]),
  );
  for (const spaced of [',', ' ,\n  ']) {
    const again = await parse(`[${ids.map((id) => unit(id)).join(spaced)}]`);
    expect(again.map(({ id }) => id)).toEqual(ids);
    for (const item of again) expect(item === (before.get(item.id) ?? item)).toBe(true);
  }
});

test('an object that says something else is another one, whatever it begins with', async () => {
  const parse = setUp();
  await parse(`[${unit(1)},${unit(2)}]`);
  expect(await parse(`[${unit(1)},${unit(2, 5)}]`)).toEqual([
    { id: 1, status: 0 },
    { id: 2, status: 5 },
  ]);
  await expect(parse(`[${unit(1)}1,${unit(2)}]`)).rejects.toThrow(SyntaxError);
});

test('the last of two members of one name counts, also when it is named in escapes', async () => {
  const parse = setUp();
  expect(await parse('{"units":[{"id":1}],"\\u0075nits":[{"id":2}]}')).toEqual({ units: [{ id: 2 }] });
});

test('objects that nobody lists any more make room', async () => {
  const parse = setUp();
  const ids = Array.from({ length: 3001 }, (_, id) => unit(id));
  const all = await parse(`[${ids}]`);
  const [first, last] = [await parse(`[${unit(0)}]`), await parse(`[${unit(3000)}]`)];
  expect([first[0] === all[0], last[0] === all[3000]]).toEqual([false, true]);
});

test('a long list is parsed in slices', async () => {
  const clock = createManualClock(0);
  let asked = 0;
  const parse = createListParser(createInSlices({ ...clock, now: () => clock.now() + asked++ }));
  let value: unknown;
  void Promise.resolve(parse(encode(`{"ActiveCalls":[${unit(1)},${unit(2)},${unit(3)},${unit(4)}]}`))).then(
    (parsed) => {
      value = parsed;
    },
  );
  let ticks = 0;
  for (; value === undefined; ticks += 1) {
    await settle();
    clock.advance(50);
  }
  expect(ticks).toBeGreaterThan(1);
  expect(value).toEqual({ ActiveCalls: [1, 2, 3, 4].map((id) => ({ id, status: 0 })) });
});
