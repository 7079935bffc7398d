import { describe, expect, test } from '@jest/globals';
import { createFakeNeighbours } from '../../test/support/fake-neighbours.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { fc } from '../../test/support/properties.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import { blankUnit, type CadUnit } from '../cad/unit.ts';
import { type DutyConfig, dutyConfig } from './duty-config.ts';
import { createPresence } from './presence.ts';

function setUp(config: Partial<DutyConfig> = {}, here: Record<number, string[]> = {}) {
  const identifiers = new Map(Object.entries(here).map(([id, list]) => [Number(id), list]));
  const aces = new Set<number>();
  const jobs = new Map<number, string>();
  const framework = {
    GetPlayer: (player: number) =>
      jobs.has(player)
        ? {
            PlayerData: {
              charinfo: { firstname: 'Ada' },
              job: { name: jobs.get(player), grade: { level: 0 } },
            },
          }
        : null,
  };
  const neighbours = createFakeNeighbours({ qbx_core: framework });
  const clock = createManualClock();
  const console = createTestConsole();
  const events: string[] = [];
  const left: [number, boolean][] = [];
  const units = new Map<number, CadUnit>();
  let [onJoin, onDrop] = [(_: number) => {}, (_: number) => {}];
  const presence = createPresence(
    {
      ...neighbours,
      clock,
      console,
      unit: (ident) => units.get(ident) ?? null,
      players: {
        ids: () => [...identifiers.keys()].reverse(),
        identifiers: (player) => identifiers.get(player) ?? [],
        isAceAllowed: (player) => aces.has(player),
        onJoin: (run) => {
          onJoin = run;
        },
        onDrop: (run) => {
          onDrop = run;
        },
      },
    },
    { ...dutyConfig().parse({}), ...config },
    {
      onDuty: (player, isOnDuty) => events.push(`${player} ${isOnDuty ? 'on' : 'off'} duty`),
      onUnit: (ident, player, before) => events.push(`unit ${ident}: ${before} -> ${player}`),
      onOwnUnit: (player) => events.push(`${player} has another unit`),
      onLeft: (player, wasOnDuty) => left.push([player, wasOnDuty]),
    },
  );
  return {
    presence,
    neighbours,
    framework,
    clock,
    aces,
    jobs,
    events,
    left,
    lines: console.lines,
    onDuty: () => [...presence.duty.players()].sort(),
    join(player: number, ...list: string[]) {
      identifiers.set(player, list);
      onJoin(player);
    },
    drop(player: number) {
      identifiers.delete(player);
      onDrop(player);
    },
    login(unit: CadUnit) {
      units.set(unit.ident, unit);
      presence.apply([{ type: 'unit.login', unit }]);
    },
    update(unit: CadUnit) {
      const before = units.get(unit.ident) ?? blankUnit(unit.ident);
      units.set(unit.ident, unit);
      presence.apply([{ type: 'unit.updated', unit, before }]);
    },
    logout(unit: CadUnit) {
      units.delete(unit.ident);
      presence.apply([{ type: 'unit.logout', unit }]);
    },
  };
}

const unit = (ident: number, ...identities: string[]): CadUnit => ({ ...blankUnit(ident), identities });

