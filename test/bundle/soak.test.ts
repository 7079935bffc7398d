// Days of a busy server, played fast: players, units and calls come and go, we and our neighbours restart. At the end of each
// day everything is over, and as much is left as at the end of the day before.

import { expect, jest, test } from '@jest/globals';
import { type SimServer, startServer } from '../../simulator/index.ts';
import { heapInUse } from '../support/heap.ts';
import { createModelCad, type Push, step } from '../support/model-cad.ts';
import { fc } from '../support/properties.ts';
import { copyResource } from '../support/resource-folder.ts';
import { KEY } from './world.ts';

// Bounded by count; a busy machine may take its time.
jest.setTimeout(600_000);

const DAYS = 5;
/** Days on which scripts restart; the memory of their old runtimes is the host's to free. */
const RESTART_DAYS = 2;
const HOURS = 24;
/** What happens in the CAD in an hour, which takes ten seconds here. */
const STEPS = 30;
const HOUR_MS = 10_000;
const PLAYERS = [1, 2, 3, 4, 5, 6];
/** The first players of the list have a game. */
const GAMES = 2;
/** References to functions whose holders the engine may keep for a while; one that is lost every day is more. */
const HELD = DAYS - 2;
/** Megabytes that the simulator's records and the engine's compiled code may take in a day. */
const NOISE = 3;

const config = {
  calls: {
    expireEmergencyMinutes: 0.5,
    expireDispatchMinutes: 1,
    rememberClosedMinutes: 0.1,
    parkedMinutes: 0.1,
  },
  units: { panicSeconds: 5 },
};

/** Follows events, keeps calls, and says who is on duty, as other resources do. */
const NEIGHBOUR = `
  let heard = 0;
  const follow = () => exports.sonorancad.onPush('*', () => { heard += 1; });
  on('onServerResourceStart', (name) => { if (name === 'sonorancad') follow(); });
  if (GetResourceState('sonorancad') === 'started') follow();
  on('sonorancad:callOpened', () => { heard += 1; });
  exports('heard', () => heard);
`;

const playerOf = (id: number) => ({ id, name: `Player ${id}`, identifiers: [`license:p${id}`] });

function post(server: SimServer, { type, data }: Push): void {
  const body = JSON.stringify({ key: KEY, type, data });
  const { reply } = server.inject({ method: 'POST', path: '/sonorancad/event', body });
  expect(reply?.status).toBe(200);
}

/** One hour: events of the CAD, and whatever else happens on a server. */
async function playHour(
  server: SimServer,
  cad: ReturnType<typeof createModelCad>,
  hour: number,
): Promise<void> {
  const player = PLAYERS[hour % GAMES] ?? 1;
  if (hour % 3 === 0) server.drop(player);
  if (hour % 4 === 0) server.addAce('builtin.everyone', 'sonorancad.duty');
  const steps = fc.sample(step, { seed: hour, numRuns: STEPS });
  for (const [index, next] of steps.entries()) {
    for (const push of cad.take(next)) post(server, push);
    if (index === STEPS / 2) await server.advance(HOUR_MS / 2);
  }
  if (hour % 4 === 0) server.removeAce('builtin.everyone', 'sonorancad.duty');
  if (hour % 3 === 0) server.join(playerOf(player));
  await server.advance(HOUR_MS / 2);
}

function restartSome(server: SimServer, hour: number): void {
  if (hour % 6 === 1) server.restart();
  if (hour % 6 === 4) server.restart('neighbour');
}

test('days of a busy server leave nothing behind', async () => {
  const copy = copyResource({ 'config.json': JSON.stringify(config) });
  const server = await startServer({
    resourceDir: copy.folder,
    clock: 'manual',
    convars: { sonoran_apiKey: KEY },
    players: PLAYERS.map(playerOf),
    resources: [{ name: 'neighbour', scripts: { server: [NEIGHBOUR] } }],
  });
  try {
    for (const id of PLAYERS.slice(0, GAMES)) server.join(id);
    await server.advance(1000);
    const evenings = [];
    for (let day = 0; day < DAYS; day += 1) {
      const cad = createModelCad();
      for (let hour = 0; hour < HOURS; hour += 1) {
        if (day < RESTART_DAYS) restartSome(server, hour);
        await playHour(server, cad, hour);
      }
      const units = (server.callExport('sonorancad', 'getUnits') as { ident: number }[]).map(
        ({ ident }) => ident,
      );
      for (const identId of units) post(server, { type: 'EVENT_UNIT_LOGOUT', data: { identId } });
      // Calls expire, and what is remembered of them is forgotten.
      await server.advance(80_000);
      // Before anything is counted: references to functions end when their holders are collected.
      const heap = await heapInUse();
      const { timers, tickers } = server.stats();
      evenings.push({
        left: { timers: timers.length, tickers, rows: server.kvp.rows.size },
        functionRefs: [server, ...server.clients()].map((side) => side.stats().functionRefs),
        games: server.clients().map((client) => ({
          blips: client.blips.length,
          timers: client.stats().timers.length,
          tickers: client.stats().tickers,
        })),
        calls: server.callExport('sonorancad', 'getCalls'),
        heap,
      });
    }
    const [first] = evenings;
    expect(first).toMatchObject({ calls: [], left: { rows: 0, tickers: 0 } });
    for (const { left, games, calls } of evenings) {
      expect({ left, games, calls }).toEqual({ left: first?.left, games: first?.games, calls: [] });
    }
    const refs = evenings.map(({ functionRefs }) => functionRefs);
    const grown = refs.at(-1)?.map((count, side) => count - (refs[0]?.[side] ?? 0)) ?? [];
    expect(grown).toHaveLength(1 + GAMES);
    expect(Math.max(...grown)).toBeLessThanOrEqual(HELD);
    const heaps = evenings.slice(RESTART_DAYS).map(({ heap }) => heap);
    expect(Math.max(...heaps) - (heaps[0] ?? 0)).toBeLessThan(NOISE);
    // The neighbour has counted from its last restart on.
    expect(server.callExport('neighbour', 'heard')).toBeGreaterThan(20);
    const wrong = server.console.filter(({ text }) => /defect|error/i.test(text));
    expect(wrong).toEqual([]);
    expect(server.allProblems()).toEqual([]);
  } finally {
    await server.shutdown();
    copy.remove();
  }
});
