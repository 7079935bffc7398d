import { describe, expect, test } from '@jest/globals';
import { PROBE, printed, problemsOf, useServers } from '../test-support.ts';

const start = useServers();
const ANN = {
  id: 1,
  name: 'Ann',
  identifiers: ['license2:b', 'license:a', 'discord:5'],
  aces: ['cad.view'],
  groups: ['group.admin'],
  coords: [1.1, 2, 3] as const,
  heading: 45,
  endpoint: '203.0.113.5',
};
const BOB = { id: 2, name: 'Bob' };
const options = { players: [ANN, BOB], principals: { 'group.admin': ['command', 'cad.admin'] } };

describe('players', () => {
  test.each([
    ['getPlayers()', ['1', '2']],
    ['getPlayerIdentifiers(1)', ['license2:b', 'license:a', 'discord:5']],
    ['getPlayerIdentifiers(9)', []],
    ['getPlayerTokens(1).length', 1],
    ['GetPlayerIdentifier(1, 9)', null],
    ['GetPlayerIdentifierByType(1, "license")', 'license2:b'],
    ['GetPlayerIdentifierByType(1, "license:")', 'license:a'],
    ['GetPlayerIdentifierByType(1, "steam")', null],
    [
      '[GetPlayerName(1), GetPlayerName("2"), GetPlayerName(9), GetPlayerName("1abc")]',
      ['Ann', 'Bob', null, 'Ann'],
    ],
    ['[DoesPlayerExist(1), DoesPlayerExist(9)]', [1, false]],
    ['[GetPlayerEndpoint(1), GetPlayerEndpoint(9)]', ['203.0.113.5', null]],
    ['[GetPlayerPing(1) > 0, GetPlayerPing(9)]', [true, 0]],
    ['[GetPlayerLastMsg(9), GetPlayerTimeOnline(1)]', [0x7fffffff, 0]],
    ['[GetPlayerFromIndex(5), GetHostId()]', [null, null]],
    ['GetPlayerGuid(1).length > 5', true],
  ])('%s', async (code, result) => {
    const server = await start(options);
    expect(server.evaluate(code)).toEqual(result);
    expect(problemsOf(server)).toEqual([]);
  });

  test.each([
    ['an own permission', "IsPlayerAceAllowed(1, 'cad.view')", 1],
    ['one below it', "IsPlayerAceAllowed('1', 'cad.view.calls')", 1],
    ['one of the group', "IsPlayerAceAllowed(1, 'cad.admin')", 1],
    ['none', "IsPlayerAceAllowed(2, 'cad.view')", false],
    ['nobody', "IsPlayerAceAllowed(9, 'cad.view')", false],
    ['a principal', "IsPrincipalAceAllowed('group.admin', 'command.stop')", 1],
    ['a principal without', "IsPrincipalAceAllowed('group.user', 'command.stop')", false],
    ['nobody in particular', "IsAceAllowed('cad.view')", false],
  ])('permissions: %s', async (_name, code, result) => {
    const server = await start(options);
    expect(server.evaluate(code)).toBe(result);
  });

  test('permissions by identifier, given and taken while they play', async () => {
    const server = await start(options);
    const allowed = () => server.evaluate("IsPlayerAceAllowed(1, 'cad.extra')");
    server.exec('add_ace group.extra cad.extra allow\nadd_principal identifier.discord:5 group.extra');
    expect(allowed()).toBe(1);
    server.removePrincipal('identifier.discord:5', 'group.extra');
    expect(allowed()).toBe(false);
    server.addAce('player.1', 'cad.extra');
    expect(allowed()).toBe(1);
    server.addAce('identifier.license:a', 'cad', false);
    expect(allowed()).toBe(1); // each principal of a player is asked for itself
  });

  test('rights leave with the player', async () => {
    const server = await start(options);
    server.drop(1);
    server.join({ id: 1, name: 'Somebody else' });
    expect(server.evaluate("IsPlayerAceAllowed(1, 'cad.admin')")).toBe(false);
  });
});

describe('peds', () => {
  test.each([
    ['GetEntityCoords(GetPlayerPed(1))', [Math.fround(1.1), 2, 3]],
    ['GetEntityHeading(GetPlayerPed(1))', 45],
    [
      '[GetPlayerPed(2), GetPlayerPed(9), DoesEntityExist(GetPlayerPed(1)), DoesEntityExist(0), DoesEntityExist(5)]',
      [0, 0, 1, false, false],
    ],
    [
      '[GetEntityCoords(0), GetVehiclePedIsIn(GetPlayerPed(1), false), IsPedAPlayer(GetPlayerPed(1))]',
      [[0, 0, 0], 0, 1],
    ],
    [
      'NetworkGetEntityFromNetworkId(NetworkGetNetworkIdFromEntity(GetPlayerPed(1))) === GetPlayerPed(1)',
      true,
    ],
    ['NetworkGetEntityOwner(GetPlayerPed(1))', 1],
    ['GetGamePool("CPed").length', 1],
  ])('%s', async (code, result) => {
    const server = await start(options);
    expect(server.evaluate(code)).toEqual(result);
  });

  test('an invalid one throws', async () => {
    const server = await start(options);
    expect(() => server.evaluate('GetEntityCoords(9999)')).toThrow('Tried to access invalid entity: 9999');
  });

  test('there are none without OneSync', async () => {
    const server = await start({ ...options, convars: { onesync: 'off' } });
    expect(server.evaluate('GetPlayerPed(1)')).toBe(0);
  });

  test('move when the server or the test says so', async () => {
    const server = await start(options);
    server.evaluate('SetEntityCoords(GetPlayerPed(1), 7, 8, 9, true, false, false, false)');
    server.setCoords(2, [4, 5, 6], 10);
    expect(server.evaluate('[GetEntityCoords(GetPlayerPed(1)), GetEntityCoords(GetPlayerPed(2))]')).toEqual([
      [7, 8, 9],
      [4, 5, 6],
    ]);
  });

  test('are in routing buckets', async () => {
    const server = await start({
      ...options,
      server: "on('onPlayerBucketChange', (...args) => console.log(JSON.stringify(args)))",
    });
    expect(
      server.evaluate('SetPlayerRoutingBucket(1, 5); [GetPlayerRoutingBucket(1), GetPlayerRoutingBucket(2)]'),
    ).toEqual([5, 0]);
    expect(printed(server)).toEqual(['["1",5,0]']);
  });
});

test('dropping a player names the resource that did', async () => {
  const server = await start({
    ...options,
    server: "on('playerDropped', (...args) => console.log(source, JSON.stringify(args)))",
  });
  server.evaluate("DropPlayer(1, 'bye'); DropPlayer(1, 'again'); DropPlayer(9, 'nobody')");
  expect(printed(server)).toEqual([`1 ["bye","${PROBE}",1]`]);
  expect(server.evaluate('getPlayers()')).toEqual(['2']);
});