describe('presence', () => {
  test('knows those who were here before, and units from before', () => {
    const { presence, onDuty, events } = setUp({}, { 1: ['license:aaaaaa'], 2: ['license:bbbbbb'] });
    presence.restore([unit(5, 'aaaaaa')]);
    expect(presence.roster.size()).toBe(0);
    presence.start();
    expect([presence.roster.size(), onDuty(), presence.matching.playerOf(5), events]).toEqual([
      2,
      [1],
      1,
      ['unit 5: null -> 1', '1 on duty'],
    ]);
  });

  test('still knows the player of a unit that has logged out, for those who hear of it', () => {
    const { presence, join, login, logout } = setUp();
    presence.start();
    const [own, strange] = [unit(5, 'aaaaaa'), unit(6, 'bbbbbb')];
    join(1, 'license:aaaaaa');
    for (const one of [own, strange]) login(one);
    expect(presence.playerAtLogout(own)).toBeNull();
    for (const one of [own, strange]) logout(one);
    expect([own, strange].map(presence.playerAtLogout)).toEqual([1, null]);
    expect(presence.matching.playerOf(5)).toBeNull();
  });

  test('says of those who leave whether they were on duty', () => {
    const { presence, left, join, drop, login } = setUp();
    presence.start();
    login(unit(5, 'aaaaaa'));
    join(1, 'license:aaaaaa');
    join(2, 'license:bbbbbb');
    drop(2);
    drop(1);
    expect([left, presence.duty.players().size]).toEqual([
      [
        [2, false],
        [1, true],
      ],
      0,
    ]);
  });

  test('of two sessions of one person who were here before, the newer one has the unit', () => {
    const { presence } = setUp({}, { 3: ['license:aaaaaa'], 12: ['license:aaaaaa'] });
    presence.restore([unit(5, 'aaaaaa')]);
    presence.start();
    expect(presence.matching.playerOf(5)).toBe(12);
  });

  test('a login and a logout in the CAD put on and off duty at once, dispatchers too', () => {
    const { presence, join, login, logout, events } = setUp();
    presence.start();
    join(1, 'license:aaaaaa');
    const dispatcher = { ...unit(5, 'license:AAAAAA'), isDispatch: true };
    login(dispatcher);
    logout(dispatcher);
    expect(events).toEqual(['unit 5: null -> 1', '1 on duty', 'unit 5: 1 -> null', '1 off duty']);
  });

  test('a unit that turns out to be somebody else moves duty with it', () => {
    const { presence, join, login, update, events, onDuty } = setUp();
    presence.start();
    join(1, 'license:aaaaaa');
    join(2, 'license:bbbbbb');
    login(unit(5, 'aaaaaa'));
    events.length = 0;
    update(unit(5, 'bbbbbb'));
    expect([events, onDuty()]).toEqual([['unit 5: 1 -> 2', '1 off duty', '2 on duty'], [2]]);
  });

  test('a job in the framework puts on duty with its event, and names the character', () => {
    const { presence, join, jobs, neighbours, onDuty } = setUp();
    presence.start();
    join(1);
    expect(presence.framework()).toBe('Qbox');
    jobs.set(1, 'police');
    neighbours.emit('QBCore:Server:OnJobUpdate', 1);
    expect([onDuty(), presence.characterName(1), presence.characterName(99)]).toEqual([[1], 'Ada', null]);
    neighbours.emit('QBCore:Server:OnPlayerUnload', 1);
    expect(onDuty()).toEqual([]);
  });

  test('a framework that stops and starts takes its people with it', () => {
    const { presence, join, jobs, neighbours, framework, clock, onDuty } = setUp();
    presence.start();
    jobs.set(1, 'police');
    join(1);
    expect(onDuty()).toEqual([1]);
    neighbours.stop('qbx_core');
    clock.advance(50);
    expect(onDuty()).toEqual([]);
    neighbours.start('qbx_core', framework);
    clock.advance(200);
    expect(onDuty()).toEqual([1]);
  });

  test('another resource puts on duty', () => {
    const { presence, join, clock, onDuty, neighbours } = setUp();
    presence.start();
    join(1);
    presence.exportDuty.register('jobs', (player: number) => player === 1);
    clock.advance(50);
    expect(onDuty()).toEqual([1]);
    neighbours.stop('jobs');
    clock.advance(50);
    expect(onDuty()).toEqual([]);
  });

  test('a source that is not configured does not count and is not explained', () => {
    const { presence, join, login, aces, onDuty } = setUp({ sources: ['cad'] });
    presence.start();
    aces.add(1);
    join(1, 'license:aaaaaa');
    expect([onDuty(), presence.duty.explain(1)]).toEqual([
      [],
      [{ source: 'cad', isOnDuty: false, detail: 'no unit in the CAD has an identifier of this player' }],
    ]);
    login(unit(5, 'aaaaaa'));
    expect(onDuty()).toEqual([1]);
  });

  test('with "all" a framework that does not run keeps everybody off duty', () => {
    const { presence, join, login, neighbours, jobs, clock, framework, onDuty } = setUp({
      sources: ['cad', 'job'],
      combine: 'all',
    });
    neighbours.stop('qbx_core');
    presence.start();
    jobs.set(1, 'police');
    join(1, 'license:aaaaaa');
    login(unit(5, 'aaaaaa'));
    expect([onDuty(), presence.duty.explain(1).map(({ detail }) => detail)]).toEqual([
      [],
      ['logged in to the CAD as ident 5', 'no framework is running'],
    ]);
    neighbours.start('qbx_core', framework);
    clock.advance(200);
    expect(onDuty()).toEqual([1]);
  });

  test('who leaves is told to nobody but as a unit without player', () => {
    const { presence, join, drop, login, events, onDuty } = setUp();
    presence.start();
    join(1, 'license:aaaaaa');
    login(unit(5, 'aaaaaa'));
    events.length = 0;
    drop(1);
    expect([events, onDuty(), presence.roster.has(1), presence.duty.explain(1)]).toEqual([
      ['unit 5: 1 -> null'],
      [],
      false,
      [],
    ]);
  });

  test('who comes back with the same id is somebody new', () => {
    const { presence, join, drop, jobs, onDuty } = setUp();
    presence.start();
    jobs.set(1, 'police');
    join(1);
    drop(1);
    jobs.delete(1);
    join(1);
    expect([onDuty(), presence.characterName(1)]).toEqual([[], null]);
  });

  test('stop leaves no timer', () => {
    const { presence, neighbours, clock } = setUp();
    presence.start();
    neighbours.start('chat');
    presence.duty.verify();
    presence.stop();
    expect(clock.pending()).toBe(0);
  });
});

