import { describe, expect, test } from '@jest/globals';
import { clientOf, printed, problemsOf, useServers } from '../test-support.ts';

const start = useServers();
const ANN = { id: 1, name: 'Ann', coords: [1.1, 2, 3] as const };

describe('arguments', () => {
  test.each([
    ['a number for a text', 'GetPlayerName(1)', 'Ann', []],
    ['a text with a zero byte ends there', "GetPlayerName('1\\0 2')", 'Ann', []],
    ['an unknown player', 'GetPlayerName(9)', null, []],
    ['a boolean for a number', "GetConvarInt('none', true)", 1, []],
    ['a number for a boolean', "GetConvarBool('none', 5)", 1, []],
    ['an object with a number in __data', 'GetEntityCoords({ __data: GetPlayerPed(1) })[1]', 2, []],
    [
      'no boolean at all',
      "RegisterCommand('c', () => {})",
      false,
      ['RegisterCommand: parameter restricted has to be a boolean, got undefined'],
    ],
    [
      'a text for a number',
      "GetConvarInt('none', '5')",
      0x7fedcafe,
      ['GetConvarInt: parameter default_ has to be a number, got string'],
    ],
    [
      'not a number',
      "GetConvarFloat('none', NaN)",
      Number.NaN,
      ['GetConvarFloat: parameter defaultValue has to be a number, got NaN'],
    ],
    [
      'an object for a text',
      "GetConvar('none', {})",
      '[object Object]',
      ['GetConvar: parameter default_ has to be a string, got object'],
    ],
    [
      'a missing text',
      "GetConvar('none')",
      null,
      ['GetConvar: parameter default_ has to be a string, got undefined'],
    ],
    [
      'a list for a number',
      'GetEntityHeading([1])',
      Error,
      ['GetEntityHeading: parameter entity has to be a number, got array'],
    ],
    [
      'an object without a number',
      'GetEntityHeading({})',
      Error,
      ['GetEntityHeading: parameter entity has to be a number, got object'],
    ],
    [
      'an ArrayBuffer',
      'GetPlayerName(new ArrayBuffer(1))',
      Error,
      ['GetPlayerName: parameter playerSrc has to be a string, got object'],
    ],
    [
      'a function that is none',
      "RegisterCommand('c', 5, false)",
      Error,
      ['RegisterCommand: parameter handler has to be a function, got 5'],
    ],
  ])('%s', async (_name, code, result, problems) => {
    const server = await start({ players: [ANN] });
    if (result === Error) expect(() => server.evaluate(code)).toThrow(/^native [0-9a-f]{16}: /);
    else expect(server.evaluate(code)).toEqual(result);
    expect(problemsOf(server)).toEqual(problems.map((problem) => `type: ${problem}`));
  });

  test.each([
    ['0', 'GetPlayerName(0)', 0],
    ['null', 'GetPlayerName(null)', 0],
    ['the second one', "IsPlayerAceAllowed('1', null)", 1],
    ['a function', "AddConvarChangeListener('x', null)", 1],
  ])('a missing text throws: %s', async (_name, code, index) => {
    const server = await start({ players: [ANN] });
    expect(() => server.evaluate(code)).toThrow(`Argument at index ${index} was null.`);
  });

  test('such an error belongs to the script, and is printed', async () => {
    const server = await start({
      server:
        'try { GetPlayerName(0) } catch (e) { console.log(e instanceof Error, e.constructor === Error, e.message) }',
    });
    // The hash is the one the host knows GET_PLAYER_NAME by.
    const message = 'native 00000000406b4b20: Argument at index 0 was null.';
    expect(printed(server)).toEqual([`true true ${message}`]);
    expect(server.console.map(({ text }) => text)).toContain(`script error in ${message}`);
    expect(problemsOf(server)).toEqual([]);
  });
});

