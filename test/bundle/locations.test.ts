// The built bundles beside the simulated CAD: where units are is seen on its live map, and nowhere unless that is wanted.

import { afterEach, expect, test } from '@jest/globals';
import { createTwoWayStage, type StageOptions, type TwoWayStage } from './two-way-stage.ts';

const running: TwoWayStage[] = [];

afterEach(async () => {
  for (const stage of running.splice(0)) await stage.close();
});

async function setUp(options: StageOptions): Promise<TwoWayStage> {
  const stage = await createTwoWayStage(options);
  running.push(stage);
  return stage;
}

const ON = { unitLocations: { isEnabled: true, seconds: 7 } };
const updates = ({ cad }: TwoWayStage) =>
  cad.requests.filter(({ endpoint }) => endpoint === 'updateUnitLocations');

test('over the REST API units appear where they are, with their street, and only those that move again', async () => {
  const stage = await setUp({ config: ON });
  const { cad, server, games, units, passUntil } = stage;
  await passUntil(() => cad.state.units.get(units.iris)?.location !== '');
  await passUntil(() => cad.state.units.get(units.iris)?.coordinates?.x === 120);
  expect(cad.state.units.get(units.tom)?.coordinates).toMatchObject({ x: -80, y: 210, z: 50 });

  await passUntil(() => cad.state.units.get(units.iris)?.location.includes(',') === true);
  const before = updates(stage).length;
  games.iris.ped().coords = [500, -300, 40];
  await passUntil(() => cad.state.units.get(units.iris)?.coordinates?.x === 500);
  expect(updates(stage)[before]).toMatchObject({ body: { updates: [{ coordinates: { x: 500 } }] } });
  expect(server.allProblems()).toEqual([]);
});

test('over the websocket they go as one call of the hub, and the REST API is left alone', async () => {
  const stage = await setUp({ config: { ...ON, transport: 'both' } });
  const { cad, games, units, passUntil } = stage;
  await passUntil(() => cad.hub.locations.length > 0);
  games.tom.ped().coords = [900, 10, 20];
  await passUntil(() => cad.state.units.get(units.tom)?.coordinates?.x === 900);
  expect(cad.hub.locations[0]?.updates).toMatchObject([{ identId: units.iris }, { identId: units.tom }]);
  expect(updates(stage)).toEqual([]);
});

test('of players who are no unit, and of those who leave, nothing is told', async () => {
  const stage = await setUp({ config: ON });
  const { cad, games, server, units, passUntil } = stage;
  await passUntil(() => updates(stage).length > 0);
  expect(JSON.stringify(updates(stage))).not.toMatch(/d4d4d4|c3c3c3/);
  server.drop(1);
  games.tom.ped().coords = [900, 10, 20];
  const before = updates(stage).length;
  await passUntil(() => cad.state.units.get(units.tom)?.coordinates?.x === 900);
  expect(JSON.stringify(updates(stage).slice(before))).not.toContain('a1a1a1');
});

test('unless it is switched on, nobody is told anything, by the games neither', async () => {
  const stage = await setUp({});
  await stage.server.advance(60_000);
  expect(updates(stage)).toEqual([]);
  expect(stage.cad.state.units.get(stage.units.iris)?.coordinates).toBeNull();
});
