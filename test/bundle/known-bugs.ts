// What is known to go wrong elsewhere with the same events, one story per case: here it goes right. The numbers are those
// of the list of such cases that this project keeps to.

import { fixtureText } from '../support/fixtures.ts';
import {
  EVENT,
  inWorld,
  names,
  posts,
  push,
  pushCall,
  pushDispatch,
  pushFixture,
  type Story,
  subjects,
} from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, KEY, MARA, TOM, type World, type WorldOptions } from './world.ts';

type Known = { idents: number[]; notes: { content: string }[]; address: string };
type KnownUnit = { ident: number; status: number; isPanic: boolean; group: string };

const PLAYERS = [IRIS, TOM, MARA, CIVILIAN];
const call = (world: World, key: string | number) => world.call('getCall', key) as Known | null;
const unit = (world: World, ident: number) => world.call('getUnit', ident) as KnownUnit | null;
const openCalls = (world: World) => (world.call('getCalls') as { key: string }[]).map(({ key }) => key);

/** A story in which the three units of the fixtures are logged in. */
const onDuty =
  (story: (world: World) => Promise<unknown>, options: WorldOptions = {}): Story =>
  (create: CreateWorld) =>
    inWorld(create, { players: PLAYERS, ...options }, async (world) => {
      for (const name of ['01_unit_login_dispatcher', '02_unit_login', '03_unit_login_apiids_only']) {
        await pushFixture(world, name);
      }
      return story(world);
    });

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

export const knownBugs = {
  'B1 a status finds its unit by ident, also as a single number': onDuty(async (world) => {
    await pushFixture(world, '08v_unit_status_docs_array_number');
    return [40, 12, 34].map((ident) => unit(world, ident)?.status);
  }),

  'B2 every call of a closing event is closed, whatever stands before it': onDuty(async (world) => {
    await pushDispatch(world, 501);
    await pushDispatch(world, 502);
    await pushFixture(world, '30v_dispatch_closed_unknown_first');
    return openCalls(world);
  }),

  'B3 a logout removes the unit itself, and a player who leaves has none': onDuty(async (world) => {
    await pushFixture(world, '31_unit_logout');
    world.drop(TOM.id);
    return {
      units: (world.call('getUnits') as KnownUnit[]).map(({ ident }) => ident),
      players: [12, 34, 40].map((ident) => world.call('getPlayerByUnit', ident)),
    };
  }),

  'B4 detaching who is not attached detaches nobody': onDuty(async (world) => {
    await pushDispatch(world, 501, { idents: [12, 34] });
    await push(world, 'EVENT_DISPATCH_UNIT_DETACH', { callId: 501, ident: 99 });
    return call(world, 501)?.idents;
  }),

  'B5 unknown units stop nobody, and an attachment waits for its call': onDuty(async (world) => {
    await push(world, 'EVENT_DISPATCH_UNIT_ATTACH', { callId: 501, idents: [99, 12] });
    await pushDispatch(world, 501);
    await world.settle();
    return { idents: call(world, 501)?.idents, iris: subjects(world, 1) };
  }),

  'B6 a panic is answered ok, known, told by unit, and may be a single old-style ident': onDuty(
    async (world) => {
      const answer = await push(world, 'EVENT_UNIT_PANIC', { identId: 12 });
      await world.settle();
      return { answer: answer.body, isPanic: unit(world, 12)?.isPanic, tom: subjects(world, 2) };
    },
  ),

  'B7 a call that is missing is refused, an edit of an unknown one opens it': onDuty(async (world) => {
    const missing = await push(world, 'EVENT_DISPATCH_NEW', {});
    const edit = await push(world, 'EVENT_DISPATCH_EDIT', { dispatch: { callId: 7, address: 'Alta St' } });
    return { missing: missing.body, edit: edit.body, address: call(world, 7)?.address };
  }),

  'B8 a group is read where it is documented, and beside the data too': onDuty(async (world) => {
    await pushFixture(world, '22_group_add');
    const body = {
      key: KEY,
      type: 'EVENT_UNIT_GROUP_ADD',
      identIds: [34],
      data: { groupName: 'TASK FORCE 9' },
    };
    await world.request('POST', EVENT, JSON.stringify(body));
    return [unit(world, 12)?.group, unit(world, 34)?.group];
  }),

  'B9 a note reaches a call whose notes were an empty text, and the players on it': onDuty(async (world) => {
    await pushFixture(world, '05v_dispatch_new_docs_array_notes_string');
    await push(world, 'EVENT_DISPATCH_NOTE', { callId: 502, note: { label: 'DISP-1', content: 'Armed' } });
    await world.settle();
    return {
      notes: call(world, 502)?.notes.map(({ content }) => content),
      iris: subjects(world, 1).slice(1),
    };
  }),

  'B10 percent signs, markup and colour codes of callers are just text': onDuty(async (world) => {
    await pushCall(world, 1, { caller: '100% %1 $& ^1', location: '<b>~r~Alta', description: '%s %d' });
    await world.settle();
    const [post] = world.sees(1).feed;
    return { caller: post?.subject, text: post?.text, blip: names(world, 1) };
  }),

  'B11 911 and civil calls are told apart, and nothing has to be there': onDuty(async (world) => {
    await push(world, 'EVENT_911', { call: { callId: 1, isEmergency: false } });
    await push(world, 'EVENT_911', { call: { callId: 2 } });
    await world.settle();
    return subjects(world, 1);
  }),

  'B12 who is on a call is told of its end, and their map is cleared': onDuty(async (world) => {
    await pushDispatch(world, 501, { idents: [12] });
    await world.settle();
    const before = names(world, 1);
    await pushFixture(world, '30_dispatch_closed');
    return { before, after: names(world, 1), told: subjects(world, 1).at(-1) };
  }),

  'B13 "false" is false: the caller is where the caller is': onDuty(
    async (world) => {
      await pushCall(world, 1, { metaData: { useCallLocation: 'false', callerPlayerId: '7' } });
      await push(world, 'EVENT_DISPATCH_NEW', { dispatch: { callId: 5, idents: [12], metaData: null } });
      return world.call('getCall', '911:1');
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
    return { keys: openCalls(world), idents: call(world, 501)?.idents };
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
