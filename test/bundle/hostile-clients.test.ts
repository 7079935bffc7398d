// Modified game clients that send as much as the host lets through, and whatever they like.

import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type SimServer, startServer } from '../../simulator/index.ts';
import { LATE_REFS, refsGrown } from '../support/function-refs.ts';
import { heapGrown, heapInUse } from '../support/heap.ts';
import { KEY } from './world.ts';

// Bounded by count; a busy machine may take its time.
jest.setTimeout(300_000);

/** What the host lets a player send: 50 events a second, 200 at once. */
const EACH_SECOND = 50;
const EVENTS = ['sonorancad:request', 'sonorancad:ready', 'sonorancad:screen'];
const PLAYERS = [1, 2, 3, 4];
/** Megabytes that the simulator's records and the engine's compiled code may take meanwhile. */
const NOISE = 4;

const deep = JSON.parse(`${'{"a":['.repeat(200)}1${']}'.repeat(200)}`);

/** Arguments in turn: of every wrong kind, and requests that are well-formed. */
const ARGUMENTS: readonly (readonly unknown[])[] = [
  [],
  [null, null],
  [1],
  [-1, { action: 'detach' }],
  [Number.NaN, { action: 'detach' }],
  [1e300, { action: 'detach' }],
  ['1', { action: 'detach' }],
  [1, 'detach'],
  [1, ['detach']],
  [1, deep],
  [1, { action: '__proto__' }],
  [1, { action: 'constructor', key: 'prototype' }],
  [1, { action: 'respond', key: '911:1' }],
  [2, { action: 'respond', key: '__proto__' }],
  [3, { action: 'respond', key: 'x'.repeat(1500) }],
  [4, { action: 'note', key: '911:1', text: '^1~r~<b>'.repeat(100) }],
  [5, { action: 'status', status: 1e9 }],
  [6, { action: 'status', status: 2 }],
  [7, { action: 'panic', isPanic: 'yes' }],
  [8, { action: 'panic', isPanic: true }],
  [9, { action: 'detach' }],
  [10, { action: 'call', line: '911', text: 'Help', street: 'Alta St', isAnonymous: false }],
  [11, { action: 'call', line: 'exec', text: 'quit', street: '', isAnonymous: true }],
  [new Uint8Array(900), { action: 'detach' }],
];

const servers: SimServer[] = [];

async function boot(): Promise<SimServer> {
  const server = await startServer({
    resourceDir: process.cwd(),
    clock: 'manual',
    convars: { sonoran_apiKey: KEY },
    players: PLAYERS.map((id) => ({
      id,
      name: `Player ${id}`,
      identifiers: [`license:${id}`],
      coords: [id, 0, 0],
    })),
  });
  servers.push(server);
  await server.advance(200);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.shutdown()));
});

/** Everybody sends all they may for that many seconds. Returns the number of events. */
async function flood(server: SimServer, seconds: number): Promise<number> {
  let turn = 0;
  for (let second = 0; second < seconds; second += 1) {
    for (let i = 0; i < EACH_SECOND; i += 1) {
      for (const player of PLAYERS) {
        server.netEvent(
          player,
          EVENTS[turn % EVENTS.length] ?? '',
          ...(ARGUMENTS[turn % ARGUMENTS.length] ?? []),
        );
        turn += 1;
      }
      // Three events and twenty-four arguments would go on meeting in the same pairs.
      if (i % ARGUMENTS.length === 0) turn += 1;
    }
    await server.advance(1000);
  }
  return turn;
}

const ours = (server: SimServer) => server.console.filter(({ resource }) => resource === 'sonorancad');

describe('players who send 50 events a second each', () => {
  test('do nothing that they may not, and are answered at our pace', async () => {
    const server = await boot();
    const said = ours(server).length;
    const sent = server.sentEvents.length;
    const events = await flood(server, 20);
    expect(events).toBeGreaterThan(4000);
    const calls = server.callExport('sonorancad', 'getCalls') as { caller: string }[];
    // One call for help each: thirty seconds have to pass before the next one.
    expect(calls.map(({ caller }) => caller).sort()).toEqual(PLAYERS.map((id) => `Player ${id}`));
    expect(server.callExport('sonorancad', 'getUnits')).toEqual([]);
    const told = server.sentEvents.slice(sent);
    expect(told.length).toBeLessThan(events);
    const pictures = told.filter(({ name }) => name === 'sonorancad:delivery');
    // At once, and after 1, 3, 7 and 15 of the twenty seconds; a change of duty or a call may be told in between.
    expect(pictures.length).toBeLessThanOrEqual(PLAYERS.length * (5 + 2));
    const lines = ours(server).slice(said);
    expect(lines.length).toBeLessThanOrEqual(PLAYERS.length * 2);
    expect(lines.filter(({ text }) => /defect|error/i.test(text))).toEqual([]);
    expect(server.allProblems()).toEqual([]);
  });

  test('leave nothing behind, also when they leave and come back', async () => {
    const server = await boot();
    const comeBack = async () => {
      for (const id of PLAYERS) server.drop(id);
      await server.advance(200);
      for (const id of PLAYERS) server.join({ id, name: `Player ${id}`, identifiers: [`license:${id}`] });
      await server.advance(200);
    };
    const round = async () => {
      await flood(server, 8);
      await comeBack();
      await server.advance(31 * 60_000);
    };
    // Records of the simulator and caches fill up first.
    await round();
    await round();
    const heap = await heapInUse();
    const { functionRefs } = server.stats();
    await round();
    expect(await refsGrown(server, functionRefs)).toBeLessThanOrEqual(LATE_REFS);
    expect(await heapGrown(heap, NOISE)).toBeLessThan(NOISE);
    expect(server.callExport('sonorancad', 'getCalls')).toEqual([]);
  });
});
