import { describe, expect, test } from '@jest/globals';
import { clientOf, PROBE, printed, problemsOf, useServers } from '../test-support.ts';

const start = useServers();
const ANN = { id: 1, name: 'Ann', coords: [10, 20, 30] as const };

describe('joining', () => {
  const EVENTS = `on('playerConnecting', (name, setReason, deferrals) => {
      console.log('connecting', name, source > 65535, GetPlayerName(source), getPlayers().length, typeof deferrals.defer) });
    on('playerJoining', (old) => console.log('joining', source, Number(old) > 65535, getPlayers().join()));
    on('playerDropped', (...args) => console.log('dropped', source, JSON.stringify(args), GetPlayerName(source), DoesPlayerExist(source)));`;

  test('raises the events of a new player in order', async () => {
    const server = await start({ server: EVENTS });
    const client = server.join({ id: 7, name: 'New' });
    client.disconnect();
    expect(printed(server)).toEqual([
      'connecting New true New 0 function',
      'joining 7 true 7',
      'dropped 7 ["Exiting","__cfx_internal:client",2] New 1',
    ]);
    expect(server.players()).toEqual([]);
    expect(server.client(7)).toBeUndefined();
  });

  test('raises none for players who were there before', async () => {
    const server = await start({ server: EVENTS, players: [ANN] });
    clientOf(server);
    expect(printed(server)).toEqual([]);
    expect(() => server.join(1)).toThrow('has a game client already');
    expect(() => server.join(9)).toThrow('no player 9');
  });

  test.each([
    [
      'by cancelling',
      "on('playerConnecting', (name, setReason) => { setReason('full'); CancelEvent() })",
      'full',
    ],
    [
      'by a deferral',
      "on('playerConnecting', (name, setReason, deferrals) => { deferrals.defer(); deferrals.done('banned') })",
      'banned',
    ],
  ])('may be refused %s', async (_name, code, reason) => {
    const server = await start({ server: code });
    expect(() => server.join({ id: 7, name: 'New' })).toThrow(`New was refused: ${reason}`);
    expect(server.players()).toEqual([]);
  });

  test('ends when a resource drops the player', async () => {
    const server = await start({
      server: `${EVENTS} on('go', () => DropPlayer(1, 'rules'))`,
      players: [ANN],
    });
    const client = clientOf(server);
    server.emit('go');
    expect(printed(server)).toEqual([`dropped 1 ["rules","${PROBE}",1] Ann 1`]);
    expect(client.connected).toBe(false);
  });
});

describe('scripts', () => {
  test('start with the next frame, one resource after the other', async () => {
    const server = await start({
      players: [ANN],
      resources: [{ name: 'first', scripts: { client: ["console.log('first')"] } }, { name: 'none' }],
      client:
        "console.log(GetResourceState('first'), GetResourceState('none')); on('onClientResourceStart', (n) => console.log(n))",
    });
    const client = clientOf(server);
    expect(client.console).toEqual([]);
    await server.advance(16);
    expect(printed(client, 'first')).toEqual(['first']);
    expect(printed(client)).toEqual(['started started', 'first', 'none', PROBE]);
  });

  test('may start later', async () => {
    const server = await start({ client: "console.log('up')" });
    const client = server.join({ id: 3, name: 'Slow' }, { startAfterFrames: 10 });
    await server.advance(16 * 9);
    expect(printed(client)).toEqual([]);
    await server.advance(16);
    expect(printed(client)).toEqual(['up']);
  });

  test('stop and start with their resource', async () => {
    const server = await start({
      players: [ANN],
      client:
        "console.log('up'); on('onResourceStop', (n) => { if (n === GetCurrentResourceName()) console.log('down') }); AddBlipForCoord(1, 2, 3)",
    });
    const client = clientOf(server);
    await server.advance(50);
    server.execute(`restart ${PROBE}`);
    expect(printed(client)).toEqual(['up']);
    await server.advance(50);
    expect(printed(client)).toEqual(['up', 'down', 'up']);
    server.stop(PROBE);
    await server.advance(50);
    expect(client.state(PROBE)).toBe('stopped');
    expect(printed(client)).toEqual(['up', 'down', 'up', 'down']);
  });

  test('of resources for the server only do not exist', async () => {
    const server = await start({
      players: [ANN],
      resources: [
        { name: 'hidden', metadata: { server_only: 'yes' }, scripts: { client: ["console.log('no')"] } },
      ],
      client: '0',
    });
    const client = clientOf(server);
    await server.advance(50);
    expect([printed(client, 'hidden'), client.state('hidden')]).toEqual([[], 'missing']);
  });
});

describe('files', () => {
  test('are those the manifest sends', async () => {
    const server = await start({
      players: [ANN],
      metadata: { file: ['data/*.json', 'web/index.html'] },
      files: { 'data/a.json': 'A', 'web/index.html': 'W', 'secret.txt': 'S', 'server.js': 'X' },
      client: '0',
    });
    const client = clientOf(server);
    await server.advance(50);
    const read =
      "['data/a.json', '/web/index.html', 'secret.txt', 'server.js', 'none'].map((f) => LoadResourceFile('probe', f))";
    expect(client.evaluate(read)).toEqual(['A', 'W', null, null, null]);
    expect(server.evaluate(read)).toEqual(['A', 'W', 'S', 'X', null]);
  });
});

