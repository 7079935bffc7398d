// The two things that are compared: the bundle as it is shipped, and the least that any listener has to do.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BenchHost, type BenchHostOptions, startHost } from './host.ts';
import { KEY, type Payload, payloads } from './payloads.ts';
import { type Post, toPost as toRequest } from './requests.ts';

/** Who and what is there before an event comes. Players on duty have a unit; the other units belong to nobody here. */
export interface Crowd {
  readonly players: number;
  readonly onDuty: number;
  readonly units: number;
  readonly calls: number;
}

/** A server that something is measured in. */
export interface Rig extends BenchHost {
  /** Sends payloads one after the other; every one has to be answered with that status. */
  send(posts: readonly Post[], status?: number): void;
}

/** Ids of what is there from the beginning: calls of the crowd have numbers below this. */
export const FIRST_FREE_CALL = 100_000;

/** The account by which the CAD knows the player who is unit `ident`; above the players it is nobody's. */
export const accountOf = (ident: number) => String(ident).padStart(40, 'a');

export const toPost = (payload: Payload | string): Post =>
  toRequest(typeof payload === 'string' ? payload : JSON.stringify(payload));

const playersOf = ({ players, onDuty }: Crowd): BenchHostOptions['players'] =>
  Array.from({ length: players }, (_, index) => ({
    id: index + 1,
    identifiers: [`license:${accountOf(index + 1)}`, `discord:${900_000_000 + index}`, 'ip:127.0.0.1'],
    aces: new Set(index < onDuty ? ['sonorancad.duty'] : []),
  }));

/** Identity of a unit: of a player on duty their account, else one that is nobody's here. */
const identityOf = (ident: number, { onDuty }: Crowd) =>
  ident <= onDuty ? accountOf(ident) : `elsewhere${accountOf(ident)}`;

const readBundle = (root: string) => readFileSync(path.join(root, 'dist', 'server.js'), 'utf8');

/** The resource alone, as the players find it before the CAD has sent anything. `rows`: what it kept before. */
export function startBundle(
  root: string,
  crowd: Crowd,
  rows = new Map<string, string>(),
  extra: Partial<BenchHostOptions> = {},
): Rig {
  const host = startHost({
    script: readBundle(root),
    file: 'server.js',
    players: playersOf(crowd),
    rows,
    ...extra,
    convars: { sonoran_apiKey: KEY, ...extra.convars },
  });
  return toRig(host);
}

/** The resource with the units and calls of the crowd. */
export function startProduct(
  root: string,
  crowd: Crowd,
  rows?: Map<string, string>,
  extra?: Partial<BenchHostOptions>,
): Rig {
  const rig = startBundle(root, crowd, rows, extra);
  rig.advance(200);
  const idents = Array.from({ length: crowd.units }, (_, index) => index + 1);
  rig.send(idents.map((ident) => toPost(payloads.login(ident, identityOf(ident, crowd)))));
  for (let callId = 1; callId <= crowd.calls; callId += 1) {
    const attached = idents.filter((ident) => ident % Math.max(1, crowd.calls) === callId % crowd.calls);
    rig.send([toPost(payloads.dispatch(callId, attached.slice(0, 4)))]);
  }
  rig.advance(5000);
  return rig;
}

/** What any request costs: a listener that takes the body and answers. */
export const startIdle = (status: number): Rig =>
  toRig(
    startHost({
      script: `SetHttpHandler((request, response) => {
        request.setDataHandler(() => {
          response.writeHead(${status}, { 'Content-Type': 'text/plain' });
          response.send('ok');
        }, 'binary');
      });`,
      file: 'idle.js',
      players: [],
    }),
  );

/**
 * The floor: parses the body, compares the key in constant time, answers, packs one small notification and sends it to
 * `recipients` players. No checks, no state, no log, nothing for other resources.
 */
export function startFloor(recipients: number): Rig {
  const script = `const { createHash, timingSafeEqual } = require('node:crypto');
    const digest = (key) => createHash('sha256').update(key).digest();
    const key = digest(${JSON.stringify(KEY)});
    const players = Array.from({ length: ${recipients} }, (_, index) => String(index + 1));
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
        const bytes = msgpack_pack([{ id: 302, text: body.type, place: 'Sinner St / Atlee St' }]);
        for (const player of players) TriggerClientEventInternal('floor', player, bytes, bytes.length);
      }, 'binary');
    });`;
  return toRig(startHost({ script, file: 'floor.js', players: [] }));
}

/** The floor of what players do in the CAD: so many requests one after the other, each answer read, and one small answer. */
export function startActionFloor(requests: number, modules: Readonly<Record<string, unknown>>): Rig {
  const script = `const http = require('node:http');
    const ask = (body) => new Promise((resolve) => {
      const sent = http.request(new URL('http://127.0.0.1/v2/x/dispatch-calls'), { method: 'POST' });
      const chunks = [];
      sent.on('response', (response) => response.on('data', (chunk) => chunks.push(chunk)));
      sent.on('close', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      sent.end(JSON.stringify(body));
    });
    onNet('sonorancad:request', async (id, request) => {
      for (let asked = 0; asked < ${requests}; asked += 1) await ask(request);
      const bytes = msgpack_pack([{ id, ok: true }]);
      TriggerClientEventInternal('sonorancad:answer', '1', bytes, bytes.length);
    });`;
  return toRig(startHost({ script, file: 'floor.js', players: [], modules }));
}

export const TICK_EVENT = 'tick';

/** The floor of what is told without an event, on `TICK_EVENT`: packs small notifications and sends each to everybody. */
export function startTickFloor(recipients: number, messages: number): Rig {
  const script = `const players = Array.from({ length: ${recipients} }, (_, index) => String(index + 1));
    on('${TICK_EVENT}', () => {
      for (let id = 0; id < ${messages}; id += 1) {
        const bytes = msgpack_pack([{ id, text: 'EVENT_UNIT_PANIC', place: 'Sinner St / Atlee St' }]);
        for (const player of players) TriggerClientEventInternal('floor', player, bytes, bytes.length);
      }
    });`;
  return toRig(startHost({ script, file: 'floor.js', players: [] }));
}

function toRig(host: BenchHost): Rig {
  return {
    ...host,
    send(posts, status = 200) {
      for (const post of posts) {
        const answer = host.post(post);
        // A sender of wrong keys is told to slow down after the first twenty.
        const isThrottled = status === 400 && answer === 429;
        if (answer !== status && !isThrottled) throw new Error(`Expected ${status}, got ${answer}.`);
      }
    },
  };
}
