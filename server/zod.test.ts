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
