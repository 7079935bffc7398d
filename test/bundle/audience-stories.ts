// Stories of who sees and hears what: the owner's rules, and how they follow calls and units.

import {
  inWorld,
  logInUnits,
  names,
  push,
  pushCall,
  pushDispatch,
  pushFixture,
  pushUnit,
  subjects,
} from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, MARA, TOM, type World } from './world.ts';

const PLAYERS = [IRIS, TOM, MARA, CIVILIAN];

// Iris is LSPD, Tom LSFD, Mara the dispatcher, Nora nobody.

const numbers = (world: World, player: number) => names(world, player).map((name) => name.split(' ')[0]);
const seers = (world: World) => ({
  iris: numbers(world, 1),
  tom: numbers(world, 2),
  mara: numbers(world, 4),
  nora: numbers(world, 7),
});
const heard = (world: World) => ({
  iris: subjects(world, 1),
  tom: subjects(world, 2),
  mara: subjects(world, 4),
  nora: subjects(world, 7),
});
const both = (world: World) => ({ sees: seers(world), hears: heard(world) });
const update = (world: World, id: number, data: object) =>
  push(world, 'EVENT_UNIT_UPDATE', { units: [{ id, data }] });
const edit = (world: World, callId: number, fields: object) =>
  push(world, 'EVENT_DISPATCH_EDIT', { dispatch: { callId, ...fields } });

const RULES = [
  { name: 'secret', match: { code: '99*' }, see: 'dispatchers', alert: 'dispatchers' },
  {
    name: 'task force',
    match: { kind: 'dispatch', group: 'TASK FORCE 9' },
    see: { groups: ['task force 9'] },
    alert: 'nobody',
  },
  {
    name: 'fire',
    match: { kind: 'dispatch', page: 1 },
    see: [{ pages: [1, 2] }, 'dispatchers'],
    alert: { pages: [1] },
  },
  {
    name: 'urgent',
    match: { kind: 'dispatch', priority: 1 },
    see: 'onDuty',
    alert: { departments: ['lspd'] },
  },
  { name: 'civil', match: { kind: 'civil' }, see: { departments: ['LSPD'] }, alert: 'nobody' },
  {
    name: 'staffed',
    match: { kind: '911', dispatcherOnline: true },
    see: 'dispatchers',
    alert: 'dispatchers',
  },
];

const ruled = { players: PLAYERS, config: { audience: { rules: RULES } } };
const hidden = {
  players: PLAYERS,
  config: { audience: { rules: [{ match: {}, see: 'dispatchers', alert: 'nobody' }] } },
};
const silenced = { players: PLAYERS, config: { audience: { silenceWhileDispatcherOnline: true } } };

export const audienceStories = {
  'rules go by code, group, page, priority, department and dispatchers': (create: CreateWorld) =>
    inWorld(create, ruled, async (world) => {
      await logInUnits(world);
      await pushDispatch(world, 1, { code: '99-A' });
      await pushDispatch(world, 2, { idents: [34] });
      await pushDispatch(world, 3, { priority: 1 });
      await pushCall(world, 4, { isEmergency: false });
      await pushCall(world, 5);
      await world.settle();
      return both(world);
    }),

  'what a unit becomes while on duty changes what its player sees, silently': (create: CreateWorld) =>
    inWorld(create, ruled, async (world) => {
      await logInUnits(world);
      await pushUnit(world, 77, { unitNum: 'TF', group: 'TASK FORCE 9' });
      await pushDispatch(world, 1, { idents: [77] });
      await pushCall(world, 2, { isEmergency: false });
      await world.settle();
      const before = seers(world);
      await pushFixture(world, '22_group_add');
      await update(world, 34, { department: 'LSPD' });
      await world.settle();
      const after = seers(world);
      await push(world, 'EVENT_UNIT_GROUP_REMOVE', { identId: 12, groupName: 'TASK FORCE 9' });
      await update(world, 12, { department: 'SAHP' });
      await world.settle();
      return { before, after, later: both(world) };
    }),

  'what becomes of a call or of its units changes who sees it': (create: CreateWorld) =>
    inWorld(create, ruled, async (world) => {
      await logInUnits(world);
      await pushUnit(world, 77, { unitNum: 'X', page: 0 });
      await pushDispatch(world, 1, { idents: [77] });
      await world.settle();
      const before = seers(world);
      await update(world, 77, { page: 1 });
      await world.settle();
      const fire = seers(world);
      await edit(world, 1, { code: '99-B' });
      await world.settle();
      const secret = seers(world);
      await edit(world, 1, { code: '10-8', idents: [] });
      await world.settle();
      return { before, fire, secret, open: both(world) };
    }),

  'attached units always see their call, and lose it with it': (create: CreateWorld) =>
    inWorld(create, hidden, async (world) => {
      await logInUnits(world);
      await pushDispatch(world, 501);
      await world.settle();
      const before = both(world);
      await pushFixture(world, '07v_unit_attach_multiple');
      const attached = both(world);
      await pushFixture(world, '29_unit_detach_single');
      await push(world, 'EVENT_DISPATCH_NOTE', { callId: 501, note: 'Only for those on it' });
      await world.settle();
      return { before, attached, detached: both(world) };
    }),

  'calls that need a dispatcher come and go with the dispatcher': (create: CreateWorld) =>
    inWorld(create, ruled, async (world) => {
      await pushFixture(world, '02_unit_login');
      await pushCall(world, 1);
      await world.pass(1600);
      const without = seers(world);
      await pushFixture(world, '01_unit_login_dispatcher');
      const withOne = seers(world);
      await pushFixture(world, '95_envelope_case_insensitive');
      return { without, withOne, again: both(world) };
    }),

  '911 calls stay silent while a dispatcher is online, also after a restart': (create: CreateWorld) =>
    inWorld(create, silenced, async (world) => {
      await logInUnits(world);
      await pushCall(world, 1);
      await world.settle();
      await world.restart();
      await pushCall(world, 2);
      await pushCall(world, 2, { description: 'Two vans' });
      await pushDispatch(world, 3, { idents: [34] });
      await world.settle();
      const silent = both(world);
      await pushFixture(world, '95_envelope_case_insensitive');
      await pushCall(world, 4);
      await world.settle();
      return { silent, loud: heard(world) };
    }),

  'an edit that changes nothing alerts nobody, a more urgent one those who are on it': (
    create: CreateWorld,
  ) =>
    inWorld(create, { players: PLAYERS }, async (world) => {
      await logInUnits(world);
      await pushDispatch(world, 1, { idents: [12] });
      await edit(world, 1, { priority: 2, idents: [12], title: 'Burglary' });
      await edit(world, 1, {});
      await edit(world, 1, { priority: '1', description: 'Shots fired' });
      await edit(world, 1, { priority: 3, address: 'Elgin Ave' });
      await world.settle();
      return heard(world);
    }),
};
