import { describe, expect, test } from '@jest/globals';
import { clientOf, PROBE, printed, problemsOf, useServers } from '../test-support.ts';

const start = useServers();
const PLAYERS = [1, 2, 3].map((id) => ({ id, name: `Player ${id}` }));
const LISTEN = "onNet('x', (...args) => console.log(JSON.stringify(args)))";

describe('from the server', () => {
  test.each([
    ['a player', '2', [2]],
    ['a player by text', "'2'", [2]],
    ['everybody', '-1', [1, 2, 3]],
    ['nobody there', '9', []],
    ['C reads a number at the start', "'2abc'", [2]],
    ['but -1 has to be exact', "'-1 '", []],
  ])('to %s', async (_name, target, receivers) => {
    const server = await start({ players: PLAYERS, client: LISTEN });
    const clients = PLAYERS.map(({ id }) => clientOf(server, id));
    await server.advance(50);
    server.evaluate(`emitNet('x', ${target}, 1)`);
    await server.advance(50);
    expect(clients.filter((client) => printed(client).length > 0).map(({ id }) => id)).toEqual(receivers);
    expect(problemsOf(server)).toEqual([]);
  });

  test.each(['0', 'null', 'undefined', 'false'])('to %s throws', async (target) => {
    const server = await start({ players: PLAYERS });
    expect(() => server.evaluate(`emitNet('x', ${target}, 1)`)).toThrow('Argument at index 1 was null.');
    expect(server.sentEvents).toEqual([]);
  });

  test('to what is no number is a problem', async () => {
    const server = await start({ players: PLAYERS });
    server.evaluate("emitNet('x', 'license:a', 1)");
    expect(problemsOf(server)).toEqual([
      expect.stringContaining("event: emitNet x: the target 'license:a' is no number"),
    ]);
  });

  test('what was sent is on record', async () => {
    const server = await start({ players: PLAYERS });
    const told: string[] = [];
    server.onSent(({ name }) => told.push(name));
    server.evaluate("emitNet('x', 2, { a: 1 }, 'b'); TriggerLatentClientEvent('y', -1, 1000)");
    expect(server.sentEvents).toMatchObject([
      {
        name: 'x',
        target: 2,
        args: [{ a: 1 }, 'b'],
        size: 7,
        latent: false,
        resource: PROBE,
        at: server.now(),
      },
      { name: 'y', target: -1, args: [], size: 1, latent: true },
    ]);
    expect(told).toEqual(['x', 'y']);
  });

  test('bytes packed once may be sent to many', async () => {
    const server = await start({ players: PLAYERS, client: LISTEN });
    const client = clientOf(server, 2);
    await server.advance(50);
    server.evaluate(
      "const bytes = msgpack_pack([{ n: 1 }]); for (const p of getPlayers()) TriggerClientEventInternal('x', p, bytes, bytes.length)",
    );
    await server.advance(50);
    expect(printed(client)).toEqual(['[{"n":1}]']);
    expect(server.sentEvents.map(({ target }) => target)).toEqual([1, 2, 3]);
  });

  test('a megabyte is a problem, once in five seconds', async () => {
    const server = await start({ players: PLAYERS });
    server.evaluate("const big = 'x'.repeat(1e6); emitNet('x', 1, big); emitNet('x', 1, big)");
    expect(problemsOf(server)).toHaveLength(1);
    await server.advance(5000);
    server.evaluate("emitNet('x', 1, 'x'.repeat(1e6))");
    expect(problemsOf(server)).toEqual([
      expect.stringContaining('1000006 bytes'),
      expect.stringContaining('1000006'),
    ]);
  });

  test('latent events need their convar and a number', async () => {
    const server = await start({ players: PLAYERS });
    expect(() => server.evaluate("TriggerLatentClientEvent('x', 'all', 1000)")).toThrow('stoi');
    server.setConvar('sv_enableNetEventReassembly', 'false');
    server.evaluate("TriggerLatentClientEvent('x', 1, 1000)");
    expect(problemsOf(server)).toEqual([expect.stringContaining('latent x dropped')]);
  });

  test('before the scripts of the client run, events find nobody', async () => {
    const server = await start({
      client: LISTEN,
      server: "on('playerJoining', () => emitNet('x', source, 'early'))",
    });
    const client = server.join({ id: 5, name: 'New' });
    await server.advance(100);
    expect(server.sentEvents).toHaveLength(1);
    expect(printed(client)).toEqual([]);
  });
});

