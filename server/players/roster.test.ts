import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRoster } from './roster.ts';

describe('roster', () => {
  test.each<[string, string, number[]]>([
    ['as it is', 'license:a1', [1]],
    ['without its type', 'a1', [1]],
    ['in other letter case', 'LICENSE:A1', [1]],
    ['with blanks around it', ' steam:1100001000000b2 ', [1]],
    ['another type with the same value', 'license2:a1', []],
    ['a type alone', 'license:', []],
    ['a value that contains a colon', 'ip:2001:db8::1', [1]],
    ['somebody else', 'license:b2', [2]],
    ['nobody', 'license:zz', []],
  ])('finds a player by an identifier %s', (_, identifier, expected) => {
    const roster = createRoster();
    roster.join(1, ['license:A1', 'steam:1100001000000B2', 'ip:2001:db8::1']);
    roster.join(2, ['license:b2']);
    expect(roster.withIdentifier(identifier)).toEqual(expected);
  });

  test('two players with one identifier are both found', () => {
    const roster = createRoster();
    roster.join(1, ['license:a']);
    roster.join(2, ['license:a']);
    expect(roster.withIdentifier('a')).toEqual([1, 2]);
    roster.drop(1);
    expect(roster.withIdentifier('a')).toEqual([2]);
  });

  test('joining again replaces the identifiers', () => {
    const roster = createRoster();
    roster.join(1, ['license:a']);
    roster.join(1, ['license:b']);
    expect([roster.withIdentifier('a'), roster.withIdentifier('b'), roster.size()]).toEqual([[], [1], 1]);
  });

  test('after any joins and drops the index knows exactly the players who are here', () => {
    const step = fc.record({
      player: fc.integer({ min: 1, max: 4 }),
      ids: fc.subarray(['license:a', 'x:b', 'c']),
      here: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const roster = createRoster();
        const model = new Map<number, string[]>();
        for (const { player, ids, here } of steps) {
          if (here) roster.join(player, ids);
          else roster.drop(player);
          if (here) model.set(player, ids);
          else model.delete(player);
        }
        expect([...roster.ids()].sort()).toEqual([...model.keys()].sort());
        for (const id of ['license:a', 'x:b', 'c']) {
          const expected = [...model].filter(([, ids]) => ids.includes(id)).map(([player]) => player);
          expect(roster.withIdentifier(id).sort()).toEqual(expected.sort());
        }
      }),
    );
  });
});
