import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { fc } from '../../test/support/properties.ts';
import { createAceDuty } from './ace-duty.ts';
import { createDuty } from './duty.ts';
import { createDutyNotices, type DutySource } from './duty-source.ts';
import { createRoster } from './roster.ts';

/** A source that has to be asked. */
function createPolledSource(name = 'polled') {
  const granted = new Set<number>();
  const asked: number[] = [];
  const source: DutySource = {
    name,
    isOnDuty(player) {
      asked.push(player);
      return granted.has(player);
    },
    explain: (player) => (granted.has(player) ? 'granted' : 'not granted'),
  };
  return { granted, asked, source };
}

/** A source that gives notice. */
function createPushedSource(name = 'pushed') {
  const polled = createPolledSource(name);
  const { watch, tell } = createDutyNotices();
  return { ...polled, tell, source: { ...polled.source, watch } };
}

function setUp(count = 3, options: { sources?: readonly DutySource[]; combine?: 'any' | 'all' } = {}) {
  const clock = createManualClock();
  const roster = createRoster();
  const { granted, asked, source } = createPolledSource();
  const changes: [number, boolean][] = [];
  const duty = createDuty({
    sources: [source],
    roster,
    clock,
    checkMs: 1000,
    onChange: (player, isOnDuty) => changes.push([player, isOnDuty]),
    ...options,
  });
  for (let player = 1; player <= count; player += 1) roster.join(player, []);
  return { clock, roster, granted, asked, changes, duty };
}

describe('duty', () => {
  test('is asked for when a player joins', () => {
    const { duty, granted, changes } = setUp();
    granted.add(1);
    duty.join(1);
    duty.join(2);
    expect([[...duty.players()], duty.isOnDuty(1), duty.isOnDuty(2), changes]).toEqual([
      [1],
      true,
      false,
      [[1, true]],
    ]);
  });

  test('a change is noticed by the slow timer and told once', () => {
    const { duty, clock, granted, changes } = setUp();
    granted.add(2);
    clock.advance(1000);
    expect(changes).toEqual([[2, true]]);
    clock.advance(5000);
    granted.delete(2);
    clock.advance(1000);
    expect(changes).toEqual([
      [2, true],
      [2, false],
    ]);
    expect(duty.players().size).toBe(0);
  });

  test('a player who lost duty is taken out before something is told', () => {
    const { duty, clock, granted } = setUp();
    granted.add(1);
    duty.join(1);
    clock.advance(500);
    granted.delete(1);
    duty.verify();
    expect(duty.isOnDuty(1)).toBe(false);
  });

  test('a player who gained duty is found right after something was told', () => {
    const { duty, clock, granted, changes } = setUp();
    granted.add(3);
    duty.verify();
    expect(changes).toEqual([]);
    clock.advance(0);
    expect(changes).toEqual([[3, true]]);
  });

  test('a player who left is off duty without being told, and not asked about again', () => {
    const { duty, roster, clock, granted, changes, asked } = setUp();
    granted.add(1);
    duty.join(1);
    roster.drop(1);
    duty.drop(1);
    changes.length = 0;
    asked.length = 0;
    duty.verify();
    clock.advance(3000);
    expect([duty.isOnDuty(1), changes, asked.includes(1)]).toEqual([false, [], false]);
  });

  test('stop leaves no timer and hears no more notices', () => {
    const { source, granted, tell } = createPushedSource();
    const { duty, clock, changes } = setUp(1, { sources: [source] });
    duty.verify();
    duty.stop();
    granted.add(1);
    tell(1);
    expect([clock.pending(), changes]).toEqual([0, []]);
  });
});

describe('several sources', () => {
  const says = (name: string, is: boolean): DutySource => ({
    name,
    isOnDuty: () => is,
    explain: () => `says ${is}`,
  });
  const [yes, no] = [says('yes', true), says('no', false)];

  test.each<[string, 'any' | 'all', DutySource[], boolean]>([
    ['any: one is enough', 'any', [no, yes], true],
    ['any: none', 'any', [no, no], false],
    ['any: no source at all', 'any', [], false],
    ['all: everyone agrees', 'all', [yes, yes], true],
    ['all: one does not', 'all', [yes, no], false],
    ['all: no source at all', 'all', [], false],
  ])('%s', (_, combine, sources, expected) => {
    const { duty } = setUp(1, { sources, combine });
    duty.join(1);
    expect(duty.isOnDuty(1)).toBe(expected);
  });

  test('are named with what they say', () => {
    const { duty } = setUp(1, { sources: [yes, no] });
    expect(duty.explain(1)).toEqual([
      { source: 'yes', isOnDuty: true, detail: 'says true' },
      { source: 'no', isOnDuty: false, detail: 'says false' },
    ]);
    expect(duty.explain(99)).toEqual([]);
  });
});

