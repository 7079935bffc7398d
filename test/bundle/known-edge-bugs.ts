// What is known to go wrong elsewhere at the edges (places, texts as numbers, hostile requests and clients), one story per
// case: here it goes right. Numbered like known-bugs.ts.

import { fixtureText } from '../support/fixtures.ts';
import {
  EVENT,
  names,
  onDuty,
  posts,
  push,
  pushCall,
  pushDispatch,
  pushFixture,
  type Story,
} from './stage.ts';
import { CIVILIAN, IRIS, KEY, MARA, TOM, type World } from './world.ts';

const openCalls = (world: World) => (world.call('getCalls') as { key: string }[]).map(({ key }) => key);

/** Event names under which a client of the official resource can make itself heard on the server. */
const NET_EVENTS = [
  ...['IncomingCadCall', 'UnitAttach', 'DispatchEvent', 'RecordAdded', 'UnitLogin'].map(
    (name) => `SonoranCAD::pushevents:${name}`,
  ),
  'SonoranCAD::RegisterPushEvent',
  'cadToggleApi',
  ...['push', 'callOpened', 'callClosed', 'unitPanic', 'dutyChanged', 'delivery'].map(
    (name) => `sonorancad:${name}`,
  ),
];

export const knownEdgeBugs = {
  'B13 "false" is false: the caller is where the caller is': onDuty(
    async (world) => {
      await pushCall(world, 1, { metaData: { useCallLocation: 'false', callerPlayerId: '7' } });
      await push(world, 'EVENT_DISPATCH_NEW', { dispatch: { callId: 5, idents: [12], metaData: null } });
      return (world.call('getCall', '911:1') as { position: object }).position;
    },
    { players: [IRIS, TOM, MARA, { ...CIVILIAN, coords: [60, 70, 31] }] },
  ),

  'B14 an edited address is announced to other resources': onDuty(
    async (world) => {
      await pushDispatch(world, 501, { address: 'Alta St' });
      await push(world, 'EVENT_DISPATCH_EDIT', { dispatch: { callId: 501, address: 'Elgin Ave' } });
      return world.callNeighbour('moves');
    },
    {
      neighbour:
        "const moves = []; on('sonorancad:callUpdated', (call, before) => moves.push([before.address, call.address])); exports('moves', () => moves);",
    },
  ),

  'B15 numbers may be written as texts': onDuty(async (world) => {
    await pushDispatch(world, 501, { callId: '501', idents: ['12'] });
    await push(world, 'EVENT_DISPATCH_UNIT_ATTACH', { callId: '501', ident: '34' });
    return { keys: openCalls(world), idents: (world.call('getCall', 501) as { idents: number[] }).idents };
  }),

  'B16 what is over is forgotten, and what nobody ended ends itself': onDuty(
    async (world) => {
      await pushCall(world, 1);
      await world.pass(4000);
      await world.pass(16_000);
      return { keys: openCalls(world), blips: names(world, 1) };
    },
    { config: { calls: { expireEmergencyMinutes: 0.05, rememberClosedMinutes: 0 } } },
  ),

  'B18 no request but the one for the greeting is answered with anything of ours': onDuty(async (world) => {
    const paths = [
      'bodycam?ident=1&image=../../config.json',
      'bodycam?ident=..%2f..&image=config.json',
      '../server.cfg',
      '%2e%2e/%2e%2e/server.cfg',
      'config.json',
      'dist/server.js',
      'info',
      'console',
      'pluginevent',
    ];
    const gets = await Promise.all(paths.map((path) => world.request('GET', `/sonorancad/${path}`)));
    const posted = await world.request('POST', '/sonorancad/console', JSON.stringify({ password: KEY }));
    return [...new Set([...gets, posted].map(({ status, body }) => `${status} ${body}`))];
  }),

  'B19 a wrong key is a 400 of one length, told on the console without what was sent': onDuty(
    async (world) => {
      const bodies = ['97_bad_key', '97v_missing_key'].map(fixtureText);
      const answers = await Promise.all(bodies.map((body) => world.request('POST', EVENT, body)));
      const large = await world.request('POST', EVENT, 'x'.repeat(4 * 1024 * 1024 + 1));
      await world.pass(61_000);
      const lines = world.console();
      return {
        answers: answers.map(({ status, body }) => `${status} ${body}`),
        large: large.status,
        isTold: lines.some((line) => line.includes('key')),
        leaks: lines.filter((line) => line.includes('WRONG-KEY') || line.includes(KEY)),
      };
    },
  ),

  'B20 a type that is no text is answered': onDuty(async (world) => {
    const types = [42, null, {}, [], true, ''];
    const answers = types.map((type) =>
      world.request('POST', EVENT, JSON.stringify({ key: KEY, type, data: {} })),
    );
    return [...new Set((await Promise.all(answers)).map(({ status, body }) => `${status} ${body}`))];
  }),

  'B22 the caller is read under every name, and facts beside the call too': onDuty(
    async (world) => {
      await pushFixture(world, '04v_911_docs_array_sibling_metadata');
      return { heard: world.callNeighbour('callers'), blips: names(world, 1) };
    },
    {
      neighbour:
        "const callers = []; on('sonorancad:push', (type, data) => { if (type === 'EVENT_911') callers.push(data.identities); }); exports('callers', () => callers);",
    },
  ),
} satisfies Record<string, Story>;

/** B17: what every client can do to the server, and what comes of it. The host itself complains, so it stands apart. */
export const spoofing = onDuty(
  async (world) => {
    world.callNeighbour('heard');
    const before = {
      calls: openCalls(world),
      posts: [posts(world, 1), posts(world, 2)],
      sent: world.sent().length,
    };
    const spoofed = { callId: 666, caller: 'Nobody', metaData: { x: '1', y: '2' } };
    for (const name of NET_EVENTS) world.raise(CIVILIAN.id, name, spoofed, { callId: 666 }, true);
    await world.pass(1000);
    const after = {
      calls: openCalls(world),
      posts: [posts(world, 1), posts(world, 2)],
      sent: world.sent().length,
    };
    return { heard: world.callNeighbour('heard'), isSame: JSON.stringify(before) === JSON.stringify(after) };
  },
  {
    neighbour: `
      const heard = [];
      for (const name of ${JSON.stringify(NET_EVENTS)}) on(name, () => heard.push(name));
      exports('heard', () => heard.splice(0));
    `,
  },
);
