import { expect, test } from '@jest/globals';
import * as z from '../zod.ts';
import { createItemReader } from './item-reader.ts';

function setUp() {
  let checks = 0;
  const read = createItemReader(() =>
    z.mapped(z.object({ id: z.number() }), ({ id }) => {
      checks += 1;
      return { id };
    }),
  );
  return { read, checks: () => checks };
}

test('an item that was read before is the same one, and is not checked again', () => {
  const { read, checks } = setUp();
  const raw = { id: 1 };
  const [first, again] = [read(raw), read(raw)];
  expect(first).toEqual({ ok: true, value: { id: 1 } });
  expect(again.ok && first.ok && again.value === first.value).toBe(true);
  expect([read({ id: 2 }), checks()]).toEqual([{ ok: true, value: { id: 2 } }, 2]);
});

test('what cannot be read is refused each time', () => {
  const { read } = setUp();
  const raw = { id: 'x' };
  expect([read(raw), read(raw), read(null)]).toMatchObject([{ ok: false }, { ok: false }, { ok: false }]);
});

test('what is nested without end is refused, not followed', () => {
  const { read } = setUp();
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  expect(read({ id: 1, deep })).toMatchObject({ ok: false });
});
