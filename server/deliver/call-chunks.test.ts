import { expect, test } from '@jest/globals';
import type { CallView } from '../../shared/call.ts';
import { makeCallView } from '../../test/support/calls.ts';
import { createCallChunks } from './call-chunks.ts';

const viewOf = (id: number) => makeCallView({ key: `911:${id}` });

function setUp() {
  const packed: number[] = [];
  const chunks = createCallChunks((value) => {
    packed.push((value as unknown as readonly CallView[]).length);
    return value;
  });
  return { chunks, packed };
}

const calls = Array.from({ length: 45 }, (_, id) => viewOf(id));

test('calls come in their order, at most twenty at a time', () => {
  const { chunks } = setUp();
  expect(chunks(calls).map((chunk) => chunk.length)).toEqual([20, 20, 5]);
  expect(chunks(calls).flat()).toEqual(calls);
  expect(chunks([])).toEqual([]);
});

test('only a chunk in which something looks different is packed again', () => {
  const { chunks, packed } = setUp();
  chunks(calls);
  const changed = calls.with(25, viewOf(25));
  const again = chunks(changed);
  expect(packed).toEqual([20, 20, 5, 20]);
  expect(again.flat()[25]).toBe(changed[25]);
  expect(chunks(changed.slice(0, 44)).flat()).toEqual(changed.slice(0, 44));
  expect(packed).toEqual([20, 20, 5, 20, 4]);
});
