// What it costs the game thread when a player does something in the CAD, beside the least that any script has to do for it.

import { median, medianRatio } from './measure.ts';
import { payloads } from './payloads.ts';
import { type Crowd, FIRST_FREE_CALL, type Rig, startActionFloor, startProduct, toPost } from './rig.ts';
import { breathe, createWebServer, type WebServer } from './web-server.ts';

export interface ActionRow {
  readonly action: string;
  readonly crowd: Crowd;
  /** Requests to the CAD for one. */
  readonly requests: number;
  /** Microseconds of one; the floor makes as many requests, reads the answers and tells one player. */
  readonly floor: number;
  readonly product: number;
  readonly ratio: number;
}

const CROWD: Crowd = { players: 128, onDuty: 32, units: 128, calls: 30 };
const WARM_UP = 40;
const ROUNDS = 41;
/** Limits of the CAD allow the next one then. */
const REST_MS = 12_000;
/** Unit 2 and its player do everything. */
const PLAYER = 2;
const REQUEST_EVENT = 'sonorancad:request';

/** A call that nobody is attached to. */
const OTHER_CALL = FIRST_FREE_CALL;

const ACTIONS: readonly { name: string; requests: number; make: (round: number) => object }[] = [
  {
    name: 'respond to a 911 call',
    requests: 2,
    make: (round) => ({ action: 'respond', key: `911:${OTHER_CALL + round}` }),
  },
  {
    name: 'note',
    requests: 1,
    make: (round) => ({ action: 'note', key: 'dispatch:1', text: `Note ${round}` }),
  },
  { name: 'status', requests: 1, make: (round) => ({ action: 'status', status: round % 4 }) },
];

/** The CAD: a new dispatch call for each that is made, and a confirmation for the rest. */
function createCad(): WebServer {
  let callId = 2 * FIRST_FREE_CALL;
  return createWebServer((method, path, body) => {
    if (path.includes('/dispatch-calls/')) return '{"callId":1,"note":"ok"}';
    if (method !== 'POST' || !path.endsWith('/dispatch-calls')) return '{}';
    callId += 1;
    return JSON.stringify({ ...JSON.parse(body), callId, idents: [PLAYER], primary: PLAYER });
  });
}

export async function measureActions(root: string): Promise<ActionRow[]> {
  const rows: ActionRow[] = [];
  for (const { name, requests, make } of ACTIONS) {
    const [cad, floorCad] = [createCad(), createCad()];
    const product = startProduct(root, CROWD, undefined, {
      convars: { sonoran_serverId: '1', sonoran_apiUrl: 'http://127.0.0.1' },
      config: JSON.stringify({ rest: { resyncMinutes: 0 } }),
      modules: { 'node:http': cad.module },
    });
    const floor = startActionFloor(requests, { 'node:http': floorCad.module });
    const times = { product: [] as number[], floor: [] as number[] };
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      product.send([toPost(payloads.emergency(OTHER_CALL + round))]);
      product.advance(REST_MS);
      const before = cad.asked();
      const mine = await timeAction(product, round, make(round));
      if (cad.asked() - before !== requests) throw new Error(`${name}: ${cad.asked() - before} requests.`);
      const least = await timeAction(floor, round, make(round));
      if (round < WARM_UP) continue;
      times.product.push(mine);
      times.floor.push(least);
    }
    rows.push({
      ...{ action: name, crowd: CROWD, requests },
      ...{ floor: median(times.floor), product: median(times.product) },
      ratio: medianRatio(times.product, times.floor),
    });
  }
  return rows;
}

/** Microseconds of processor time until nothing is left to do, what is put off to the next tick included. */
async function timeAction(rig: Rig, id: number, request: object): Promise<number> {
  const start = process.cpuUsage();
  rig.receive(PLAYER, REQUEST_EVENT, id, request);
  for (let turn = 0; turn < 6; turn += 1) await breathe();
  rig.advance(50);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
