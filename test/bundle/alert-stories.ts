// Stories of what sounds and shows for a moment: tones, station alerts and pagers, for the right players only.

import { fixture } from '../support/fixtures.ts';
import { inWorld, logInUnits, posts, push, pushDispatch, pushFixture, pushUnit, subjects } from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, MARA, OFFICER, TOM, type World } from './world.ts';

/** On duty by permission, without a unit. */
const GUARD = { ...OFFICER, id: 20, name: 'No unit', identifiers: ['license:20'] };
const PLAYERS = [IRIS, TOM, MARA, GUARD, CIVILIAN];

// Iris: LSPD, Metro, Patrol, page 0. Tom: LSFD, East, Engine, LADDER 61, page 1. Mara: dispatcher, Metro.

const counts = (world: World) => ({
  iris: posts(world, 1),
  tom: posts(world, 2),
  mara: posts(world, 4),
  guard: posts(world, 20),
  nora: posts(world, 7),
});

/** Who hears a tone for these targets, by name. */
async function hearers(world: World, ...targets: readonly { type: unknown; value: unknown }[]) {
  const before = counts(world);
  await push(world, 'EVENT_TONE', {
    url: 'https://example.invalid/tone.mp3',
    playTonesTo: targets.map((target) => ({ ...target, label: '' })),
  });
  await world.settle();
  const after = Object.entries(counts(world));
  return after.filter(([name, count]) => count > before[name as keyof typeof before]).map(([name]) => name);
}

export const alertStories = {
  'a tone reaches the players of the units it is for': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await logInUnits(world);
      await pushDispatch(world, 501, { idents: [34] });
      await world.settle();
      return {
        all: await hearers(world, { type: 0, value: null }),
        call: await hearers(world, { type: '1', value: '501' }),
        agency: await hearers(world, { type: 2, value: 'metro' }),
        department: await hearers(world, { type: 3, value: 'LSPD' }),
        subdivision: await hearers(world, { type: 4, value: 'Engine' }),
        ident: await hearers(world, { type: 5, value: 12 }),
        group: await hearers(world, { type: 6, value: 'Ladder 61' }),
        several: await hearers(world, { type: 3, value: 'LSPD' }, { type: 5, value: '12' }),
        nobody: [
          await hearers(world, { type: 1, value: 999 }),
          await hearers(world, { type: 3, value: '' }),
          await hearers(world, { type: 9, value: 12 }),
          await hearers(world),
        ],
      };
    }),

  'a tone for several reasons is heard once, and by nobody who is off duty': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await logInUnits(world);
      await pushUnit(world, 55, { communityUserId: IRIS.identifiers[0], department: 'LSPD' });
      await hearers(world, { type: 0, value: null }, { type: 3, value: 'LSPD' }, { type: 5, value: 12 });
      const once = counts(world);
      await push(world, 'EVENT_UNIT_LOGOUT', { identIds: [12, 55] });
      return { once, later: await hearers(world, { type: 0, value: null }) };
    }),

  'a station alert reaches fire and EMS': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await logInUnits(world);
      await push(world, 'EVENT_UNIT_UPDATE', { units: [{ id: 40, data: { page: 2 } }] });
      await pushFixture(world, '17_station_alert');
      return { counts: counts(world), tom: subjects(world, 2) };
    }),

  'a pager reaches the units it names': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await logInUnits(world);
      await pushFixture(world, '18_pager_reborn');
      await pushFixture(world, '18v_pager_addresses_only');
      await push(world, 'EVENT_PAGER_REBORN', {
        players: [12, 34, 99],
        nature: 'Administrative',
        body: 'Briefing',
      });
      await world.settle();
      return {
        iris: subjects(world, 1),
        tom: subjects(world, 2),
        mara: posts(world, 4),
        guard: posts(world, 20),
      };
    }),

  'a pager that names pagers only is for other resources': (create: CreateWorld) =>
    inWorld(
      create,
      {
        players: PLAYERS,
        neighbour:
          "const heard = []; on('sonorancad:pager', (page) => heard.push(page)); exports('heard', () => heard);",
      },
      async (world) => {
        await logInUnits(world);
        const { data } = fixture('18v_pager_addresses_only');
        await push(world, 'EVENT_PAGER_REBORN', data);
        await world.settle();
        return { heard: world.callNeighbour('heard'), counts: counts(world) };
      },
    ),

  'each event tells a player one thing, the most telling one': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await logInUnits(world);
      // Attached, a note and more urgent, all in one edit.
      await pushDispatch(world, 501, { idents: [34], priority: 3 });
      await push(world, 'EVENT_DISPATCH_EDIT', {
        dispatch: {
          callId: 501,
          idents: [34, 12],
          priority: 1,
          notes: [{ content: 'Armed', label: 'DISP-1' }],
        },
      });
      // Panic and status in one update.
      await push(world, 'EVENT_UNIT_UPDATE', { units: [{ id: 12, status: 4, isPanic: true }] });
      // Several events in one request.
      await push(world, 'EVENT_911', [
        { call: { callId: 1, caller: 'A' } },
        { call: { callId: 2, caller: 'B' } },
      ]);
      await world.settle();
      return { iris: subjects(world, 1), tom: subjects(world, 2) };
    }),
};
