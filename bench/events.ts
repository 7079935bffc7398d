// What an event costs the game thread, against the floor measured in turn with it.

import type { SimServer } from '../simulator/index.ts';
import { type Crowd, createCallBody, removeBody, send, startFloor, startProduct } from './rig.ts';

/** Microseconds of one event, and how they compare. */
export interface EventRow {
  readonly kind: string;
  readonly crowd: Crowd;
  readonly floor: number;
  readonly product: number;
  readonly ratio: number;
}

/** One kind of event: the bodies of a round, the answer to each, and what is undone after the round, unmeasured. */
interface Kind {
  readonly name: string;
  readonly status: number;
  bodies(round: number): string[];
  undo?(round: number): string;
}

const EVENTS = 200;
const ROUNDS = 21;
const WARM_UP = 6;

const kinds = (root: string): Kind[] => {
  const body = createCallBody(root);
  const ids = (round: number) => Array.from({ length: EVENTS }, (_, index) => 1000 + round * EVENTS + index);
  const same = Array.from({ length: EVENTS }, () => body(7));
  return [
    {
      name: 'accepted 911',
      status: 200,
      bodies: (round) => ids(round).map(body),
      undo: (round) => removeBody(ids(round)),
    },
    { name: 'repeated 911', status: 200, bodies: () => same },
    {
      name: 'bad key',
      status: 400,
      bodies: () => same.map((text) => text.replace('TEST-API-KEY-0000', 'OTHER')),
    },
    { name: 'malformed', status: 400, bodies: () => same.map((text) => text.slice(0, -2)) },
  ];
};

/** Measures all kinds of events for one crowd. Product and floor take turns, so that drift hits both. */
export async function measureEvents(root: string, crowd: Crowd): Promise<EventRow[]> {
  const product = await startProduct(root, crowd);
  const floor = await startFloor(crowd);
  const rows: EventRow[] = [];
  for (const kind of kinds(root)) {
    const times = { product: [] as number[], floor: [] as number[] };
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const bodies = kind.bodies(round);
      const own = await timeRound(product, bodies, kind.status);
      const least = await timeRound(floor, bodies, kind.status);
      if (kind.undo) send(product, kind.undo(round), 200);
      await product.advance(1500);
      if (round < WARM_UP) continue;
      times.product.push(own);
      times.floor.push(least);
    }
    const [own, least] = [median(times.product), median(times.floor)];
    rows.push({ kind: kind.name, crowd, floor: least, product: own, ratio: own / least });
  }
  await product.shutdown();
  await floor.shutdown();
  return rows;
}

/** Microseconds of one event, with its share of the work that is put off to the next tick. */
async function timeRound(server: SimServer, bodies: readonly string[], status: number): Promise<number> {
  const start = process.hrtime.bigint();
  for (const body of bodies) send(server, body, status);
  await server.advance(50);
  return Number(process.hrtime.bigint() - start) / 1000 / bodies.length;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
