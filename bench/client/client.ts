// What a delivery costs a game client: everything at once, as after joining, and one call that has changed.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DELIVERY_EVENT } from '../../shared/delivery.ts';
import { cpuTime, median, medianRatio } from '../measure.ts';
import { takeDeliveries } from './deliveries.ts';
import { FLOOR_SCRIPT } from './floor.ts';
import { type BenchGame, startGame } from './game.ts';

/** What it costs, and how that compares; times in microseconds. */
export interface ClientRow {
  readonly what: string;
  /** Size of what comes. */
  readonly bytes: number;
  readonly floor: number;
  readonly product: number;
  readonly ratio: number;
  /** Natives that are called. */
  readonly floorNatives: number;
  readonly natives: number;
  /** At most this many times the floor. */
  readonly limit: number;
}

const WARM_UP = 60;
const ROUNDS = 41;
/** Steps in a round. */
const REPEATS = 20;

export function measureClient(root: string): ClientRow[] {
  const { snapshot, changes, forget } = takeDeliveries(root);

  /** Both know the snapshot, and the player has run these commands. */
  function startBoth(...commands: readonly string[]): Games {
    const games = { product: startClient(root), floor: startGame(FLOOR_SCRIPT) };
    for (const game of Object.values(games)) {
      for (const part of snapshot) game.receive(DELIVERY_EVENT, part);
      for (const command of commands) game.run(command);
    }
    return games;
  }

  const steps = changes.map((change) => [change]);
  return [
    compare('snapshot of 50 calls', 3, startBoth(), [snapshot], forget),
    compare('call changed', 5, startBoth(), steps),
    compare('call changed, list open', 10, startBoth('sonorancad_list'), steps),
  ];
}

interface Games {
  readonly product: BenchGame;
  readonly floor: BenchGame;
}

/** The bundle as it is shipped, with its page ready. */
function startClient(root: string): BenchGame {
  const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
  const game = startGame(read('dist/client.js'), { 'locales/en.json': read('locales/en.json') });
  game.ask('ready');
  return game;
}

/** Steps of one or more deliveries, over and over; `between` them comes something that is not measured. */
function compare(
  what: string,
  limit: number,
  games: Games,
  steps: readonly (readonly Uint8Array[])[],
  between?: Uint8Array,
): ClientRow {
  const times = { product: [] as number[], floor: [] as number[] };
  const natives = { product: 0, floor: 0 };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const name of ['product', 'floor'] as const) {
      const sum = { time: 0, natives: 0 };
      for (let index = 0; index < REPEATS; index += 1) {
        const step = steps[index % steps.length] ?? [];
        if (between) games[name].receive(DELIVERY_EVENT, between);
        const before = games[name].natives();
        sum.time += cpuTime(() => {
          for (const delivery of step) games[name].receive(DELIVERY_EVENT, delivery);
        });
        sum.natives += games[name].natives() - before;
      }
      if (round < WARM_UP) continue;
      times[name].push(sum.time / REPEATS);
      natives[name] = sum.natives / REPEATS;
    }
  }
  return {
    ...{ what, limit },
    bytes: median(steps.map((step) => step.reduce((sum, { length }) => sum + length, 0))),
    floor: median(times.floor),
    product: median(times.product),
    ratio: medianRatio(times.product, times.floor),
    floorNatives: natives.floor,
    natives: natives.product,
  };
}