describe('results', () => {
  test.each([
    ['true is 1', 'IsDuplicityVersion()', 1],
    ['false is false', 'WasEventCanceled()', false],
    ['nothing is false', "SetResourceKvp('a', 'b')", false],
    ['a text may be null', "GetResourceMetadata('none', 'x', 0)", null],
    ['a vector has three floats', 'GetEntityCoords(GetPlayerPed(1))', [Math.fround(1.1), 2, 3]],
    ['a missing vector is zero', 'GetEntityCoords(0)', [0, 0, 0]],
    ['a missing number is zero', "GetResourceKvpInt('none')", 0],
    [
      'objects are plain',
      'GetRegisteredCommands().find((c) => c.name === "set")',
      { name: 'set', resource: 'internal', arity: 2 },
    ],
    ['objects belong to the script', 'GetRegisteredCommands() instanceof Array', true],
    ['vectors belong to the script', 'GetEntityCoords(0) instanceof Array', true],
  ])('%s', async (_name, code, result) => {
    const server = await start({ players: [ANN] });
    expect(server.evaluate(code)).toEqual(result);
  });
});

describe('what is not emulated', () => {
  test.each([
    ['GetVehicleColours(0)', [0, 0]],
    ['GetVehicleLightsState(0)', [false, 0, 0]],
    ['GetVehicleNumberPlateText(0)', null],
    ['GetPlayerCameraRotation(1)', [0, 0, 0]],
    ['IsVehicleSirenOn(0)', false],
    ['GetVehicleEngineHealth(0)', 0],
    ['SetVehicleAlarm(0, true)', false],
    ["GetPlayerFocusPos('1')", [0, 0, 0]],
  ])('%s answers zero and is named once', async (code, zero) => {
    const server = await start();
    expect(server.evaluate(`${code}; ${code}`)).toEqual(zero);
    expect(problemsOf(server)).toEqual([expect.stringMatching(/^native: \w+ is not emulated/)]);
  });

  test('a name that is no native of the side is unknown', async () => {
    const server = await start({ players: [ANN], client: '0' });
    const client = clientOf(server);
    await server.advance(50);
    expect(() => server.evaluate('AddTextEntry("a", "b")')).toThrow('AddTextEntry is not defined');
    expect(() => client.evaluate('SetHttpHandler(() => {})')).toThrow('SetHttpHandler is not defined');
    expect(() => server.evaluate('Nonsense()')).toThrow('Nonsense is not defined');
    expect(client.evaluate('typeof AddBlipForCoord')).toBe('function');
  });

  test('a native by its hash is named', async () => {
    const server = await start();
    expect(server.evaluate("[Citizen.invokeNative('0xAB'), Citizen.invokeNativeByHash(1, 2)]")).toEqual([
      null,
      null,
    ]);
    expect(problemsOf(server)).toEqual([
      'native: native 0xAB called by its hash: not emulated',
      'native: native 0x0000000100000002 called by its hash: not emulated',
    ]);
  });
});

test('calls are counted by name, and listed while that is wanted', async () => {
  const server = await start({ players: [ANN] });
  server.evaluate('GetPlayerName(1); GetPlayerName(9)');
  server.recordCalls = true;
  server.evaluate('GetPlayerName(1)');
  server.recordCalls = false;
  server.evaluate('GetPlayerName(1)');
  expect(server.stats().nativeCalls.GetPlayerName).toBe(4);
  expect(server.calls).toEqual([{ resource: 'probe', native: 'GetPlayerName', args: ['1'], result: 'Ann' }]);
});

test('a stopped script cannot call natives any more', async () => {
  const server = await start({
    server: `const timers = require('node:timers'); const later = [];
      globalThis.hold = () => new Promise((done) => timers.setTimeout(() => {
        try { GetPlayerName(1) } catch (e) { done(e.message) } }, 1));`,
  });
  const told = server.evaluate('hold()') as Promise<string>;
  server.stop('probe');
  expect(await told).toContain('this script environment is gone');
  expect(problemsOf(server)).toEqual([
    expect.stringContaining('GetPlayerName was called by the stopped probe'),
  ]);
});
