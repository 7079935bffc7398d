import { describe, expect, test } from '@jest/globals';
import * as z from './zod.ts';

describe('what is something else, or missing, is read as what stands instead', () => {
  const schema = z.object({ level: z.orElse(z.string(), null) });

  test.each<[string, object, string | null]>([
    ['as it should be', { level: 'a' }, 'a'],
    ['another kind', { level: 1 }, null],
    ['null', { level: null }, null],
    ['undefined', { level: undefined }, null],
    ['missing', {}, null],
  ])('%s', (_, raw, level) => expect(schema.parse(raw)).toEqual({ level }));
});

describe('an object that is read by compiled code', () => {
  const shape = { id: z.number(), name: z.optional(z.string()) };
  const expected = 'expected an object with an id';

  test.each<[string, unknown]>([
    ['all of it', { id: 1, name: 'a' }],
    ['what may be missing', { id: 1 }],
    ['more than is known', { id: 1, other: 2 }],
    ['a wrong member', { id: 'x' }],
    ['a member that is missing', { name: 'a' }],
    ['a name of every object', JSON.parse('{"id":1,"__proto__":{"name":"b"},"constructor":1}')],
  ])('reads as any other: %s', (_, value) => {
    const [compiled, plain] = [z.compiledObject(shape), z.object(shape)].map((schema) =>
      schema.safeParse(value),
    );
    expect(compiled?.data).toEqual(plain?.data);
    expect(compiled?.error?.issues).toEqual(plain?.error?.issues);
  });

  test.each([[null], [[]], ['text'], [undefined]])('tells what was expected in the place of %p', (value) => {
    const messages = z
      .compiledObject(shape, expected)
      .safeParse(value)
      .error?.issues.map(({ message }) => message);
    expect(messages).toEqual([expected]);
  });

  test('which is not told in the place of a member', () => {
    const { error } = z
      .compiledObject({ ...shape, in: z.compiledObject(shape) }, expected)
      .safeParse({ id: 1, in: 5 });
    expect(error?.issues).toMatchObject([{ path: ['in'], code: 'invalid_type' }]);
    expect(error?.issues[0]?.message).not.toBe(expected);
  });
});
