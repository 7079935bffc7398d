// After any sequence of events, the picture in every player's game is what that player may see: no more, no less, and as
// it is. And no event tells a player more than one thing.

import { expect, test } from '@jest/globals';
import { createPicture } from '../../client/picture.ts';
import { start } from '../../server/main.ts';
import type { Call, CallView } from '../../shared/call.ts';
import { DELIVERY_EVENT, type Delivery } from '../../shared/delivery.ts';
import type { Unit } from '../../shared/unit.ts';
import { createFakeHost } from '../support/fake-host.ts';
import { FIXTURE_KEY } from '../support/fixtures.ts';
import { fc } from '../support/properties.ts';

const PLAYERS = [1, 2, 3, 4];
const config = {
  calls: { maxOpen: 10 },
  units: { panicSeconds: 3600 },
  audience: {
    silenceWhileDispatcherOnline: true,
    rules: [
      { match: { code: 'SECRET' }, see: 'attached', alert: 'nobody' },
      { match: { kind: 'dispatch', page: 1 }, see: { pages: [1] }, alert: { pages: [1] } },
      { match: { kind: 'civil', dispatcherOnline: true }, see: 'dispatchers', alert: 'dispatchers' },
      { match: { group: 'TF' }, see: [{ groups: ['TF'] }, 'dispatchers'], alert: 'attached' },
    ],
  },
};

function setUp() {
  const pictures = new Map(PLAYERS.map((player) => [player, createPicture({ now: () => 0 })]));
  let told: number[] = [];
  const host = createFakeHost({
    config,
    convars: { sonoran_apiKey: FIXTURE_KEY },
    // Player 4 is on duty by permission; the others are while they have a unit.
    players: PLAYERS.map((id) => ({
      id,
      identifiers: [`license:${id}`],
      aces: id === 4 ? ['sonorancad.duty'] : [],
    })),
    onSent(event, player, args) {
      if (event !== DELIVERY_EVENT) return;
      const delivery = JSON.parse(JSON.stringify(args[0])) as Delivery;
      pictures.get(player)?.apply(delivery);
      for (const _ of delivery.announce ?? []) told.push(player);
    },
  });
  start(host);
  const encoder = new TextEncoder();
  return {
    host,
    pictures,
    /** Posts an event; returns whom it told something, once for each thing. */
    post(type: string, data: unknown): readonly number[] {
      told = [];
      host.post(encoder.encode(JSON.stringify({ key: FIXTURE_KEY, type, data })));
      return told;
    },
  };
}

/** Small numbers, so that events meet. Units 1 to 3 are those of the players, 9 is nobody's. */
const callId = fc.integer({ min: 1, max: 8 });
const ident = fc.constantFrom(1, 2, 3, 9);
const idents = fc.uniqueArray(ident, { maxLength: 3 });
const code = fc.constantFrom('10-8', 'SECRET');
const facts = fc.record(
  { x: fc.constantFrom('10', '20'), y: fc.constant('5'), origin911: callId.map(String) },
  { requiredKeys: [] },
);
const unit = fc.record(
  {
    id: ident,
    status: fc.integer({ min: 0, max: 4 }),
    isPanic: fc.boolean(),
    page: fc.integer({ min: 0, max: 3 }),
    group: fc.constantFrom('', 'TF', 'OTHER'),
    unitNum: fc.constantFrom('A', 'B'),
  },
  { requiredKeys: ['id'] },
);
const withIdentity = (one: { id: number }) => ({ ...one, apiIds: [`license:${one.id}`] });
const dispatch = fc.record(
  {
    callId,
    code,
    idents,
    priority: fc.integer({ min: 1, max: 3 }),
    metaData: facts,
    address: fc.constantFrom('', 'Alta St'),
  },
  { requiredKeys: ['callId'] },
);

const data = <T>(weight: number, type: string, arbitrary: fc.Arbitrary<T>) => ({
  weight,
  arbitrary: arbitrary.map((value): readonly [type: string, data: unknown] => [type, value]),
});
const attachment = fc.record({ callId, idents });

