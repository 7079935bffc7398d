// Stories of places: calls without coordinates, the postals that come and go, and panics that move.

import { inWorld, push, pushCall, pushFixture, pushUnit } from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, OFFICER, TOM, type World, type WorldOptions } from './world.ts';

const POSTALS = {
  name: 'nearest-postal',
  metadata: { postal_file: 'postals.json', file: 'postals.json' },
  files: { 'postals.json': '[{"x":425.5,"y":-979.25,"code":"8112"},{"x":100,"y":200,"code":"8113"}]' },
};
const withPostals: WorldOptions = { players: [OFFICER, CIVILIAN], others: [POSTALS] };

/** Points by name, circles by size. */
const blips = (world: World, player = 1) =>
  world
    .sees(player)
    .blips.map(({ name, x, y, radius }) => `${radius === null ? name : `${radius} m around`} at ${x}, ${y}`);
const accuracy = (world: World, key: string) =>
  (world.call('getCall', key) as { position: { accuracy: string } | null } | null)?.position?.accuracy ??
  null;

export const placeStories = {
  'a postal is a point with a circle around it, coordinates are a point alone': (create: CreateWorld) =>
    inWorld(create, withPostals, async (world) => {
      await pushCall(world, 1, { location: 'A', metaData: { postal: '8112' } });
      await pushCall(world, 2, { location: '[8113] B', metaData: {} });
      await pushCall(world, 3, { location: 'C' });
      await pushCall(world, 4, { location: 'D', metaData: { postal: '9999' } });
      await world.settle();
      return { blips: blips(world), accuracy: [1, 2, 3, 4].map((id) => accuracy(world, `911:${id}`)) };
    }),

  'the circle is as large as the settings say, and follows an edit of the postal': (create: CreateWorld) =>
    inWorld(create, { ...withPostals, config: { places: { postalRadius: 250 } } }, async (world) => {
      const dispatch = { callId: 1, title: 'Fire', code: '10-70', postal: 8112 };
      await push(world, 'EVENT_DISPATCH_NEW', { dispatch });
      await world.settle();
      const before = blips(world);
      await push(world, 'EVENT_DISPATCH_EDIT', { dispatch: { callId: 1, postal: '8113' } });
      await world.settle();
      const after = blips(world);
      await push(world, 'EVENT_DISPATCH_EDIT', { dispatch: { callId: 1, metaData: { x: 7, y: 8, z: 9 } } });
      await world.settle();
      return { before, after, exact: blips(world) };
    }),

  'a restart of the postal resource is not noticed, its end is, and its return too': (create: CreateWorld) =>
    inWorld(create, withPostals, async (world) => {
      await pushCall(world, 1, { location: '[8112]', metaData: {} });
      await world.stopOther('nearest-postal');
      await world.pass(2000);
      const restarting = blips(world).length;
      await world.startOther('nearest-postal');
      await world.pass(11_000);
      const restarted = blips(world).length;
      await world.stopOther('nearest-postal');
      await world.pass(11_000);
      const gone = blips(world).length;
      await world.startOther('nearest-postal');
      await world.settle();
      return { restarting, restarted, gone, back: blips(world).length, posts: world.sees(1).feed.length };
    }),

  'without coordinates and postal a call is where its caller was, unless it says otherwise': (
    create: CreateWorld,
  ) =>
    inWorld(create, { players: [OFFICER, { ...CIVILIAN, coords: [60, 70, 30] }] }, async (world) => {
      const caller = { callerCommunityUserId: 'c3'.repeat(20), callerPlayerId: '1' };
      await pushCall(world, 1, { location: 'A', metaData: { ...caller, useCallLocation: 'false' } });
      await pushCall(world, 2, { location: 'B', metaData: { ...caller, useCallLocation: 'true' } });
      await world.settle();
      world.move(7, 500, 500, 30);
      await world.pass(200);
      await pushCall(world, 1, { location: 'A', description: 'Still here', metaData: caller });
      await world.settle();
      return { blips: blips(world), accuracy: accuracy(world, '911:1') };
    }),

  'a panic blip follows its unit once a second, and ends with the panic': (create: CreateWorld) =>
    inWorld(create, { players: [OFFICER, { ...TOM, coords: [10, 20, 30] }] }, async (world) => {
      await pushUnit(world, 34, { unitNum: 'E-61', apiIds: ['steam:1100001000000b2'] });
      await push(world, 'EVENT_UNIT_PANIC', { identIds: [34], isPanic: true });
      await world.settle();
      const places = [...blips(world)];
      const before = world.sent().length;
      for (let step = 1; step <= 4; step += 1) {
        world.move(2, 10 + step * 50, 20, 30);
        await world.pass(1000);
        places.push(...blips(world));
      }
      const moves = world.sent().length - before;
      await world.pass(1500);
      const still = world.sent().length - before - moves;
      await push(world, 'EVENT_UNIT_PANIC', { identIds: [34], isPanic: false });
      await world.settle();
      return { places, moves, still, end: blips(world), other: blips(world, 2) };
    }),

  'a panic that nobody ends is taken off the map after its time': (create: CreateWorld) =>
    inWorld(create, { players: [OFFICER], config: { units: { panicSeconds: 5 } } }, async (world) => {
      const unit = { id: 5, coordinates: { x: 1, y: 2, z: 3 }, data: { unitNum: 'A' } };
      await push(world, 'EVENT_UNIT_LOGIN', { unit });
      await push(world, 'EVENT_UNIT_PANIC', { identIds: [5] });
      await world.pass(3500);
      const during = blips(world);
      await world.pass(3000);
      return { during, after: blips(world), posts: world.sees(1).feed.length };
    }),

  'a unit that the CAD places moves on the map as the CAD says': (create: CreateWorld) =>
    inWorld(create, { players: [IRIS, TOM] }, async (world) => {
      await pushFixture(world, '02_unit_login');
      await pushFixture(world, '12_unit_panic_on');
      const unplaced = blips(world);
      await push(world, 'EVENT_UNIT_UPDATE', { units: [{ id: 12, coordinates: { x: 430, y: -970.5 } }] });
      await world.pass(1200);
      return { unplaced, placed: blips(world), tom: blips(world, 2) };
    }),
};
