// What is known to go wrong elsewhere with calls and units, one story per case: here it goes right. The numbers are those
// of the list of such cases that this project keeps to; known-edge-bugs.ts goes on with them.

import {
  EVENT,
  names,
  onDuty,
  push,
  pushCall,
  pushDispatch,
  pushFixture,
  type Story,
  subjects,
} from './stage.ts';
import { KEY, TOM, type World } from './world.ts';

type Known = { idents: number[]; notes: { content: string }[]; address: string };
type KnownUnit = { ident: number; status: number; isPanic: boolean; group: string };

const call = (world: World, key: string | number) => world.call('getCall', key) as Known | null;
const unit = (world: World, ident: number) => world.call('getUnit', ident) as KnownUnit | null;
const openCalls = (world: World) => (world.call('getCalls') as { key: string }[]).map(({ key }) => key);

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
} satisfies Record<string, Story>;
