// Stories that the built bundles play in a world. Each returns what came of it as plain data; expectations stand in
// scenarios.test.ts.

import { fixtureText } from '../support/fixtures.ts';
import { EVENT, inWorld, names, posts, push, pushCall } from './stage.ts';
import { type CreateWorld, KEY, OFF_DUTY, OFFICER, type World } from './world.ts';

const everybody = (world: World) => ({ iris: world.sees(1), tom: world.sees(2), nora: world.sees(7) });

export const scenarios = {
  'a 911 call reaches the officer on duty and nobody else': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      const answer = await world.request('POST', EVENT, fixtureText('04_911_in_game'));
      await world.settle();
      return { answer, ...everybody(world) };
    }),

  'a removed call leaves the map': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      await world.request('POST', EVENT, fixtureText('04_911_in_game'));
      await world.request('POST', EVENT, fixtureText('04v_911_docs_array_sibling_metadata'));
      await world.settle();
      const before = names(world, 1);
      await world.request('POST', EVENT, fixtureText('06_remove_911'));
      await world.settle();
      return { before, after: names(world, 1), posts: posts(world, 1) };
    }),

  'the same call again alerts nobody twice': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      for (let i = 0; i < 3; i += 1) await pushCall(world, 1);
      await pushCall(world, 1, { description: 'Two vans' });
      await world.settle();
      return {
        posts: posts(world, 1),
        blips: names(world, 1),
        call: world.call('getCall', '911:1') !== null,
      };
    }),

  'going on duty shows the open calls silently, going off duty clears the map': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      await pushCall(world, 1);
      await world.pass(1600);
      world.grant(2, 'sonorancad.dispatchnotify');
      await world.pass(1300);
      await world.settle();
      const on = { blips: names(world, 2), posts: posts(world, 2), duty: world.call('getOnDutyPlayers') };
      world.revoke(2, 'sonorancad.dispatchnotify');
      await world.pass(1300);
      await world.settle();
      return {
        on,
        off: { blips: names(world, 2), posts: posts(world, 2), duty: world.call('getOnDutyPlayers') },
      };
    }),

  'who goes on duty just before a call is alerted, who goes off duty just before is not': (
    create: CreateWorld,
  ) =>
    inWorld(create, {}, async (world) => {
      world.grant(2, 'sonorancad.duty');
      world.revoke(1, 'sonorancad.duty');
      await world.pass(250);
      await pushCall(world, 1);
      await world.settle();
      return { iris: [names(world, 1), posts(world, 1)], tom: [names(world, 2), posts(world, 2)] };
    }),

  'a player who joins on duty gets the open calls': (create: CreateWorld) =>
    inWorld(create, { players: [OFF_DUTY] }, async (world) => {
      await pushCall(world, 1);
      await world.pass(1600);
      await world.join(OFFICER);
      await world.settle();
      return { blips: names(world, 1), posts: posts(world, 1), duty: world.call('getOnDutyPlayers') };
    }),

  'a player who leaves is off duty': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      world.drop(1);
      await pushCall(world, 1);
      await world.settle();
      return { duty: world.call('getOnDutyPlayers'), onDuty: world.call('isOnDuty', 1) };
    }),

  'a restart keeps the calls and alerts nobody again': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      await pushCall(world, 1);
      await pushCall(world, 2);
      await world.settle();
      await world.restart();
      await world.settle();
      const after = { blips: names(world, 1), posts: posts(world, 1) };
      await push(world, 'EVENT_REMOVE_911', { callIds: [1] });
      await world.settle();
      return { after, later: names(world, 1) };
    }),

  'a stopped resource leaves no blip': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      await pushCall(world, 1);
      await world.settle();
      const before = names(world, 1);
      await world.stopResource();
      await world.settle();
      const answer = await pushCall(world, 2);
      return { before, after: names(world, 1), status: answer.status };
    }),

  'hostile text is shown without its markup': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      await pushCall(world, 1, {
        caller: '~r~<img src=x onerror=alert(1)>^1 100% $& {caller}',
        location: '\u202e~n~<b>\u0000\n[8112]',
        description: `${'~h~'.repeat(40)}${'😀'.repeat(400)}`,
      });
      await world.settle();
      const { blips, feed } = world.sees(1);
      return { blip: blips[0]?.name, caller: feed[0]?.subject, text: feed[0]?.text };
    }),

  'under another folder name everything works and the console says what to do': (create: CreateWorld) =>
    inWorld(create, { folder: 'cad_listener' }, async (world) => {
      const answer = await pushCallTo(world, '/cad_listener/event');
      const long = await push(world, 'EVENT_REMOVE_911', { callIds: [8] }, '/cad_listener/sonorancad/event');
      await world.settle();
      const lines = world.console().join('\n');
      return {
        statuses: [answer.status, long.status],
        blips: names(world, 1),
        saysFolder: lines.includes('posts only to a folder called "sonorancad"'),
        saysUrl: lines.includes('http://127.0.0.1:30120/cad_listener/event'),
      };
    }),

  'keys are changed without a restart, with the previous one accepted meanwhile': (create: CreateWorld) =>
    inWorld(create, { convars: { sonoran_apiKey: '' } }, async (world) => {
      const status = async () => (await push(world, 'EVENT_REMOVE_911', { callIds: [1] })).status;
      const none = await status();
      world.setConvar('sonoran_apiKey', 'new-key');
      const other = await status();
      world.setConvar('sonoran_apiKeyPrevious', KEY.toLowerCase());
      const previous = await status();
      world.setConvar('sonoran_apiKeyPrevious', '');
      const lines = world.console().filter((line) => line.includes('set sonoran_apiKey'));
      return { statuses: [none, other, previous, await status()], lines: lines.length };
    }),

  'a listener of another resource that throws harms nothing': (create: CreateWorld) =>
    inWorld(
      create,
      {
        neighbour: `
          const seen = [];
          on('sonorancad:push', (type, data) => { seen.push([type, data.call ? data.call.callId : data.callIds]); throw new Error('push'); });
          on('sonorancad:callOpened', (call) => { seen.push(['opened', call.key]); throw new Error('opened'); });
          on('sonorancad:callUpdated', (call, before) => seen.push(['updated', before.description, call.description]));
          on('sonorancad:callClosed', (call) => seen.push(['closed', call.key, call.stage]));
          exports('seen', () => seen);
        `,
      },
      async (world) => {
        const answers = [
          await pushCall(world, 1),
          await pushCall(world, 1, { description: 'Two vans' }),
          await push(world, 'EVENT_REMOVE_911', { callIds: [1] }),
        ];
        await world.settle();
        const heard = world.callNeighbour('seen');
        return {
          bodies: answers.map(({ body }) => body),
          blips: names(world, 1),
          posts: posts(world, 1),
          heard,
        };
      },
    ),

  'exports answer whatever they are asked': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      await pushCall(world, 1, { caller: 'A' });
      await pushCall(world, 2, { caller: 'B', isEmergency: false });
      const calls = world.call('getCalls') as { key: string; caller: string; metaData: object }[];
      const status = world.call('getStatus') as {
        calls: object;
        players: object;
        events: { accepted: number };
      };
      return {
        calls: calls.map(({ key, caller, metaData }) => [key, caller, metaData]),
        known: (world.call('getCall', '911:2') as { isEmergency: boolean }).isEmergency,
        unknown: [{}, null, 5, '911:9', [], true].map((key) => world.call('getCall', key)),
        duty: [1, '1', 2, 99, null, 'x', {}].map((player) => world.call('isOnDuty', player)),
        status: [status.calls, status.players, status.events.accepted],
        throwing: ASKING.filter((name) => {
          try {
            world.call(name, NO_TEXT, NO_TEXT);
            return false;
          } catch {
            return true;
          }
        }),
      };
    }),

  'the command answers the console and administrators': (create: CreateWorld) =>
    inWorld(create, {}, async (world) => {
      world.command('sonorancad status');
      world.command('sonorancad status', 2);
      world.grant(2, 'sonorancad.admin');
      world.command('sonorancad help', 2);
      await world.settle();
      return {
        console: world
          .console()
          .some(
            (line) => line.startsWith('Players: 3 online, 1 on duty') || line.includes('3 online, 1 on duty'),
          ),
        refusal: world.chat(2)[0],
        listed: world.chat(2).flatMap((line) => /^sonorancad (\w+)(?: [^:]+)?: \S/.exec(line)?.[1] ?? []),
      };
    }),
};

/** Exports that look for what they are asked for. */
const ASKING = [
  ...['getCall', 'getUnit', 'getUnitByPlayer', 'getPlayerByUnit', 'isOnDuty', 'offPush', 'explain'],
  ...['GetUnitById', 'GetUnitByPlayerId', 'isPlayerInCAD'],
];
/** What neither a text nor a number can be made of. */
const NO_TEXT = { toString: 1, valueOf: null };

const pushCallTo = (world: World, path: string) =>
  push(world, 'EVENT_911', { call: { callId: 9, location: 'Alta St', metaData: { x: 1, y: 2 } } }, path);
