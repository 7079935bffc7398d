import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { spellingsOf, toSpelling } from './identifier.ts';
import { createMatching } from './matching.ts';
import { createRoster } from './roster.ts';

function setUp() {
  const roster = createRoster();
  const changes: [ident: number, player: number | null, before: number | null][] = [];
  const matching = createMatching({ roster, onChange: (...change) => changes.push(change) });
  return {
    matching,
    changes,
    unit: (ident: number, ...identities: string[]) => matching.putUnit({ ident, identities }),
    join(player: number, ...identifiers: string[]) {
      roster.join(player, identifiers);
      matching.join(player);
    },
    drop(player: number) {
      roster.drop(player);
      matching.drop(player);
    },
  };
}

describe('a unit is the player who', () => {
  const ADA = [
    'license:aaaaaa1',
    'license2:bbbbbb2',
    'steam:1100001000000b2',
    'discord:10203',
    'ip:192.0.2.1',
  ];
  test.each<[string, string, boolean]>([
    ['has its identity with the type', 'license:aaaaaa1', true],
    ['has its identity without the type', 'aaaaaa1', true],
    ['has it in other letter case', 'STEAM:1100001000000B2', true],
    ['has the bare identity in another type', '10203', true],
    ['has not: the type is another one', 'license:bbbbbb2', false],
    ['has not: Steam ids are not converted', 'steam:76561197960265906', false],
    ['has not: an address is no identity', '192.0.2.1', false],
    ['has not: nothing is no identity', '', false],
    ['has not: a type is no identity', 'license:', false],
  ])('%s', (_, identity, isMatch) => {
    const { matching, unit, join } = setUp();
    join(1, ...ADA);
    unit(5, identity);
    expect(matching.playerOf(5)).toBe(isMatch ? 1 : null);
  });

  test('joined last of those who share its identity; the others are known to have it', () => {
    const { matching, unit, join } = setUp();
    join(1, 'license:aaaaaa');
    join(2, 'license:aaaaaa');
    unit(5, 'AAAAAA');
    expect([matching.playerOf(5), ...[1, 2, 3].map(matching.candidatesOf)]).toEqual([2, [5], [5], []]);
  });

  test('joins later', () => {
    const { matching, changes, unit, join } = setUp();
    unit(5, 'license:aaaaaa');
    join(1, 'license:aaaaaa');
    expect([matching.playerOf(5), matching.unitOf(1), [...matching.players()], changes]).toEqual([
      1,
      5,
      [1],
      [[5, 1, null]],
    ]);
  });
});

describe('a unit that two players claim', () => {
  test('is the one with the identity that comes first', () => {
    const { matching, unit, join } = setUp();
    join(1, 'license:aaaaaa');
    join(2, 'discord:bbbbbb');
    unit(5, 'discord:bbbbbb', 'license:aaaaaa');
    unit(6, 'license:aaaaaa', 'discord:bbbbbb');
    expect([matching.playerOf(5), matching.playerOf(6)]).toEqual([2, 1]);
  });

  test('is not held by an old session of the same person', () => {
    const { matching, changes, unit, join, drop } = setUp();
    join(7, 'license:aaaaaa');
    unit(5, 'aaaaaa');
    join(3, 'license:aaaaaa');
    expect([matching.playerOf(5), matching.unitOf(7)]).toEqual([3, null]);
    drop(7);
    expect([matching.playerOf(5), changes]).toEqual([
      3,
      [
        [5, 7, null],
        [5, 3, 7],
      ],
    ]);
  });

  test('goes to the next when its player leaves', () => {
    const { matching, unit, join, drop } = setUp();
    join(1, 'license:aaaaaa');
    join(2, 'discord:bbbbbb');
    unit(5, 'aaaaaa', 'bbbbbb');
    drop(1);
    expect([matching.playerOf(5), [...matching.players()]]).toEqual([2, [2]]);
  });
});

describe('a player with two units', () => {
  test('is both, and counts as the one that logged in last', () => {
    const { matching, unit, join } = setUp();
    unit(9, 'aaaaaa');
    unit(4, 'aaaaaa');
    join(1, 'license:aaaaaa');
    expect([matching.unitsOf(1), matching.unitOf(1), matching.playerOf(9), matching.playerOf(4)]).toEqual([
      [9, 4],
      4,
      1,
      1,
    ]);
  });

  test('an update is no login; a login after a logout is', () => {
    const { matching, unit, join } = setUp();
    join(1, 'license:aaaaaa');
    unit(9, 'aaaaaa');
    unit(4, 'aaaaaa');
    unit(9, 'aaaaaa', 'bbbbbb');
    expect(matching.unitOf(1)).toBe(4);
    matching.removeUnit(9);
    unit(9, 'aaaaaa');
    expect(matching.unitOf(1)).toBe(9);
  });

  test('is still the other one when one logs out', () => {
    const { matching, unit, join } = setUp();
    join(1, 'license:aaaaaa');
    unit(4, 'aaaaaa');
    unit(9, 'aaaaaa');
    matching.removeUnit(9);
    expect([matching.unitOf(1), matching.unitsOf(1), matching.playerOf(9)]).toEqual([4, [4], null]);
  });
});

