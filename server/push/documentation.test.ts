import { describe, expect, test } from '@jest/globals';
import { fixture } from '../../test/support/fixtures.ts';
import { pushDocumentation } from './documentation.ts';

describe.each([...pushDocumentation].map(([definition, docs]) => ({ ...docs, definition })))(
  'what is said of $definition.type',
  ({ definition, fixtures, fields, summary, effect, raises }) => {
    test('is shown by fixtures of that type, which are accepted', () => {
      for (const { type = '', data, ...beside } of fixtures.map(fixture)) {
        expect([definition.type, ...definition.aliases]).toContain(type.toUpperCase());
        for (const element of [data ?? {}].flat()) {
          expect(definition.decode(element as Record<string, unknown>, 'data', beside)).toMatchObject({
            ok: true,
          });
        }
      }
    });

    test('is in sentences, and names local events', () => {
      expect(summary).toMatch(/^\S.*\.$/);
      expect(effect).toMatch(/^\S.*\.$/);
      expect(raises.filter((name) => !/^sonorancad:\w+$/.test(name))).toEqual([]);
    });

    test('names fields of the clean data', () => {
      const { data, ...beside } = fixture(fixtures[0]);
      const [element = {}] = [data ?? {}].flat();
      const decoded = definition.decode(element as Record<string, unknown>, 'data', beside);
      const first = decoded.ok ? Object.keys(decoded.value.data as object) : [];
      const named = Object.keys(fields).flatMap((name) => name.split(/[.,]/, 1));
      expect([...new Set(named)].sort()).toEqual(first.sort());
    });
  },
);