test('after anything that happened, who is on duty is what a look at everything finds', () => {
  type World = ReturnType<typeof setUp>;
  type Step = (world: World) => void;
  const id = fc.constantFrom(1, 2, 3);
  const identifiers = fc.subarray(['license:aaaaaa', 'discord:bbbbbb']);
  const identities = fc.shuffledSubarray(['aaaaaa', 'DISCORD:bbbbbb', 'discord:aaaaaa']);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(id, identifiers).map(
      ([player, list]): Step =>
        ({ join }) =>
          join(player, ...list),
    ),
    id.map(
      (player): Step =>
        ({ drop }) =>
          drop(player),
    ),
    fc.tuple(id, identities).map(
      ([ident, list]): Step =>
        ({ login }) =>
          login(unit(ident, ...list)),
    ),
    fc.tuple(id, identities).map(
      ([ident, list]): Step =>
        ({ update }) =>
          update(unit(ident, ...list)),
    ),
    id.map(
      (ident): Step =>
        ({ logout }) =>
          logout(unit(ident)),
    ),
    id.map(
      (player): Step =>
        ({ aces }) =>
          aces.delete(player) || aces.add(player),
    ),
    fc.tuple(id, fc.constantFrom('police', 'taxi')).map(
      ([player, job]): Step =>
        ({ jobs, neighbours }) => {
          jobs.set(player, job);
          neighbours.emit('QBCore:Server:OnJobUpdate', player, {});
        },
    ),
    id.map(
      (player): Step =>
        ({ jobs, neighbours }) => {
          neighbours.emit('QBCore:Server:OnPlayerUnload', player);
          jobs.delete(player);
        },
    ),
    fc.nat(300).map(
      (ms): Step =>
        ({ clock }) =>
          clock.step(ms),
    ),
  );

  fc.assert(
    fc.property(fc.constantFrom('any', 'all'), fc.array(step, { maxLength: 40 }), (combine, steps) => {
      const world = setUp({ sources: ['cad', 'ace', 'job'], combine });
      const { presence, clock, aces, jobs } = world;
      presence.start();
      for (const one of steps) one(world);
      clock.advance(1000);
      const says = (player: number) => [
        [1, 2, 3].some((ident) => presence.matching.playerOf(ident) === player),
        aces.has(player),
        jobs.get(player) === 'police',
      ];
      const isOnDuty = (player: number) =>
        combine === 'any' ? says(player).includes(true) : !says(player).includes(false);
      expect(world.onDuty()).toEqual([...presence.roster.ids()].filter(isOnDuty).sort());
      expect(world.lines).toEqual([]);
    }),
  );
});
