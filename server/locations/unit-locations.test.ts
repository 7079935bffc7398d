import { describe, expect, test } from '@jest/globals';
import { ok, refuse } from '../../shared/result.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { settle } from '../../test/support/settle.ts';
import { makeUnit } from '../../test/support/units.ts';
import { type LocationsConfig, locationsConfig } from './locations-config.ts';
import { createUnitLocations, type LocationChannel, type Sighting } from './unit-locations.ts';

/** Players on duty by number; each is the unit of that number, unless it is in `strangers`. */
function setUp({ crowd = 2, strangers = [] as readonly number[], maxItems = 25 } = {}) {
  const clock = createManualClock();
  let settings: LocationsConfig = { ...locationsConfig().parse({}), isEnabled: true };
  const places = new Map<number, { x: number; y: number; z: number } | null>();
  const onDuty = new Set<number>();
  for (let player = 1; player <= crowd; player += 1) {
    onDuty.add(player);
    places.set(player, { x: player * 100, y: 5, z: 30 });
  }
  const streets = new Map<number, string>();
  const batches: { at: number; sightings: readonly Sighting[] }[] = [];
  const lines: string[] = [];
  let answer: Awaited<ReturnType<LocationChannel['send']>> = ok(null);
  let isThere = true;
  const start = clock.now();
  const locations = createUnitLocations({
    settings: () => settings,
    clock,
    players: { position: (player) => places.get(player) ?? null, heading: () => 90.004 },
    onDuty: () => onDuty,
    unitOf: (player) =>
      strangers.includes(player)
        ? null
        : makeUnit({ ident: player, identities: [`a${player}`, 'steam'], location: 'as the CAD said' }),
    streetOf: (player) => streets.get(player) ?? '',
    channel: () =>
      isThere
        ? {
            maxItems,
            pauseMs: 250,
            async send(sightings) {
              batches.push({ at: clock.now() - start, sightings });
              return answer;
            },
          }
        : null,
    warn: (line) => lines.push(line),
  });
  locations.settingsChanged();
  /** Passes time bit by bit, with what follows from it. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 50) {
      clock.advance(50);
      await settle();
    }
  };
  return {
    clock,
    places,
    onDuty,
    streets,
    batches,
    lines,
    locations,
    pass,
    told: () => batches.map(({ sightings }) => sightings.map(({ ident }) => ident)),
    set: (change: Partial<LocationsConfig>) => {
      settings = { ...settings, ...change };
      locations.settingsChanged();
    },
    answers: (with_: typeof answer) => {
      answer = with_;
    },
    connected: (is: boolean) => {
      isThere = is;
    },
  };
}

const ROUND = 7_000;

describe('where units are', () => {
  test('is told of everybody first, then of those who have moved or are in another street', async () => {
    const { places, streets, batches, told, pass } = setUp({ crowd: 4 });
    await pass(ROUND);
    expect(told()).toEqual([[1, 2, 3, 4]]);
    expect(batches[0]?.sightings[0]).toEqual({
      ident: 1,
      communityUserId: 'a1',
      location: 'as the CAD said',
      coordinates: { x: 100, y: 5, z: 30, w: 90 },
    });
    await pass(ROUND);
    expect(told()).toHaveLength(1);
    places.set(1, { x: 111, y: 5, z: 30 });
    places.set(2, { x: 209, y: 5, z: 30 });
    streets.set(3, 'Alta St');
    await pass(ROUND);
    expect(told().slice(1)).toEqual([[1, 3]]);
    expect(batches[1]?.sightings[1]).toMatchObject({ location: 'Alta St' });
    // Who creeps along is told once it adds up.
    places.set(2, { x: 211, y: 5, z: 30 });
    await pass(ROUND);
    expect(told().slice(2)).toEqual([[2]]);
  });

  test('is told in batches with pauses, and the next round waits for the last of them', async () => {
    const { batches, pass } = setUp({ crowd: 60 });
    await pass(ROUND + 1000);
    expect(batches.map(({ sightings }) => sightings.length)).toEqual([25, 25, 10]);
    const [a = 0, b = 0, c = 0] = batches.map(({ at }) => at);
    expect([b - a, c - b].every((gap) => gap >= 250)).toBe(true);
  });

  test.each<[string, (world: ReturnType<typeof setUp>) => void]>([
    ['off duty', ({ onDuty }) => onDuty.delete(1)],
    ['without a ped', ({ places }) => places.set(1, null)],
  ])('is not told of somebody %s', async (_, change) => {
    const world = setUp();
    change(world);
    await world.pass(ROUND);
    expect(world.told()).toEqual([[2]]);
  });

  test('is not told of players on duty who are no unit', async () => {
    const { told, pass } = setUp({ strangers: [1] });
    await pass(ROUND);
    expect(told()).toEqual([[2]]);
  });

  test('is told anew of somebody who was away', async () => {
    const { onDuty, told, pass } = setUp();
    await pass(ROUND);
    onDuty.delete(2);
    await pass(ROUND);
    onDuty.add(2);
    await pass(ROUND);
    expect(told()).toEqual([[1, 2], [2]]);
  });
});

describe('trouble', () => {
  test('is made up for in the next round, and told once', async () => {
    const { answers, told, pass, lines } = setUp();
    answers(refuse('The plan has no API.'));
    await pass(3 * ROUND);
    expect(told()).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(lines).toEqual(['Unit locations: The plan has no API.']);
    answers(ok(null));
    await pass(2 * ROUND);
    expect(told()).toHaveLength(4);
  });

  test('that is told elsewhere is not told here', async () => {
    const { answers, pass, lines } = setUp();
    answers(refuse(''));
    await pass(3 * ROUND);
    expect(lines).toEqual([]);
  });

  test('without a way to the CAD there is none, and with one everything is told', async () => {
    const { connected, told, pass } = setUp();
    connected(false);
    await pass(3 * ROUND);
    expect(told()).toEqual([]);
    connected(true);
    await pass(ROUND);
    expect(told()).toEqual([[1, 2]]);
  });
});

describe('switched off', () => {
  test('there is no timer, and nothing is told, also in the middle of a round', async () => {
    const { set, told, pass, clock } = setUp({ crowd: 60 });
    await pass(ROUND);
    expect(told()).toHaveLength(1);
    set({ isEnabled: false });
    expect(clock.pending()).toBe(0);
    await pass(3 * ROUND);
    expect(told()).toHaveLength(1);
  });

  test('by the end of the resource, too', async () => {
    const { locations, told, pass, clock } = setUp();
    locations.stop();
    await pass(2 * ROUND);
    expect([told(), clock.pending()]).toEqual([[], 0]);
  });
});
