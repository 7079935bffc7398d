// Stories of the resources beside ours: they follow events, they fail, they are slow, and nothing of it is felt.

import { fixtureText } from '../support/fixtures.ts';
import { EVENT, inWorld, names, posts, push, pushCall, pushDispatch, pushFixture } from './stage.ts';
import { type CreateWorld, OFFICER, type World } from './world.ts';

/** Follows types on request, and notes what it gets. */
const FOLLOWER = `
  const heard = [];
  exports('follow', (type) => exports.sonorancad.onPush(type, (data, name) => { heard.push([type, name, data]); }));
  exports('unfollow', (id) => exports.sonorancad.offPush(id));
  exports('fail', (type) => exports.sonorancad.onPush(type, () => { throw new Error('not today'); }));
  exports('failLater', (type) => exports.sonorancad.onPush(type, async () => { throw new Error('nor later'); }));
  exports('heard', () => heard.splice(0));
`;
const unknown = (world: World) => world.request('POST', EVENT, fixtureText('96_unknown_type'));

export const neighbourStories = {
  'a type nobody knows is known while another resource follows it': (create: CreateWorld) =>
    inWorld(create, { neighbour: FOLLOWER }, async (world) => {
      const before = await unknown(world);
      const id = world.callNeighbour('follow', ' event_something_new_2027 ');
      const during = await unknown(world);
      const several = await push(world, 'EVENT_SOMETHING_NEW_2027', [1, 'two', null]);
      const heard = world.callNeighbour('heard');
      const ended = world.callNeighbour('unfollow', id);
      const after = await unknown(world);
      world.callNeighbour('follow', 'EVENT_SOMETHING_NEW_2027');
      await world.stopOther('neighbour');
      const gone = await unknown(world);
      const bodies = [before, during, several, after, gone].map(({ body }) => body);
      return { bodies, heard, ended };
    }),

  'a known type is followed as decoded, and all types by one': (create: CreateWorld) =>
    inWorld(create, { neighbour: FOLLOWER }, async (world) => {
      world.callNeighbour('follow', 'EVENT_UNIT_LOGOUT');
      world.callNeighbour('follow', '*');
      const nonsense = [null, '', {}, 7].map((type) => world.callNeighbour('follow', type));
      await pushFixture(world, '31_unit_logout');
      return { heard: world.callNeighbour('heard'), nonsense };
    }),

  'a handler that throws or rejects is told of once and harms nothing': (create: CreateWorld) =>
    inWorld(create, { neighbour: FOLLOWER }, async (world) => {
      world.callNeighbour('fail', 'EVENT_911');
      world.callNeighbour('failLater', 'EVENT_911');
      world.callNeighbour('follow', 'EVENT_911');
      const bodies = [await pushCall(world, 1), await pushCall(world, 2)].map(({ body }) => body);
      await world.settle();
      const heard = world.callNeighbour('heard') as unknown[];
      const told = world.console().filter((line) => line.includes('The handler of neighbour'));
      return {
        bodies,
        heard: heard.length,
        told: told.length,
        blips: names(world, 1),
        posts: posts(world, 1),
      };
    }),

  'a listener that is slow or changes what it got harms nothing': (create: CreateWorld) =>
    inWorld(
      create,
      {
        neighbour: `
          on('sonorancad:push', () => { for (let i = 0, x = 0; i < 2e7; i += 1) x += i; });
          on('sonorancad:callOpened', (call) => { call.caller = 'Somebody else'; call.metaData.x = '0'; call.idents.push(99); });
          exports('spoil', () => { for (const call of exports.sonorancad.getCalls()) call.description = 'spoilt'; });
        `,
      },
      async (world) => {
        const answers = [await pushCall(world, 1), await pushDispatch(world, 2)].map(({ body }) => body);
        world.callNeighbour('spoil');
        await world.settle();
        const call = world.call('getCall', '911:1') as Record<string, unknown>;
        const { caller, idents, description } = call;
        return { answers, call: { caller, idents, description }, blips: names(world, 1) };
      },
    ),

  'a request for logs does nothing at all': (create: CreateWorld) =>
    inWorld(create, { players: [OFFICER] }, async (world) => {
      await pushCall(world, 1);
      await world.settle();
      const before = {
        calls: world.call('getCalls'),
        sent: world.sent().length,
        lines: world.console().length,
      };
      const answer = await pushFixture(world, '32_get_logs');
      await world.pass(2000);
      const after = {
        calls: world.call('getCalls'),
        sent: world.sent().length,
        lines: world.console().length,
      };
      return { answer: answer.body, isSame: JSON.stringify(before) === JSON.stringify(after) };
    }),

  'events for other resources alone reach them decoded and no player': (create: CreateWorld) =>
    inWorld(create, { neighbour: FOLLOWER }, async (world) => {
      world.callNeighbour('follow', '*');
      const before = world.sent().length;
      const fixtures = [
        '14_toggle_bodycam_on',
        '16_streetsign',
        '25v_char_selected_sync_id',
        '26_community_link_verified',
      ];
      for (const name of [...fixtures, '27_new_callout_docs', '28_print_record', '21v_record_remove_empty']) {
        await pushFixture(world, name);
      }
      const heard = world.callNeighbour('heard') as [string, string, unknown][];
      return {
        heard: heard.map(([, type, data]) => [type, data]),
        sent: world.sent().length - before,
        posts: posts(world, 1),
      };
    }),

  'several events in one request are heard one by one': (create: CreateWorld) =>
    inWorld(create, { neighbour: FOLLOWER }, async (world) => {
      world.callNeighbour('follow', 'EVENT_REMOVE_911');
      const answer = await push(world, 'EVENT_REMOVE_911', [{ callIds: [1] }, { callId: '2' }]);
      const refused = await push(world, 'EVENT_REMOVE_911', [{ callIds: [3] }, { callIds: ['x'] }]);
      return { answers: [answer.body, refused.body], heard: world.callNeighbour('heard') };
    }),
};
