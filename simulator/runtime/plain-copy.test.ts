import vm from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { plainCopy, plainError } from './plain-copy.ts';

const foreign = (code: string) => vm.runInNewContext(code);

describe('a copy', () => {
  test.each([
    ['1', 1],
    ['null', null],
    ['undefined', undefined],
    ['[1, { a: [2] }]', [1, { a: [2] }]],
    ['[1, , 3].length', 3],
    ['new Date(5)', new Date(5)],
    ['new Map([[1, { a: 1 }]])', new Map([[1, { a: 1 }]])],
    ['new Set([1])', new Set([1])],
    ['new Uint8Array([1, 2])', new Uint8Array([1, 2])],
    ['Object.create(null)', {}],
  ])('of %s', (code, value) => {
    const copy = plainCopy(foreign(code));
    expect(copy).toEqual(value);
    // Typed arrays are shared between the realms of a test.
    if (typeof copy === 'object' && copy !== null && !ArrayBuffer.isView(copy))
      expect(copy).toBeInstanceOf(Object);
  });

  test('of something with cycles', () => {
    const copy = plainCopy(foreign('const o = { list: [] }; o.list.push(o); o')) as { list: unknown[] };
    expect(copy.list[0]).toBe(copy);
  });

  test('of a key that would change the prototype', () => {
    const copy = plainCopy(foreign('JSON.parse(\'{"__proto__": { "x": 1 }}\')')) as Record<string, unknown>;
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect(copy.x).toBeUndefined();
  });

  test('of a promise', async () => {
    await expect(plainCopy(foreign('Promise.resolve({ a: 1 })'))).resolves.toEqual({ a: 1 });
    await expect(plainCopy(foreign("Promise.reject(new RangeError('no'))"))).rejects.toThrow('no');
  });
});

test('errors keep name, message and stack; anything else thrown stays what it is', () => {
  const error = plainError(foreign("new RangeError('no')"));
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: 'RangeError',
    message: 'no',
    stack: expect.stringContaining('RangeError: no'),
  });
  expect(plainError('text')).toBe('text');
});
