import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { spellingsOf, toSpelling } from './identifier.ts';
import { createRoster } from './roster.ts';

describe('roster', () => {
  test.each<[string, string, number[]]>([
    ['as it is', 'license:a1a1a1', [1]],
    ['without its type', 'a1a1a1', [1]],
    ['in other letter case', 'LICENSE:A1A1A1', [1]],
    ['with blanks around it', ' steam:1100001000000b2 ', [1]],
    ['another type with the same value', 'license2:a1a1a1', []],
    ['a type alone', 'license:', []],
    ['an address with its type', 'ip:2001:db8::1', [1]],
    ['an address without its type', '192.0.2.20', []],
    ['somebody else', 'license:b2b2b2', [2]],
    ['nobody', 'license:zzzzzz', []],
  ])('finds a player by an identifier %s', (_, identifier, expected) => {
    const roster = createRoster();
    roster.join(1, ['license:A1A1A1', 'steam:1100001000000B2', 'ip:2001:db8::1']);
    roster.join(2, ['license:b2b2b2', 'ip:192.0.2.20']);
    expect(roster.withIdentifier(identifier)).toEqual(expected);
  });

  test('players with one identifier are all found, in the order they joined', () => {
    const roster = createRoster();
    for (const player of [3, 1, 2]) roster.join(player, ['license:aaaaaa']);
    expect(roster.withIdentifier('aaaaaa')).toEqual([3, 1, 2]);
    roster.drop(1);
    expect(roster.withIdentifier('aaaaaa')).toEqual([3, 2]);
  });

  test('other identifiers replace those before and keep the place in the order', () => {
    const roster = createRoster();
    roster.join(1, ['license:aaaaaa']);
    roster.join(2, ['license:bbbbbb']);
    roster.join(1, ['license:bbbbbb']);
    expect([roster.withIdentifier('aaaaaa'), roster.withIdentifier('bbbbbb'), roster.size()]).toEqual([
      [],
      [1, 2],
      2,
    ]);
  });

  test('who left and came back with the same id joined last', () => {
    const roster = createRoster();
    roster.join(1, ['license:aaaaaa']);
    roster.join(2, ['license:aaaaaa']);
    roster.drop(1);
    roster.join(1, ['license:aaaaaa']);
    expect(roster.withIdentifier('aaaaaa')).toEqual([2, 1]);
  });

  test('after any joins and drops it knows exactly the players who are here', () => {
    const identifiers = ['license:aaaaaa', 'license2:aaaaaa', 'x:bbbbbb', 'cccccc', 'ip:aaaaaa'];
    const step = fc.record({
      player: fc.integer({ min: 1, max: 4 }),
      ids: fc.subarray(identifiers),
      isHere: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const roster = createRoster();
        // A map keeps the place of a key that is set again, as the roster does.
        const model = new Map<number, string[]>();
        for (const { player, ids, isHere } of steps) {
          if (isHere) roster.join(player, ids);
          else roster.drop(player);
          if (isHere) model.set(player, ids);
          else model.delete(player);
        }
        expect([...roster.ids()].sort()).toEqual([...model.keys()].sort());
        for (const wanted of [...identifiers, 'aaaaaa', 'bbbbbb']) {
          const spelling = toSpelling(wanted);
          const expected = [...model]
            .filter(([, ids]) => ids.some((id) => spellingsOf(id).some((one) => one === spelling)))
            .map(([player]) => player);
          expect(roster.withIdentifier(wanted)).toEqual(expected);
        }
      }),
    );
  });
});
