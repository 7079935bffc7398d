// Resources written for the official one, beside the built bundle: what reaches them, and what no client can do.

import { afterEach, describe, expect, test } from '@jest/globals';
import { type SimServer, startServer } from '../../simulator/index.ts';
import { FIXTURE_KEY, fixtureText } from '../support/fixtures.ts';

const LICENSE = 'license:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1';

/** A server script that follows the official names and registers for an event type. */
const NEIGHBOUR = `
  const heard = [];
  const hear = (name, pick) => on('SonoranCAD::' + name, (...args) => heard.push([name, ...pick(...args)]));
  hear('pushevents:UnitLogin', (unit) => [unit.id, unit.data.unitNum]);
  hear('core:AddPlayer', (player, unit) => [player, unit.id, exports.sonorancad.GetUnitByPlayerId(player).id]);
  hear('pushevents:IncomingCadCall', (call, metaData, ids) => [call.callId, metaData.postal, ids]);
  hear('pushevents:UnitPanic', (unit, ident, isPanic) => [unit.data.name, ident, isPanic]);
  hear('pushevents:OtherEvent', (type, data) => [type, data]);
  emit('SonoranCAD::RegisterPushEvent', 'EVENT_911', (envelope) => heard.push(['envelope', Object.keys(envelope)]));
  exports('heard', () => heard.splice(0));
  exports('caches', () => {
    let dispatchers;
    exports.sonorancad.GetUnitCache(true, (_, found) => { dispatchers = found; });
    return [Object.keys(exports.sonorancad.GetEmergencyCache()), dispatchers];
  });
`;

/** A client script that follows the official name. */
const CLIENT = `
  const units = [];
  onNet('SonoranCAD::core:AddPlayer', (unit) => units.push([unit.data.unitNum, unit.accId, unit.data.apiIds]));
  exports('units', () => units);
`;

const running: SimServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.shutdown();
});

async function start(resourceName: string, official: boolean) {
  const server = await startServer({
    resourceDir: process.cwd(),
    resourceName,
    clock: 'manual',
    convars: { sonoran_apiKey: FIXTURE_KEY },
    players: [{ id: 1, name: 'Iris Dale', identifiers: [LICENSE], coords: [0, 0, 0] }],
    resources: official ? [{ name: 'sonorancad', scripts: { server: ['0'] } }] : [],
  });
  running.push(server);
  server.join(1);
  await server.advance(200);
  return server;
}

function addNeighbour(server: SimServer, script = NEIGHBOUR): void {
  server.addResource({ name: 'neighbour', scripts: { server: [script], client: [CLIENT] } });
}

async function send(server: SimServer, body: string): Promise<void> {
  const { done } = server.inject({ method: 'POST', path: `/${server.resource}/event`, body });
  expect((await done).status).toBe(200);
  await server.advance(200);
}

const heard = (server: SimServer) => server.callExport('neighbour', 'heard');

test('events, exports and subscriptions work as they did', async () => {
  const server = await start('sonorancad', false);
  addNeighbour(server);
  await server.advance(200);
  await send(server, fixtureText('01_unit_login_dispatcher'));
  await send(server, fixtureText('02_unit_login'));
  await send(server, fixtureText('04_911_in_game'));
  await send(server, fixtureText('12_unit_panic_on'));
  await send(server, fixtureText('14_toggle_bodycam_on'));
  expect(heard(server)).toEqual([
    ['pushevents:UnitLogin', 40, expect.any(String)],
    ['pushevents:UnitLogin', 12, '2-ADAM-14'],
    ['core:AddPlayer', 1, 12, 12],
    ['envelope', ['type', 'data']],
    ['pushevents:IncomingCadCall', 302, '8112', null],
    ['pushevents:UnitPanic', 'Iris Dale', 12, true],
    ['pushevents:OtherEvent', 'EVENT_DISPATCH_TOGGLE_BODYCAM', expect.objectContaining({ ident: '12' })],
  ]);
  expect(server.callExport('neighbour', 'caches')).toEqual([['302'], [{ id: 40, isInGame: false }]]);
  expect(server.client(1)?.evaluate('exports.neighbour.units()')).toEqual([['2-ADAM-14', null, []]]);
  expect(server.allProblems()).toEqual([]);
});

test('a subscriber that restarts is called once', async () => {
  const server = await start('sonorancad', false);
  addNeighbour(server);
  server.restart('neighbour');
  await server.advance(200);
  await send(server, fixtureText('04_911_in_game'));
  expect(heard(server)).toEqual([
    ['envelope', ['type', 'data']],
    ['pushevents:IncomingCadCall', 302, '8112', null],
  ]);
});

test('no client can raise the events or register', async () => {
  const server = await start('sonorancad', false);
  addNeighbour(server);
  for (const name of ['RegisterPushEvent', 'pushevents:IncomingCadCall', 'pushevents:UnitLogin']) {
    server.netEvent(1, `SonoranCAD::${name}`, { callId: 1 }, {});
  }
  await server.advance(200);
  expect(heard(server)).toEqual([]);
});

describe('beside the official resource', () => {
  test('its names are left to it while it runs', async () => {
    const server = await start('cad_listener', true);
    addNeighbour(server, NEIGHBOUR.replace(', exports.sonorancad.GetUnitByPlayerId(player).id', ''));
    await send(server, fixtureText('02_unit_login'));
    await send(server, fixtureText('04_911_in_game'));
    expect(heard(server)).toEqual([]);
    server.stop('sonorancad');
    await server.advance(200);
    await send(server, fixtureText('12_unit_panic_on'));
    expect(heard(server)).toEqual([['pushevents:UnitPanic', 'Iris Dale', 12, true]]);
    expect(() => server.callExport('cad_listener', 'GetUnitCache')).toThrow();
    expect(server.allProblems()).toEqual([]);
  });
});
