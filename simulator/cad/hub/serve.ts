// Carries the hub over websockets: negotiation, upgrades, and failing them on demand.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { toPlainHeaders } from '../headers.ts';
import type { Ids } from '../ids.ts';
import { readTarget } from '../request-target.ts';
import { type Answer, ok } from '../rest/answer.ts';
import type { Failures } from '../rest/failures.ts';
import type { RequestLog } from '../rest/request-log.ts';
import type { Timers } from '../timers.ts';
import type { Clients } from './clients.ts';
import { createHubConnection, type Outcome } from './connection.ts';
import type { Caller } from './methods.ts';
import { failedStatus, failUpgrade, refuseUpgrade } from './upgrade.ts';

const HUB_PATH = '/apiWsHub';

export interface HubPorts {
  readonly clients: Clients;
  readonly invoke: (caller: Caller, target: string, args: readonly unknown[]) => Outcome;
  readonly failures: Failures;
  readonly log: RequestLog;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly now: () => number;
}

export interface HubServer {
  /** Answers a negotiation; null when the request is none. */
  negotiate(method: string, path: string, query: URLSearchParams): Answer | null;
  upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createHubServer(ports: HubPorts): HubServer {
  const { clients, invoke, failures, log, timers, ids, now } = ports;
  const websockets = new WebSocketServer({ noServer: true });
  const sockets = new Set<Duplex>();
  const negotiated = new Map<string, string>();

  function accept(websocket: WebSocket, id: string): void {
    const caller: Caller = { id, session: null, lastLocationsAt: Number.NEGATIVE_INFINITY };
    const connection = createHubConnection({
      socket: {
        send: (text) => websocket.send(text),
        close: () => websocket.close(),
        terminate: () => websocket.terminate(),
      },
      timers,
      now,
      invoke: (target, args) => invoke(caller, target, args),
    });
    clients.add(caller, connection);
    websocket.on('message', (data) => {
      connection.receive(data.toString());
      clients.changed();
    });
    // A broken socket closes next.
    websocket.on('error', () => websocket.terminate());
    websocket.on('close', () => clients.remove(caller));
  }

  return {
    negotiate(method, path, query) {
      if (method !== 'POST' || path !== `${HUB_PATH}/negotiate`) return null;
      const connectionId = ids.uuid();
      const hasToken = Number(query.get('negotiateVersion') ?? 0) >= 1;
      const connectionToken = hasToken ? ids.uuid() : connectionId;
      negotiated.set(connectionToken, connectionId);
      return ok({
        negotiateVersion: hasToken ? 1 : 0,
        connectionId,
        ...(hasToken ? { connectionToken } : {}),
        availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text'] }],
      });
    },
    upgrade(incoming, socket, head) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // The client went away while it was connecting.
      socket.on('error', () => socket.destroy());
      const { path, query } = readTarget(incoming.url);
      const token = query.get('id');
      const id = token === null ? ids.uuid() : negotiated.get(token);
      negotiated.delete(token ?? '');
      const failure = failures.take({ method: 'GET', path, endpoint: null });
      const isLate = failure !== null && 'slow' in failure;
      const isAccepted = path === HUB_PATH && id !== undefined;
      log.add({
        at: now(),
        method: 'GET',
        path,
        query: Object.fromEntries(query),
        endpoint: null,
        headers: toPlainHeaders(incoming.headers),
        body: null,
        status: failure && !isLate ? failedStatus(failure) : isAccepted ? 101 : 404,
      });

      const open = () => {
        if (isAccepted) websockets.handleUpgrade(incoming, socket, head, (client) => accept(client, id));
        else refuseUpgrade(socket, 404);
      };
      if (failure === null) open();
      else if (isLate) timers.after(failure.slow, open);
      else failUpgrade(socket, failure);
    },
    close() {
      for (const socket of sockets) socket.destroy();
      websockets.close();
    },
  };
}
