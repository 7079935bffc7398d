import { describe, expect, test } from '@jest/globals';
import { clientOf, PROBE, printed, problemsOf, useServers } from '../../test-support.ts';

const start = useServers();
const ANN = { id: 1, name: 'Ann', coords: [1, 2, 3] as const };

test('values are copies, missing ones are null', async () => {
  const server = await start({ server: 'GlobalState.x = { a: [1] }' });
  expect(server.evaluate('GlobalState.x.a.push(2); [GlobalState.x, GlobalState.none]')).toEqual([
    { a: [1] },
    null,
  ]);
});

test.each([
  ['a player', 'Player(1).state', 'player:1'],
  ['a player by text', "Player('1').state", 'player:1'],
  ['the ped of a player', 'Entity(GetPlayerPed(1)).state', 'entity:1'],
])('%s has a bag', async (_name, code, bag) => {
  const server = await start({ players: [ANN] });
  server.evaluate(`${code}.set('duty', true, false)`);
  expect(
    server.evaluate(`[${code}.duty, StateBagHasKey('${bag}', 'duty'), GetStateBagKeys('${bag}')]`),
  ).toEqual([true, 1, ['duty']]);
});

test('objects with a bag have nothing else', async () => {
  const server = await start();
  expect(server.evaluate('Player(1).name')).toBeNull();
  expect(() => server.evaluate("'use strict'; Player(1).name = 1")).toThrow('Not allowed at this time.');
});

describe('replication', () => {
  test('reaches clients with the next frame, also those who come later', async () => {
    const server = await start({ players: [ANN, { id: 2, name: 'Bob' }], server: '0', client: '0' });
    const ann = clientOf(server);
    await server.advance(50);
    server.evaluate(
      "GlobalState.phase = 1; Player(1).state.set('own', 2, true); Player(1).state.set('secret', 3, false)",
    );
    await server.advance(50);
    expect(ann.evaluate('[GlobalState.phase, LocalPlayer.state.own, LocalPlayer.state.secret]')).toEqual([
      1,
      2,
      null,
    ]);
    const bob = clientOf(server, 2);
    await server.advance(50);
    expect(bob.evaluate('GlobalState.phase')).toBe(1);
  });

  test('clients may set their own', async () => {
    const server = await start({ players: [ANN], client: '0' });
    const ann = clientOf(server);
    await server.advance(50);
    ann.evaluate("LocalPlayer.state.set('x', 5, true); LocalPlayer.state.set('y', 5, false)");
    expect(server.evaluate('[Player(1).state.x, Player(1).state.y]')).toEqual([5, null]);
  });

  test('unless strict mode forbids it', async () => {
    const server = await start({
      players: [ANN],
      client: '0',
      replicatedConvars: { sv_stateBagStrictMode: 'true' },
    });
    const ann = clientOf(server);
    await server.advance(50);
    ann.evaluate("LocalPlayer.state.set('x', 5, true)");
    expect(server.evaluate('Player(1).state.x')).toBeNull();
    expect(problemsOf(ann)).toEqual([expect.stringContaining('strict mode')]);
  });
});

test('change handlers hear of what they asked for, until their resource stops', async () => {
  const server = await start({
    players: [ANN],
    server: `AddStateBagChangeHandler('duty', '', (bag, key, value, source, replicated) => {
      console.log(bag, key, JSON.stringify(value), source, replicated) })`,
    resources: [{ name: 'other', scripts: { server: ['0'] } }],
  });
  server.evaluate("Player(1).state.set('duty', { on: true }, true); GlobalState.other = 1", 'other');
  expect(printed(server)).toEqual(['player:1 duty {"on":true} 0 true']);
  server.stop(PROBE);
  server.evaluate("Player(1).state.set('duty', 2, true)", 'other');
  expect(printed(server)).toHaveLength(1);
});
