// What a cheater can send: every net event of the server, from players who may not do what they ask for, against the built
// bundles. Nobody acts for another player, nor learns of calls that are not theirs to see.

import { afterEach, describe, expect, test } from '@jest/globals';
import * as delivery from '../../shared/delivery.ts';
import * as requests from '../../shared/requests.ts';
import { createTwoWayStage, PLACE, type TwoWayStage } from './two-way-stage.ts';

const running: TwoWayStage[] = [];

afterEach(async () => {
  for (const stage of running.splice(0)) await stage.close();
});

const [IRIS, TOM, DORA, NORA] = [1, 2, 3, 7];
const SECRET = 'MARK-SECRET';
/** Calls named so are for the police; Tom is with the fire department. */
const RULES = {
  audience: {
    rules: [
      { name: 'police', match: { kind: 'dispatch', title: 'MARK*' }, see: { pages: [0] }, alert: 'nobody' },
    ],
  },
};

/** A dispatch call that Iris is attached to and sees, and nobody else. */
async function setUp(config: object = {}): Promise<TwoWayStage & { key: string; asked: () => number }> {
  const stage = await createTwoWayStage({ config: { ...RULES, ...config } });
  running.push(stage);
  const { cad, games, units, passUntil, calls } = stage;
  cad.desk.update(units.tom, { data: { page: 1 } });
  const { callId } = cad.desk.createDispatch({ title: SECRET, address: 'Sinner St', metaData: PLACE });
  cad.desk.attach(callId, units.iris);
  await passUntil(() => games.iris.blips.some(({ name }) => name?.includes(SECRET)));
  const key = calls()[0]?.key ?? '';
  return { ...stage, key, asked: () => cad.requests.filter(({ method }) => method !== 'GET').length };
}

const sentTo = ({ server }: TwoWayStage, player: number) =>
  JSON.stringify(server.sentEvents.filter(({ target }) => target === player).map(({ args }) => args));
const answersTo = ({ server }: TwoWayStage, player: number) =>
  server.sentEvents
    .filter(({ name, target }) => name === requests.ANSWER_EVENT && target === player)
    .map(({ args }) => args[0] as requests.RequestAnswer);

/** Every action, about a call. */
const everything = (key: string) => [
  { action: 'respond', key },
  { action: 'detach' },
  { action: 'note', key, text: 'x' },
  { action: 'status', status: 1 },
  { action: 'panic', isPanic: true },
  { action: 'primary', key },
  { action: 'postal', key, postal: '1' },
];

/** Slowly enough not to be taken for a flood. */
async function ask(stage: TwoWayStage, player: number, list: readonly object[]): Promise<void> {
  for (const [id, request] of list.entries()) {
    stage.server.netEvent(player, requests.REQUEST_EVENT, id, request);
    await stage.server.advance(1_200);
  }
}

test('the events tried here are all there are', () => {
  const fromClients = Object.entries({ ...delivery, ...requests })
    .filter(([name]) => name.endsWith('_EVENT') && !['DELIVERY_EVENT', 'ANSWER_EVENT'].includes(name))
    .map(([, event]) => event);
  expect(fromClients.sort()).toEqual(
    [delivery.READY_EVENT, requests.REQUEST_EVENT, delivery.SCREEN_EVENT, delivery.STREET_EVENT].sort(),
  );
});