describe('from clients', () => {
  test('arrive with the next tick, in order, under the number of the sender', async () => {
    const server = await start({
      players: PLAYERS,
      server: "onNet('x', (n) => console.log(source, n))",
      client: "on('go', (n) => emitNet('x', n))",
    });
    const [one, two] = [clientOf(server, 1), clientOf(server, 2)];
    await server.advance(50);
    one.emit('go', 'a');
    two.emit('go', 'b');
    one.emit('go', 'c');
    expect(printed(server)).toEqual([]);
    await server.advance(50);
    expect(printed(server)).toEqual(['1 a', '2 b', '1 c']);
  });

  const COUNT =
    "let n = 0; onNet('x', () => n++); on('playerDropped', (...args) => console.log(JSON.stringify(args)))";

  test('above 200 at once are dropped, and the player after 300 more', async () => {
    const server = await start({ players: PLAYERS, server: COUNT });
    for (let i = 0; i < 500; i++) server.netEvent(1, 'x');
    await server.advance(50);
    expect(server.evaluate('n')).toBe(200);
    expect(server.players()).toHaveLength(3);
    for (let i = 0; i < 10; i++) server.netEvent(1, 'x');
    expect(server.players().map(({ id }) => id)).toEqual([2, 3]);
    expect(printed(server)).toEqual(['["Reliable network event overflow.","__cfx_internal:server",9]']);
    expect(problemsOf(server).at(-1)).toBe('event: player 1 kicked: Reliable network event overflow.');
  });

  test('come back at 50 a second, and other players are not held up', async () => {
    const server = await start({ players: PLAYERS, server: COUNT });
    for (let i = 0; i < 250; i++) server.netEvent(1, 'x');
    server.netEvent(2, 'x');
    await server.advance(1000);
    for (let i = 0; i < 60; i++) server.netEvent(1, 'x');
    await server.advance(50);
    expect(server.evaluate('n')).toBe(251);
  });

  test.each([
    ['more than 384 KiB in one event are not read', 400_000, 1, 3, 'refused'],
    ['more than 384 KiB at once end the connection', 100_000, 4, 2, 'size overflow: x'],
    ['a little less is fine', 90_000, 4, 3, null],
  ])('%s', async (_name, size, times, left, problem) => {
    const server = await start({ players: PLAYERS, server: COUNT });
    for (let i = 0; i < times; i++) server.netEvent(1, 'x', 'y'.repeat(size));
    expect(server.players()).toHaveLength(left);
    expect(problemsOf(server)).toEqual(problem === null ? [] : [expect.stringContaining(problem)]);
  });

  test('the limits are set by convars', async () => {
    const server = await start({
      players: PLAYERS,
      server: COUNT,
      convars: { rateLimiter_netEvent_burst: '5' },
    });
    for (let i = 0; i < 10; i++) server.netEvent(1, 'x');
    await server.advance(50);
    expect(server.evaluate('n')).toBe(5);
  });

  test('of players who are gone are nothing', async () => {
    const server = await start({ players: PLAYERS, server: LISTEN });
    server.netEvent(9, 'x');
    await server.advance(50);
    expect(printed(server)).toEqual([]);
  });
});

describe('commands of clients', () => {
  const COMMAND =
    "let n = 0; RegisterCommand('cad', (source, args) => { n++; console.log(source, args.join()) }, false)";

  test('unknown to the game go to the server', async () => {
    const server = await start({
      players: PLAYERS,
      server: COMMAND,
      client: "RegisterCommand('own', (source, args, raw) => console.log(source, raw), false)",
    });
    const client = clientOf(server, 2);
    await server.advance(50);
    expect(client.command('/cad a "b c"')).toBe('ran');
    expect(client.command('own x')).toBe('ran');
    client.command('/nobody');
    expect(printed(server)).toEqual(['2 a,b c']);
    expect(printed(client)).toEqual(['0 own x']);
    expect(server.console.map(({ text }) => text)).not.toContain('No such command nobody.');
  });

  test('above 14 at once are dropped, above 59 the player is', async () => {
    const server = await start({ players: PLAYERS, server: COMMAND });
    const client = clientOf(server, 1);
    for (let i = 0; i < 59; i++) client.command('cad');
    expect(server.evaluate('n')).toBe(14);
    expect(client.connected).toBe(true);
    client.command('cad');
    expect(client.connected).toBe(false);
    expect(problemsOf(server).at(-1)).toContain('Reliable server command overflow.');
  });
});