describe('what changes', () => {
  test('other identities move a unit, and the same ones tell nothing', () => {
    const { matching, changes, unit, join } = setUp();
    join(1, 'license:aaaaaa');
    join(2, 'license:bbbbbb');
    unit(5, 'aaaaaa');
    unit(5, 'aaaaaa');
    unit(5, 'bbbbbb');
    unit(5);
    expect([changes, matching.unitOf(2)]).toEqual([
      [
        [5, 1, null],
        [5, 2, 1],
        [5, null, 2],
      ],
      null,
    ]);
  });

  test('other identifiers of a player who is here', () => {
    const { matching, unit, join } = setUp();
    unit(5, 'aaaaaa');
    unit(6, 'bbbbbb');
    join(1, 'license:aaaaaa');
    join(1, 'license:bbbbbb');
    expect([matching.playerOf(5), matching.playerOf(6), matching.unitsOf(1)]).toEqual([null, 1, [6]]);
  });

  test('a player who left and came back with the same id', () => {
    const { matching, unit, join, drop } = setUp();
    unit(5, 'aaaaaa');
    join(1, 'license:aaaaaa');
    drop(1);
    expect([matching.playerOf(5), [...matching.players()]]).toEqual([null, []]);
    join(1, 'license:aaaaaa');
    expect(matching.playerOf(5)).toBe(1);
  });

  test('is told after everything is settled', () => {
    const roster = createRoster();
    const seen: (number | null)[][] = [];
    const matching = createMatching({
      roster,
      onChange: () => seen.push([matching.playerOf(5), matching.playerOf(6)]),
    });
    matching.putUnit({ ident: 5, identities: ['aaaaaa'] });
    matching.putUnit({ ident: 6, identities: ['aaaaaa'] });
    roster.join(1, ['license:aaaaaa']);
    matching.join(1);
    expect(seen).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('costs by the units it is about, not by all of them', () => {
    const roster = createRoster();
    const asked: string[] = [];
    const matching = createMatching({
      roster: {
        ...roster,
        withIdentifier(identifier) {
          asked.push(identifier);
          return roster.withIdentifier(identifier);
        },
      },
      onChange: () => {},
    });
    for (let ident = 0; ident < 500; ident += 1)
      matching.putUnit({ ident, identities: [`license:${ident}-unit`] });
    asked.length = 0;
    roster.join(1, ['license:7-unit', 'discord:10203']);
    matching.join(1);
    roster.drop(1);
    matching.drop(1);
    expect(asked).toEqual(['license:7-unit', 'license:7-unit']);
  });
});

describe('after any joins, drops, logins, logouts and changes of identities', () => {
  type World = ReturnType<typeof setUp>;
  /** What happened, in maps: they keep the place of a key that is set again, so they have the order, too. */
  type Model = { readonly players: Map<number, string[]>; readonly units: Map<number, string[]> };
  type Step = (world: World, model: Model) => void;

  const identifiers = ['license:aaaaaa', 'license2:aaaaaa', 'steam:bbbbbb', 'ip:cccccc', 'fivem:1'];
  const identities = [...identifiers, 'AAAAAA', 'bbbbbb', 'cccccc', '1', '', 'License:AAAAAA'];
  const IDS = [1, 2, 3, 4];
  const id = fc.constantFrom(...IDS);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(id, fc.subarray(identifiers)).map(
      ([player, ids]): Step =>
        (world, { players }) => {
          world.join(player, ...ids);
          players.set(player, ids);
        },
    ),
    id.map(
      (player): Step =>
        (world, { players }) => {
          world.drop(player);
          players.delete(player);
        },
    ),
    fc.tuple(id, fc.shuffledSubarray(identities)).map(
      ([ident, ids]): Step =>
        (world, { units }) => {
          world.unit(ident, ...ids);
          units.set(ident, ids);
        },
    ),
    id.map(
      (ident): Step =>
        (world, { units }) => {
          world.matching.removeUnit(ident);
          units.delete(ident);
        },
    ),
  );

  /** The player of every unit, found by looking at everything. */
  function playersOfUnits({ players, units }: Model): Map<number, number | null> {
    const claims = (identity: string) =>
      [...players]
        .filter(([, ids]) => ids.flatMap(spellingsOf).some((spelling) => spelling === toSpelling(identity)))
        .map(([player]) => player);
    return new Map(
      [...units].map(([ident, ids]) => [
        ident,
        ids
          .map(claims)
          .find((found) => found.length > 0)
          ?.at(-1) ?? null,
      ]),
    );
  }

  const run = (steps: readonly Step[]) => {
    const world = setUp();
    const model: Model = { players: new Map(), units: new Map() };
    for (const one of steps) one(world, model);
    return { ...world, expected: playersOfUnits(model) };
  };

  test('it equals what a look at everything finds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { matching, expected } = run(steps);
        for (const one of IDS) {
          const units = [...expected].filter(([, player]) => player === one).map(([ident]) => ident);
          expect(matching.playerOf(one)).toBe(expected.get(one) ?? null);
          expect(matching.unitsOf(one)).toEqual(units);
          expect(matching.unitOf(one)).toBe(units.at(-1) ?? null);
        }
        const withUnits = [...expected.values()].filter((player) => player !== null);
        expect(new Set(matching.players())).toEqual(new Set(withUnits));
      }),
    );
  });

  test('what was told leads to the same end, without gaps and without repetition', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { changes, expected } = run(steps);
        const told = new Map<number, number | null>();
        for (const [ident, player, before] of changes) {
          expect(told.get(ident) ?? null).toBe(before);
          expect(player).not.toBe(before);
          told.set(ident, player);
        }
        for (const ident of IDS) expect(told.get(ident) ?? null).toBe(expected.get(ident) ?? null);
      }),
    );
  });
});
