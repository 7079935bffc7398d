// A long mixed story, of which every word that is sent to a game client is read afterwards.

import { storyNames } from '../support/fixtures.ts';
import { inWorld, push, pushCall, pushDispatch, pushFixture } from './stage.ts';
import { CIVILIAN, type CreateWorld, IRIS, KEY, MARA, OFFICER, TOM, type World } from './world.ts';

/** On duty by permission, without a unit. */
const GUARD = { ...OFFICER, id: 20, name: 'No unit', identifiers: ['license:9e'] };

const RULES = [
  { match: { code: 'LAW*' }, see: { departments: ['LSPD'] }, alert: { departments: ['LSPD'] } },
  { match: { code: 'FIRE*' }, see: { departments: ['LSFD'] }, alert: { departments: ['LSFD'] } },
  { match: { kind: 'civil' }, see: 'dispatchers', alert: 'dispatchers' },
];

/** What no game client is ever sent: keys, accounts, identifiers. */
const FORBIDDEN = [
  KEY,
  KEY.toLowerCase(),
  ...['a1', 'b2', 'c3', 'd0'].map((part) => part.repeat(20)),
  '1100001000000b2',
  '5b1d3c52-6f0a-4d1e',
  '7d0f3a56-1c2b',
  'SECRET-FACT',
];
/** Fields that would hold such things; what other resources listen for in the game has them, empty. */
const FORBIDDEN_FIELDS = ['metaData', 'identit', 'accountId', 'playerId', 'callerPlayerId'];

/** Words in what is sent, each known to one event alone. */
const MARKS = [
  ...['MARK-LAW', 'MARK-LAW-NOTE', 'MARK-LAW-EDIT', 'MARK-FIRE', 'MARK-CIVIL', 'MARK-OPEN'],
  ...['MARK-PAGE', 'MARK-STATION', 'MARK-TONE', 'MARK-PANIC'],
];

async function play(world: World): Promise<void> {
  for (const name of storyNames.slice(0, 3)) await pushFixture(world, name);
  const facts = {
    x: '10',
    y: '20',
    note: 'SECRET-FACT',
    callerCommunityUserId: 'c3'.repeat(20),
    callerPlayerId: '7',
  };
  await pushDispatch(world, 1, { code: 'LAW-1', title: 'MARK-LAW', metaData: facts });
  await pushDispatch(world, 2, { code: 'FIRE-1', title: 'MARK-FIRE', metaData: facts });
  await pushCall(world, 3, { isEmergency: false, description: 'MARK-CIVIL', metaData: facts });
  await pushCall(world, 4, { description: 'MARK-OPEN', metaData: facts });
  await push(world, 'EVENT_DISPATCH_UNIT_ATTACH', { callId: 1, idents: [12] });
  await push(world, 'EVENT_DISPATCH_NOTE', { callId: 1, note: 'MARK-LAW-NOTE' });
  await push(world, 'EVENT_DISPATCH_EDIT', {
    dispatch: { callId: 1, description: 'MARK-LAW-EDIT', priority: 1 },
  });
  await push(world, 'EVENT_PAGER_REBORN', { identIds: [34], body: 'MARK-PAGE' });
  await push(world, 'EVENT_STATION_ALERT', { locations: [{ name: 'MARK-STATION' }], message: '' });
  await push(world, 'EVENT_TONE', {
    url: 'https://example.invalid/MARK-TONE',
    playTonesTo: [{ type: 5, value: 40 }],
  });
  await push(world, 'EVENT_UNIT_UPDATE', { units: [{ id: 12, status: 4, data: { unitNum: 'MARK-PANIC' } }] });
  await push(world, 'EVENT_UNIT_PANIC', { identIds: [12] });
  await world.settle();
  await world.restart();
  // Nora's client asks for everything there is.
  for (let i = 0; i < 5; i += 1) world.raise(CIVILIAN.id, 'sonorancad:ready', { everything: true });
  await world.pass(1500);
  world.grant(CIVILIAN.id, 'sonorancad.unrelated');
  for (const name of storyNames.slice(3)) await pushFixture(world, name);
  await push(world, 'EVENT_DISPATCH_CLOSED', { callIds: [1, 2, 501] });
  await world.settle();
}

export const privacyStories = {
  'nobody is sent what is not theirs to know, a civilian nothing but settings': (create: CreateWorld) =>
    inWorld(
      create,
      {
        players: [IRIS, TOM, MARA, GUARD, CIVILIAN],
        config: { audience: { rules: RULES }, tones: { hosts: ['example.invalid'] } },
      },
      async (world) => {
        await play(world);
        const sent = world
          .sent()
          .map(({ event, player, args }) => ({ event, player, args, text: event + JSON.stringify(args) }));
        const toNora = sent.filter(({ player }) => player === CIVILIAN.id);
        const reached = (mark: string) => [
          ...new Set(sent.filter(({ text }) => text.includes(`${mark}"`)).map(({ player }) => player)),
        ];
        return {
          isMuch: sent.length > 100,
          leaks: FORBIDDEN.filter((word) => sent.some(({ text }) => text.includes(word))),
          fields: FORBIDDEN_FIELDS.filter((word) => sent.some(({ text }) => text.includes(word))),
          toEverybody: sent.filter(({ player }) => player === -1).length,
          toNora: [
            ...new Set(toNora.map(({ event, args }) => `${event} ${Object.keys(args[0] as object).sort()}`)),
          ],
          isNoraOnDuty: [...new Set(toNora.map(({ args }) => (args[0] as { isOnDuty: boolean }).isOnDuty))],
          reached: Object.fromEntries(MARKS.map((mark) => [mark, reached(mark).sort((a, b) => a - b)])),
        };
      },
    ),
};
