// Stories of units: who is on duty by the CAD, whose unit is whose, and what happens around logins.

import {
  inWorld,
  names,
  posts,
  push,
  pushCall,
  pushDispatch,
  pushFixture,
  pushUnit,
  subjects,
} from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, MARA, OFFICER, TOM, type World } from './world.ts';

const PLAYERS = [IRIS, TOM, CIVILIAN];
const duty = (world: World) => (world.call('getOnDutyPlayers') as number[]).sort((a, b) => a - b);
const seen = (world: World, player: number) => ({
  blips: names(world, player),
  posts: subjects(world, player),
});
const panic = (world: World, idents: readonly number[], isPanic: boolean) =>
  push(world, 'EVENT_UNIT_PANIC', { identIds: idents, isPanic });
const attach = (world: World, callId: number, ...idents: number[]) =>
  push(world, 'EVENT_DISPATCH_UNIT_ATTACH', { callId, idents });

export const unitStories = {
  'a login puts the player on duty by the source cad, a logout clears the map': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await pushCall(world, 1);
      await world.pass(1600);
      await pushFixture(world, '02_unit_login');
      const on = {
        duty: duty(world),
        iris: seen(world, 1),
        why: (world.call('explain', 1) as string[]).slice(0, 2),
        unit: (world.call('getUnitByPlayer', 1) as { ident: number }).ident,
        player: world.call('getPlayerByUnit', '12'),
      };
      await pushFixture(world, '31_unit_logout');
      return { on, off: { duty: duty(world), iris: seen(world, 1), unit: world.call('getUnitByPlayer', 1) } };
    }),

  'with the source cad left out of the settings a login puts nobody on duty': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS, config: { duty: { sources: ['ace'] } } }, async (world) => {
      await pushFixture(world, '02_unit_login');
      await pushCall(world, 1);
      await world.settle();
      return { duty: duty(world), iris: seen(world, 1) };
    }),

  'two sessions of one person are one unit: the one that joined last': (create: CreateWorld) =>
    inWorld(create, { players: [IRIS, TOM] }, async (world) => {
      await pushFixture(world, '02_unit_login');
      await world.join({ ...IRIS, id: 9, name: 'Iris again' });
      await pushDispatch(world, 501, { idents: [12] });
      await world.settle();
      const why = (world.call('explain', 1) as string[])[1];
      const both = { duty: duty(world), old: seen(world, 1), fresh: seen(world, 9), why };
      await world.pass(1600);
      world.drop(9);
      await push(world, 'EVENT_UNIT_STATUS', { identIds: [12], status: 3 });
      await world.settle();
      return { both, after: { duty: duty(world), old: seen(world, 1) } };
    }),

  'one person with two units is told of the calls of both, and is the one that logged in last': (
    create: CreateWorld,
  ) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      const identity = { communityUserId: IRIS.identifiers[0] };
      await pushUnit(world, 34, { ...identity, unitNum: 'OLD' });
      await pushUnit(world, 12, { ...identity, unitNum: 'NEW' });
      await pushDispatch(world, 1, { idents: [34] });
      await pushDispatch(world, 2, { idents: [12] });
      await world.settle();
      await world.restart();
      await world.settle();
      const unitOf = () => (world.call('getUnitByPlayer', 1) as { ident: number } | null)?.ident ?? null;
      const both = { unit: unitOf(), posts: subjects(world, 1) };
      await push(world, 'EVENT_UNIT_LOGOUT', { identId: 12 });
      const one = { unit: unitOf(), duty: duty(world) };
      await push(world, 'EVENT_UNIT_LOGOUT', { identId: 34 });
      await world.settle();
      return { both, one, none: { unit: unitOf(), duty: duty(world), blips: names(world, 1) } };
    }),

  'a unit is another player after an update of its identities': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await pushFixture(world, '02_unit_login');
      await pushCall(world, 1);
      await world.pass(1600);
      await push(world, 'EVENT_UNIT_UPDATE', {
        units: [{ id: 12, data: { apiIds: ['STEAM:1100001000000B2'] } }],
      });
      await world.settle();
      return { duty: duty(world), iris: names(world, 1), tom: seen(world, 2) };
    }),

  'a unit may be attached before its call and its login are known, also over a restart': (
    create: CreateWorld,
  ) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await attach(world, 501, 12, 34);
      await push(world, 'EVENT_DISPATCH_NOTE', { callId: 501, note: 'Early note' });
      await world.restart();
      await pushFixture(world, '05_dispatch_new_from_911');
      await world.pass(1600);
      const call = world.call('getCall', 501) as { idents: number[]; notes: { content: string }[] };
      await pushFixture(world, '02_unit_login');
      return {
        idents: call.idents,
        notes: call.notes.map(({ content }) => content),
        iris: seen(world, 1),
      };
    }),

  'who logs in right after being dispatched is told that they are attached': (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await pushDispatch(world, 501, { idents: [12] });
      await pushFixture(world, '02_unit_login');
      return seen(world, 1);
    }),

  'a panic is everybody else’s business too, and ends with the logout': (create: CreateWorld) =>
    inWorld(create, { players: [OFFICER, { ...TOM, coords: [50, 60, 30] }, CIVILIAN] }, async (world) => {
      const unit = { id: 34, isPanic: true, data: { unitNum: 'E-61', apiIds: ['steam:1100001000000b2'] } };
      await push(world, 'EVENT_UNIT_LOGIN', { unit });
      await world.settle();
      const on = { iris: seen(world, 1), tom: seen(world, 2) };
      await push(world, 'EVENT_UNIT_LOGOUT', { identIds: ['34'] });
      await world.settle();
      return { on, off: { iris: seen(world, 1), tom: names(world, 2) }, nora: seen(world, 7) };
    }),

  'a panic of a unit nobody knows is told all the same, once, and leaves no unit behind': (
    create: CreateWorld,
  ) =>
    inWorld(create, {}, async (world) => {
      for (let i = 0; i < 3; i += 1) await panic(world, [77], true);
      await panic(world, [77], false);
      await world.settle();
      return { posts: subjects(world, 1), units: world.call('getUnits') };
    }),

  'a status of an unknown unit changes nothing and does not stop the others': (create: CreateWorld) =>
    inWorld(create, { players: [IRIS, MARA] }, async (world) => {
      await pushFixture(world, '02_unit_login');
      await pushFixture(world, '01_unit_login_dispatcher');
      const answer = await push(world, 'EVENT_UNIT_STATUS', { identIds: ['99', 12], status: '1' });
      await world.settle();
      const units = world.call('getUnits') as { ident: number; status: number }[];
      return {
        answer: answer.body,
        units: units.map(({ ident, status }) => [ident, status]),
        posts: [posts(world, 1), posts(world, 4)],
      };
    }),
};
