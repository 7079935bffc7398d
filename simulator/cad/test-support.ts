// Starts CADs for the tests of this folder and talks to them over real sockets; all of it ends with the test.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';
import { WebSocket } from 'ws';
import { type Clock, createManualClock } from '../host/clock.ts';
import type { Cad } from './cad.ts';
import { createFrameReader, encodeFrame, type HubMessage } from './hub/frames.ts';
import type { CadOptions } from './options.ts';
import { startCad } from './start-cad.ts';
import type { PushEnvelope } from './types.ts';

/** 16:02:10 of the day on which the recorded events play. */
export const EPOCH = Date.UTC(2026, 10, 23, 16, 2, 10);

export interface StartedCad {
  readonly cad: Cad;
  /** Time of the CAD: it moves only when told to. */
  readonly clock: Clock;
  /** Everything that was pushed. */
  readonly pushed: PushEnvelope[];
}

export function useCads(): (options?: CadOptions) => Promise<StartedCad> {
  const started: Cad[] = [];
  afterEach(async () => {
    for (const cad of started.splice(0)) await cad.close();
  });
  return async (options = {}) => {
    const clock = createManualClock(EPOCH);
    const pushed: PushEnvelope[] = [];
    const cad = await startCad({ clock, onPush: (envelope) => pushed.push(envelope), ...options });
    started.push(cad);
    return { cad, clock, pushed };
  };
}

export interface RestReply {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by tests
  readonly body: any;
}

/** Calls the REST API with the right key, or with other headers. */
export async function call(
  cad: Cad,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { Authorization: `Bearer ${cad.apiKey}` },
): Promise<RestReply> {
  const response = await fetch(cad.url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    headers: response.headers,
    body: JSON.parse(text),
  };
}

/** A game server's listener: answers `ok` and keeps what it was sent. */
export function useListeners(): () => Promise<{ url: string; port: string; received: PushEnvelope[] }> {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
  return async () => {
    const received: PushEnvelope[] = [];
    const server = createServer(async (incoming, response) => {
      let text = '';
      for await (const chunk of incoming) text += chunk;
      received.push(JSON.parse(text));
      response.end('ok');
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/sonorancad/event`, port: String(port), received };
  };
}

/** A client of the hub that speaks its frames. */
export interface HubClient {
  readonly messages: HubMessage[];
  send(message: HubMessage): void;
  sendText(text: string): void;
  /** Resolves with the first message that fits, of the past or to come. */
  message(fits: (message: HubMessage) => boolean): Promise<HubMessage>;
  invoke(target: string, ...args: unknown[]): Promise<HubMessage>;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
}

/** Gives a function that connects to a hub and shakes hands unless told otherwise. */
export function useHubClients(): (
  cad: Cad,
  options?: { query?: string; handshake?: HubMessage | null },
) => Promise<HubClient> {
  const sockets: WebSocket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.terminate();
  });
  return async (cad, { query = '', handshake = { protocol: 'json', version: 1 } } = {}) => {
    const socket = new WebSocket(`${cad.url.replace('http', 'ws')}/apiWsHub${query}`);
    sockets.push(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const client = createHubClient(socket);
    if (handshake) {
      client.send(handshake);
      await client.message(() => true);
    }
    return client;
  };
}

function createHubClient(socket: WebSocket): HubClient {
  const frames = createFrameReader();
  const messages: HubMessage[] = [];
  const waiting = new Set<() => void>();
  let invocations = 0;
  socket.on('message', (data) => {
    for (const message of frames.read(data.toString())) messages.push(message ?? {});
    for (const check of waiting) check();
  });

  const client: HubClient = {
    messages,
    sendText: (text) => socket.send(text),
    send: (message) => socket.send(encodeFrame(message)),
    message: (fits) =>
      new Promise((resolve) => {
        const check = () => {
          const found = messages.find(fits);
          if (!found) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    invoke(target, ...args) {
      const invocationId = String(invocations++);
      client.send({ type: 1, invocationId, target, arguments: args });
      return client.message((message) => message.type === 3 && message.invocationId === invocationId);
    },
    closed: new Promise((resolve) => socket.once('close', resolve)),
  };
  return client;
}