describe('what a source gives notice of', () => {
  test('counts at once for one player', () => {
    const { source, granted, asked, tell } = createPushedSource();
    const { changes } = setUp(3, { sources: [source] });
    granted.add(2);
    tell(2);
    expect([changes, asked]).toEqual([[[2, true]], [2]]);
  });

  test('counts from the next tick on for everybody', () => {
    const { source, granted, tell } = createPushedSource();
    const { clock, changes } = setUp(3, { sources: [source] });
    granted.add(1).add(3);
    tell(null);
    clock.step(50);
    expect(changes).toEqual([
      [1, true],
      [3, true],
    ]);
  });

  test('reaches also those who were asked before it in the same round', () => {
    const { source, granted, asked, tell } = createPushedSource();
    const { clock, duty } = setUp(150, { sources: [source] });
    clock.step(1000);
    expect(asked).toHaveLength(64);
    granted.add(1);
    tell(null);
    for (let tick = 0; tick < 4; tick += 1) clock.step(50);
    expect(duty.isOnDuty(1)).toBe(true);
    expect(asked.slice(0, 150)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
  });

  test('about a player who is not here comes to nothing', () => {
    const { source, granted, asked, tell } = createPushedSource();
    const { changes } = setUp(3, { sources: [source] });
    granted.add(99);
    tell(99);
    expect([changes, asked]).toEqual([[], []]);
  });

  test('does not starve anybody, however often it comes', () => {
    const { source, asked, tell } = createPushedSource();
    const { clock } = setUp(200, { sources: [source] });
    for (let tick = 0; tick < 10; tick += 1) {
      tell(null);
      clock.step(50);
    }
    expect(new Set(asked).size).toBe(200);
  });
});

describe('costs', () => {
  test('a burst of events asks only once', () => {
    const { duty, clock, granted, asked } = setUp(2);
    granted.add(1);
    duty.join(1);
    clock.advance(500);
    asked.length = 0;
    for (let i = 0; i < 100; i += 1) duty.verify();
    expect(asked).toEqual([1]);
  });

  test('what is told costs by players on duty, not by players online', () => {
    const { duty, clock, granted, asked } = setUp(500);
    granted.add(7);
    duty.join(7);
    clock.advance(300);
    asked.length = 0;
    duty.verify();
    expect(asked).toEqual([7]);
  });

  test('a full server is asked in slices, and everybody every time', () => {
    const { clock, asked } = setUp(150);
    clock.step(1000);
    expect(asked).toHaveLength(64);
    clock.step(50);
    expect(asked).toHaveLength(128);
    clock.step(50);
    expect(asked).toHaveLength(150);
    clock.step(50);
    expect(new Set(asked).size).toBe(150);
    expect(asked).toHaveLength(150);
  });

  test('a stream of events asks a full server no more often than a round takes', () => {
    const { duty, clock, asked } = setUp(1024);
    for (let tick = 0; tick < 40; tick += 1) {
      duty.verify();
      clock.step(50);
    }
    expect(asked.length).toBeLessThanOrEqual(40 * 64);
  });
});

test('after anything that happened, duty is within a second what the sources say', () => {
  type World = ReturnType<typeof world>;
  type Step = (world: World) => void;

  function world(combine: 'any' | 'all') {
    const [polled, pushed] = [createPolledSource(), createPushedSource()];
    return { ...setUp(0, { sources: [polled.source, pushed.source], combine }), polled, pushed };
  }
  const toggle = (set: Set<number>, player: number) => set.delete(player) || set.add(player);
  const id = fc.constantFrom(1, 2, 3);
  const step: fc.Arbitrary<Step> = fc.oneof(
    id.map(
      (player): Step =>
        ({ roster, duty }) => {
          roster.join(player, []);
          duty.join(player);
        },
    ),
    id.map(
      (player): Step =>
        ({ roster, duty }) => {
          roster.drop(player);
          duty.drop(player);
        },
    ),
    id.map(
      (player): Step =>
        ({ polled }) =>
          toggle(polled.granted, player),
    ),
    id.map(
      (player): Step =>
        ({ pushed }) => {
          toggle(pushed.granted, player);
          pushed.tell(player);
        },
    ),
    fc.subarray([1, 2, 3]).map(
      (players): Step =>
        ({ pushed }) => {
          for (const player of players) toggle(pushed.granted, player);
          pushed.tell(null);
        },
    ),
    fc.nat(400).map(
      (ms): Step =>
        ({ clock }) =>
          clock.step(ms),
    ),
    fc.constant<Step>(({ duty }) => duty.verify()),
  );

  fc.assert(
    fc.property(fc.constantFrom('any', 'all'), fc.array(step, { maxLength: 40 }), (combine, steps) => {
      const all = world(combine);
      const told = new Set<number>();
      for (const one of steps) one(all);
      all.clock.advance(1000);
      const { roster, duty, polled, pushed, changes } = all;
      const says = (player: number) =>
        combine === 'any'
          ? polled.granted.has(player) || pushed.granted.has(player)
          : polled.granted.has(player) && pushed.granted.has(player);
      const expected = [...roster.ids()].filter(says).sort();
      expect([...duty.players()].sort()).toEqual(expected);
      for (const [player, is] of changes) is ? told.add(player) : told.delete(player);
      // Those who left are off duty without being told so.
      expect([...told].filter((player) => roster.has(player)).sort()).toEqual(expected);
    }),
  );
});

test.each([
  ['our permission', 'sonorancad.duty', true, 'has sonorancad.duty'],
  ['the official permission', 'sonorancad.dispatchnotify', true, 'has sonorancad.dispatchnotify'],
  [
    'another permission',
    'sonorancad.admin',
    false,
    'has neither sonorancad.duty nor sonorancad.dispatchnotify',
  ],
])('on duty by ACE: %s', (_, granted, expected, detail) => {
  const source = createAceDuty({ isAceAllowed: (_player, ace) => ace === granted });
  expect([source.isOnDuty(1), source.explain(1)]).toEqual([expected, detail]);
});