/** Ends are rare: a number that is over stays over for a while. */
const event = fc.oneof(
  data(
    2,
    'EVENT_911',
    fc.record({ call: fc.record({ callId, isEmergency: fc.boolean(), metaData: facts }) }),
  ),
  data(1, 'EVENT_REMOVE_911', fc.record({ callId })),
  data(4, 'EVENT_DISPATCH_NEW', fc.record({ dispatch })),
  data(3, 'EVENT_DISPATCH_EDIT', fc.record({ dispatch })),
  data(1, 'EVENT_DISPATCH_CLOSED', fc.record({ callId })),
  data(1, 'EVENT_DISPATCH_NOTE', fc.record({ callId, note: fc.constantFrom('One', 'Two') })),
  data(2, 'EVENT_DISPATCH_UNIT_ATTACH', attachment),
  data(2, 'EVENT_DISPATCH_UNIT_DETACH', attachment),
  data(5, 'EVENT_UNIT_LOGIN', fc.record({ unit: unit.map(withIdentity), isDispatch: fc.boolean() })),
  data(1, 'EVENT_UNIT_LOGOUT', fc.record({ identId: ident })),
  data(5, 'EVENT_UNIT_UPDATE', fc.record({ unit })),
  data(2, 'EVENT_UNIT_PANIC', fc.record({ identIds: idents, isPanic: fc.boolean() })),
  data(3, 'EVENT_UNIT_GROUP_ADD', fc.record({ identId: ident, groupName: fc.constantFrom('TF', 'OTHER') })),
);

/** A call as a client should know it: what other resources get, without the facts, with the units that are known. */
function viewOf(call: Call, units: readonly Unit[]): Omit<CallView, 'updatedAt'> {
  const { metaData: _, updatedAt: __, ...rest } = call;
  const known = call.idents.flatMap((one) => units.find((candidate) => candidate.ident === one) ?? []);
  return {
    ...rest,
    units: known.map(({ ident, unitNum, name, department, page, status, statusLabel, isPanic }) => ({
      ident,
      unitNum,
      name,
      department,
      page,
      status,
      statusLabel,
      isPanic,
    })),
  };
}

type World = ReturnType<typeof setUp>;
const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
const onDutyIn = ({ host }: World) => new Set(host.call('getOnDutyPlayers') as number[]);

/** What should be on a player's screen, by what the exports say. */
function expectedOf(world: World, player: number) {
  const { host } = world;
  if (!onDutyIn(world).has(player)) return { calls: [], panics: [], unit: null };
  const units = host.call('getUnits') as Unit[];
  const isSeen = ({ key }: Call) =>
    (host.call('explain', player, key) as string[]).some((line) =>
      line.includes('The player sees the call.'),
    );
  const calls = JSON.parse(JSON.stringify(host.call('getCalls'))) as Call[];
  const own = host.call('getUnitByPlayer', player) as Unit | null;
  return {
    calls: calls
      .filter(isSeen)
      .map((call) => viewOf(call, units))
      .sort(byKey),
    panics: units.flatMap(({ ident: one, isPanic }) => (isPanic ? [one] : [])).sort(),
    unit: own && [own.ident, own.statusLabel, own.isPanic],
  };
}

function pictureOf({ pictures }: World, player: number) {
  const { calls, panics, unit: own } = pictures.get(player) ?? createPicture({ now: () => 0 });
  return {
    calls: [...calls.values()].map(({ updatedAt: _, ...call }) => call).sort(byKey),
    panics: [...panics.keys()].sort(),
    unit: own && [own.ident, own.statusLabel, own.isPanic],
  };
}

test('every picture is right after every event', () => {
  const events = fc.array(fc.tuple(event, fc.integer({ min: 0, max: 3000 })), { maxLength: 40 });
  fc.assert(
    fc.property(events, (all) => {
      const world = setUp();
      for (const [[type, data], pause] of all) {
        const before = onDutyIn(world);
        const told = world.post(type, data);
        // Who has just come on duty is also told of the calls of the last moments.
        const toldTwice = told.filter((player, at) => before.has(player) && told.indexOf(player) !== at);
        expect(toldTwice).toEqual([]);
        for (const player of PLAYERS) expect(pictureOf(world, player)).toEqual(expectedOf(world, player));
        world.host.clock.advance(pause);
      }
    }),
    { numRuns: 300 },
  );
});
