// What an event costs the game thread, against the floor measured in turn with it.

import type { SimServer } from '../simulator/index.ts';
import { type Crowd, createCallBody, removeBody, send, startFloor, startHost, startProduct } from './rig.ts';

/** Microseconds of one event, and how they compare. */
export interface EventRow {
  readonly kind: string;
  readonly crowd: Crowd;
  /** A listener that does nothing. */
  readonly host: number;
  readonly floor: number;
  readonly product: number;
  /** Product to floor. */
  readonly ratio: number;
  /** The same without what the host costs either. */
  readonly ownRatio: number;
}

/** One kind of event: the bodies of a round, the answer to each, and what is undone after the round, unmeasured. */
interface Kind {
  readonly name: string;
  readonly status: number;
  bodies(round: number): string[];
  undo?(round: number): string;
}

const EVENTS = 200;
const ROUNDS = 15;
const WARM_UP = 5;

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

/** Measures all kinds of events for one crowd. The three servers take turns, so that drift hits all of them. */
export async function measureEvents(root: string, crowd: Crowd): Promise<EventRow[]> {
  const host = await startHost(crowd);
  const floor = await startFloor(crowd);
  const product = await startProduct(root, crowd);
  const rows: EventRow[] = [];
  for (const kind of kinds(root)) {
    const times = { host: [] as number[], floor: [] as number[], product: [] as number[] };
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const bodies = kind.bodies(round);
      const one = {
        host: await timeRound(host, bodies, 200),
        floor: await timeRound(floor, bodies, kind.status),
        product: await timeRound(product, bodies, kind.status),
      };
      if (kind.undo) send(product, kind.undo(round), 200);
      await product.advance(1500);
      if (round < WARM_UP) continue;
      times.host.push(one.host);
      times.floor.push(one.floor);
      times.product.push(one.product);
    }
    const [idle, least, own] = [median(times.host), median(times.floor), median(times.product)];
    rows.push({
      kind: kind.name,
      crowd,
      host: idle,
      floor: least,
      product: own,
      ratio: own / least,
      ownRatio: (own - idle) / (least - idle),
    });
  }
  await Promise.all([host, floor, product].map((server) => server.shutdown()));
  return rows;
}

/** How many times more an accepted 911 call costs on a fuller server with as many recipients. */
export async function measureGrowth(root: string, small: Crowd, full: Crowd): Promise<number> {
  const [kind] = kinds(root);
  if (!kind?.undo) throw new Error('The first kind is the accepted 911 call.');
  const servers = [await startProduct(root, small), await startProduct(root, full)];
  const times: number[][] = [[], []];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    for (const [index, server] of servers.entries()) {
      const time = await timeRound(server, kind.bodies(round), kind.status);
      if (round >= WARM_UP) times[index]?.push(time);
      send(server, kind.undo(round), 200);
      await server.advance(1500);
    }
  }
  await Promise.all(servers.map((server) => server.shutdown()));
  return median(times[1] ?? []) / median(times[0] ?? []);
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