describe('convars', () => {
  test('are those that are replicated, and follow the server', async () => {
    const server = await start({
      players: [ANN],
      convars: { secret: '1' },
      replicatedConvars: { shown: '1' },
      client: "AddConvarChangeListener('shown', (name) => console.log(name, GetConvar(name, '')))",
    });
    const client = clientOf(server);
    await server.advance(50);
    expect(client.evaluate("[GetConvar('secret', 'none'), GetConvar('shown', 'none')]")).toEqual([
      'none',
      '1',
    ]);
    server.setConvar('shown', '2');
    server.setConvar('late', '3', { replicated: true });
    await server.advance(100);
    expect(printed(client)).toEqual(['shown 2']);
    expect(client.evaluate("GetConvar('late', '')")).toBe('3');
  });
});

test('the game is what scripts and players make of it', async () => {
  const server = await start({
    players: [ANN],
    metadata: { ui_page: 'web/index.html', file: 'web/index.html' },
    files: { 'web/index.html': '<p>' },
    client: `const blip = AddBlipForCoord(1.5, 2, 3); SetBlipSprite(blip, 161);
      BeginTextCommandThefeedPost('STRING'); AddTextComponentSubstringPlayerName('New call'); EndTextCommandThefeedPostTicker(false, true);
      RegisterCommand('mark', (s, args) => SetNewWaypoint(Number(args[0]), Number(args[1])), false);
      RegisterKeyMapping('mark 5 6', 'Mark', 'keyboard', 'F9');
      RegisterNuiCallback('close', (data, cb) => cb({ got: data.x }));
      RegisterNuiCallbackType('old'); on('__cfx_nui:old', (data, cb) => cb([data]));
      SendNUIMessage({ show: true }); emit('chat:addMessage', { args: ['CAD', 'hello'] });`,
  });
  const client = clientOf(server);
  let changes = 0;
  client.onChange(() => changes++);
  await server.advance(50);
  expect(client.blips).toMatchObject([{ coords: [1.5, 2, 3], sprite: 161 }]);
  expect(client.feed).toMatchObject([{ text: 'New call' }]);
  expect(client.chat).toMatchObject([{ author: 'CAD', text: 'hello' }]);
  expect(client.nuiMessages).toEqual([{ resource: PROBE, data: { show: true } }]);
  client.press('F9');
  expect(client.waypoint).toEqual([5, 6]);
  const answers = Promise.all([client.postNui('close', { x: 1 }), client.postNui('old', 2)]);
  await server.advance(50);
  expect(await answers).toEqual([{ got: 1 }, [2]]);
  expect(changes).toBeGreaterThan(0);
  expect(problemsOf(client)).toEqual([]);
});

test('chat events of the server show as well', async () => {
  const server = await start({ players: [ANN], client: '0' });
  const client = clientOf(server);
  await server.advance(50);
  server.evaluate(
    "emitNet('chat:addMessage', -1, 'from the server'); emitNet('chat:addSuggestion', 1, '/cad', 'help')",
  );
  await server.advance(50);
  expect(client.chat.map(({ text }) => text)).toEqual(['from the server']);
  expect(client.suggestions.get('/cad')).toMatchObject({ help: 'help' });
});

test('the server knows where the player is', async () => {
  const server = await start({ players: [ANN], client: '0' });
  const client = clientOf(server);
  await server.advance(50);
  client.ped().coords = [100, 200, 30];
  client.ped().heading = 90;
  await server.advance(50);
  expect(server.evaluate('[GetEntityCoords(GetPlayerPed(1)), GetEntityHeading(GetPlayerPed(1))]')).toEqual([
    [100, 200, 30],
    90,
  ]);
  expect(client.evaluate('GetEntityCoords(PlayerPedId(), true)')).toEqual([100, 200, 30]);
});

test('exports and events stay on their side', async () => {
  const server = await start({
    players: [ANN],
    client: "exports('f', (x) => x + 1); on('x', (a) => console.log(a))",
    resources: [{ name: 'lib', clientExports: { twice: (x: number) => x * 2 } }],
  });
  const client = clientOf(server);
  await server.advance(50);
  client.emit('x', 'local');
  expect(printed(client)).toEqual(['local']);
  expect(client.callExport(PROBE, 'f', 1)).toBe(2);
  expect(client.evaluate('exports.lib.twice(4)')).toBe(8);
  expect(() => server.callExport(PROBE, 'f', 1)).toThrow('No such export');
});

test('key-value pairs are kept by the game of the player', async () => {
  const server = await start({ client: "SetResourceKvp('k', 'v')" });
  const first = server.join({ id: 1, name: 'Ann' });
  await server.advance(50);
  first.disconnect();
  const again = server.join({ id: 2, name: 'Ann' }, { kvp: first.kvp });
  expect([...again.kvp.rows.keys()]).toEqual([`res:${PROBE}:k`]);
});
