// Servers to measure in: one that runs the built bundle, and one with the least that any listener has to do.

import { readFileSync } from 'node:fs';
import { type SimServer, startServer } from '../simulator/index.ts';

export const KEY = 'TEST-API-KEY-0000';
const PATH = '/sonorancad/event';

/** How many players are online, and how many of them are on duty. */
export interface Crowd {
  readonly players: number;
  readonly onDuty: number;
}

const options = (crowd: Crowd) =>
  ({
    clock: 'manual',
    limiter: false,
    convars: { sonoran_apiKey: KEY },
    players: Array.from({ length: crowd.players }, (_, index) => ({
      id: index + 1,
      name: `Player ${index + 1}`,
      identifiers: [`license:${String(index + 1).padStart(40, '0')}`],
      aces: index < crowd.onDuty ? ['sonorancad.duty'] : [],
    })),
  }) as const;

/** The product: the bundle that `npm run build` writes. */
export async function startProduct(root: string, crowd: Crowd): Promise<SimServer> {
  const server = await startServer({ ...options(crowd), resourceDir: root });
  await server.advance(200);
  return server;
}

/** What the host itself costs: a listener that takes the body and answers. */
export const startHost = (crowd: Crowd) =>
  startScript(
    crowd,
    `SetHttpHandler((request, response) => {
      request.setDataHandler(() => {
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        response.send('ok');
      }, 'binary');
    });`,
  );

/**
 * The floor: parses the body, compares the key in constant time, packs one small notification, sends it to as many
 * players, answers. No checks, no state, no log. The body comes as bytes, which is the cheaper way in this host.
 */
export const startFloor = (crowd: Crowd) =>
  startScript(
    crowd,
    `const { createHash, timingSafeEqual } = require('node:crypto');
    const digest = (key) => createHash('sha256').update(key).digest();
    const key = digest(${JSON.stringify(KEY)});
    const players = Array.from({ length: ${crowd.onDuty} }, (_, index) => String(index + 1));
    SetHttpHandler((request, response) => {
      request.setDataHandler((raw) => {
        let body = null;
        try { body = JSON.parse(Buffer.from(raw).toString()); } catch { body = null; }
        if (body === null || !timingSafeEqual(digest(String(body.key)), key)) {
          response.writeHead(400, { 'Content-Type': 'text/plain' });
          response.send('no');
          return;
        }
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        response.send('ok');
        const call = body.data.call;
        const bytes = msgpack_pack([{ id: call.callId, text: call.description, place: call.location }]);
        for (const player of players) TriggerClientEventInternal('floor', player, bytes, bytes.length);
      }, 'binary');
    });`,
  );

async function startScript(crowd: Crowd, script: string): Promise<SimServer> {
  const server = await startServer({
    ...options(crowd),
    resources: [{ name: 'sonorancad', scripts: { server: [script] } }],
  });
  await server.advance(200);
  return server;
}

/** Hands a body to the listener, past socket and limiter; fails when the answer is not `status`. */
export function send(server: SimServer, body: string, status: number): void {
  const { reply } = server.inject({
    method: 'POST',
    path: PATH,
    headers: { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) },
    body,
  });
  if (reply?.status !== status) throw new Error(`Expected ${status}, got ${reply?.status} ${reply?.body}.`);
}

/** The 911 call of the fixtures under any id. */
export function createCallBody(root: string): (callId: number) => string {
  const text = readFileSync(`${root}/test/fixtures/cad/04_911_in_game.json`, 'utf8');
  const fixture = JSON.parse(text);
  return (callId) => {
    fixture.data.call.callId = callId;
    return JSON.stringify(fixture);
  };
}

export const removeBody = (callIds: readonly number[]) =>
  JSON.stringify({ key: KEY, type: 'EVENT_REMOVE_911', data: { callIds } });
