import { describe, expect, test } from '@jest/globals';
import { PROBE, printed, useServers } from '../test-support.ts';

const start = useServers();
const LOG = '(source, args, raw) => console.log(source, JSON.stringify(args), raw)';
const ANN = { id: 1, name: 'Ann', groups: ['group.admin'] };
const BOB = { id: 2, name: 'Bob' };
const options = { players: [ANN, BOB], principals: { 'group.admin': ['command.cad'] } };

describe('a command', () => {
  test.each([
    ['on the console', 'cad a "b c"', undefined, 'ran', '0 ["a","b c"] cad a "b c"'],
    ['by a player who may', 'cad x', 1, 'ran', '1 ["x"] cad x'],
    ['by a player who may not', 'cad x', 2, 'denied', undefined],
    ['whatever its case', 'CAD', undefined, 'ran', '0 [] CAD'],
  ])('that is restricted: %s', async (_name, line, player, result, output) => {
    const server = await start({ ...options, server: `RegisterCommand('cad', ${LOG}, true)` });
    expect(server.execute(line, player === undefined ? {} : { player })).toBe(result);
    expect(printed(server)).toEqual(output === undefined ? [] : [output]);
  });

  test('that is not is for everybody', async () => {
    const server = await start({ ...options, server: `RegisterCommand('open', ${LOG}, false)` });
    expect(server.execute('/open', { player: 2 })).toBe('ran');
    expect(printed(server)).toEqual(['2 [] open']);
  });

  test('goes with its resource, and its permission with it', async () => {
    const server = await start({ ...options, server: `RegisterCommand('open', ${LOG}, false)` });
    server.stop(PROBE);
    expect(server.execute('open')).toBe('unknown');
    expect(server.execute('open', { player: 2 })).toBe('unknown');
    expect(
      server.addResource({ name: 'other', scripts: { server: [`RegisterCommand('open', ${LOG}, true)`] } }),
    ).toBe(true);
    expect(server.execute('open', { player: 2 })).toBe('denied');
  });

  test('registered again gets the new handler, and keeps the rights of the first', async () => {
    const server = await start({
      ...options,
      server: `RegisterCommand('c', () => console.log('old'), false); RegisterCommand('c', () => console.log('new'), true)`,
    });
    expect(server.execute('c', { player: 2 })).toBe('ran');
    expect(printed(server)).toEqual(['new']);
  });

  test("registered by another resource as well is that one's, until the first goes", async () => {
    const server = await start({
      server: "RegisterCommand('c', () => console.log('first'), false)",
      resources: [],
    });
    server.addResource({
      name: 'other',
      scripts: { server: ["RegisterCommand('c', () => console.log('second'), false)"] },
    });
    server.execute('c');
    expect([printed(server), printed(server, 'other')]).toEqual([[], ['second']]);
    server.stop(PROBE);
    expect(server.execute('c')).toBe('unknown');
  });

  test('that throws is printed', async () => {
    const server = await start({ server: "RegisterCommand('c', () => { throw new Error('bad') }, false)" });
    expect(server.execute('c')).toBe('ran');
    expect(printed(server)[0]).toMatch(/^\^1SCRIPT ERROR in call ref: Error: bad/);
  });
});

describe('ExecuteCommand', () => {
  test('runs own commands', async () => {
    const server = await start({ server: `RegisterCommand('c', ${LOG}, true); ExecuteCommand('c x')` });
    expect(printed(server)).toEqual(['0 ["x"] c x']);
  });

  test('runs others only with permission', async () => {
    const server = await start({ server: "on('go', () => ExecuteCommand('set x 1'))" });
    server.emit('go');
    expect(server.evaluate("GetConvar('x', 'unset')")).toBe('unset');
    server.addAce(`resource.${PROBE}`, 'command.set');
    server.emit('go');
    expect(server.evaluate("GetConvar('x', 'unset')")).toBe('1');
  });

  test('called from a command of the console has the rights of the console', async () => {
    const server = await start({ server: "RegisterCommand('c', () => ExecuteCommand('set x 1'), true)" });
    server.execute('c');
    expect(server.evaluate("GetConvar('x', 'unset')")).toBe('1');
  });
});

test('resources may take commands nobody registered', async () => {
  const server = await start({
    ...options,
    server: `on('__cfx_internal:commandFallback', (raw) => { console.log(source, raw); if (raw.startsWith('mine')) CancelEvent() });
      on('rconCommand', (name, args) => { console.log(name, args.join()); CancelEvent() })`,
  });
  expect(server.execute('mine a', { player: 2 })).toBe('ran');
  expect(server.execute('nope', { player: 2 })).toBe('unknown');
  expect(server.execute('rcon a b')).toBe('ran');
  expect(printed(server)).toEqual(['2 mine a', '2 nope', 'rcon a,b']);
});

test('registered commands are listed', async () => {
  const server = await start({ server: "RegisterCommand('c', () => {}, false)" });
  expect(server.evaluate(`GetResourceCommands('${PROBE}')`)).toEqual([
    { name: 'c', resource: PROBE, arity: -1 },
  ]);
  expect(server.evaluate("GetRegisteredCommands().some((c) => c.name === 'ensure')")).toBe(true);
});