describe('a request', () => {
  test.each<[string, number, string]>([
    ['off duty', NORA, 'off-duty'],
    ['on duty without a unit', DORA, 'no-unit'],
  ])('of somebody %s comes to nothing, whatever it is', async (_, player, code) => {
    const stage = await setUp();
    const before = stage.asked();
    await ask(stage, player, everything(stage.key));
    expect(answersTo(stage, player).map((answer) => answer.code)).toEqual(Array(7).fill(code));
    expect(stage.asked()).toBe(before);
    // Dora is no police unit: rules keep the call from her.
    expect(sentTo(stage, player)).not.toContain(SECRET);
  });

  test('about a call that the player may not see is answered as one about no call', async () => {
    const stage = await setUp();
    const { cad, units, key } = stage;
    const before = stage.asked();
    const about = everything(key).filter((request) => 'key' in request);
    await ask(stage, TOM, about);
    await ask(
      stage,
      TOM,
      everything('dispatch:999').filter((request) => 'key' in request),
    );
    const codes = answersTo(stage, TOM).map(({ code, reason }) => [code, reason]);
    expect(codes).toEqual(Array(8).fill(['no-call', undefined]));
    expect([stage.asked(), cad.state.calls.active()[0]?.idents]).toEqual([before, [units.iris]]);
    expect(sentTo(stage, TOM)).not.toContain(SECRET);
  });

  test('that names another player or unit is about the sender all the same', async () => {
    const stage = await setUp();
    const { cad, units, passUntil } = stage;
    const forged = { player: IRIS, unit: units.iris, ident: units.iris, idents: [units.iris], source: IRIS };
    await ask(stage, TOM, [
      { action: 'status', status: 1, ...forged },
      { action: 'panic', isPanic: true, ...forged },
      { action: 'detach', ...forged },
    ]);
    await passUntil(() => cad.state.units.get(units.tom)?.isPanic === true);
    expect(cad.state.units.get(units.tom)).toMatchObject({ status: 1, isPanic: true });
    expect(cad.state.units.get(units.iris)).toMatchObject({ status: 2, isPanic: false });
    expect(cad.state.calls.active()[0]?.idents).toEqual([units.iris]);
    expect(answersTo(stage, IRIS)).toEqual([]);
  });

  test('in a flood is refused, and those of others are not', async () => {
    const stage = await setUp();
    const { cad, server, games, key, passUntil } = stage;
    for (let id = 0; id < 40; id += 1) {
      server.netEvent(TOM, requests.REQUEST_EVENT, id, { action: 'status', status: id % 5 });
    }
    games.iris.command('cad note still here');
    await passUntil(() => cad.state.calls.active()[0]?.notes.length === 1);
    const done = cad.requests.filter(({ endpoint }) => endpoint === 'setUnitStatus').length;
    expect(done).toBeLessThanOrEqual(6);
    expect(key).not.toBe('');
    expect(server.allProblems()).toEqual([]);
  });

  test.each<[string, unknown[]]>([
    ['nothing', []],
    ['no id', [null, { action: 'detach' }]],
    ['an endless text', [1, 'x'.repeat(20_000)]],
    ['an action with an inherited name', [1, { action: '__proto__', key: 'constructor' }]],
    ['numbers that are none', [Number.NaN, { action: 'status', status: Number.POSITIVE_INFINITY }]],
    ['a key that is an object', [1, { action: 'respond', key: { toString: 'dispatch:1' } }]],
    ['a call for help that lacks everything', [1, { action: 'call' }]],
    [
      'a call for help by a command that is none',
      [1, { action: 'call', line: '911x', text: 'x', street: '', isAnonymous: false }],
    ],
  ])('of %s does nothing and breaks nothing', async (_, args) => {
    const stage = await setUp();
    const before = stage.asked();
    stage.server.netEvent(IRIS, requests.REQUEST_EVENT, ...args);
    await stage.server.advance(500);
    expect([stage.asked(), stage.server.allProblems()]).toEqual([before, []]);
    expect(answersTo(stage, IRIS).every(({ ok }) => !ok)).toBe(true);
  });
});

describe('the other events', () => {
  test.each([[NORA], [DORA], [TOM]])(
    'give player %i nothing that is not theirs, however often',
    async (player) => {
      const stage = await setUp();
      for (let time = 0; time < 30; time += 1) {
        stage.server.netEvent(player, delivery.READY_EVENT, true, IRIS, stage.key);
        stage.server.netEvent(player, delivery.SCREEN_EVENT, IRIS, stage.key);
        stage.server.netEvent(player, delivery.STREET_EVENT, SECRET.repeat(player === TOM ? 1 : 90), IRIS);
      }
      await stage.server.advance(3_000);
      expect(sentTo(stage, player)).not.toContain(SECRET);
      expect(stage.server.allProblems()).toEqual([]);
    },
  );

  test('a street is told of the sender’s own unit, of units on duty only, and cut to size', async () => {
    const stage = await setUp({ unitLocations: { isEnabled: true, seconds: 2 } });
    const { cad, server, units, passUntil } = stage;
    server.netEvent(TOM, delivery.STREET_EVENT, `Lie St ${'x'.repeat(400)}`, units.iris);
    server.netEvent(NORA, delivery.STREET_EVENT, 'Nora St', units.iris);
    await passUntil(() => cad.state.units.get(units.tom)?.location.startsWith('Lie St') === true);
    expect(cad.state.units.get(units.tom)?.location.length).toBeLessThanOrEqual(120);
    expect(cad.state.units.get(units.iris)?.location).not.toMatch(/Lie|Nora/);
  });
});
