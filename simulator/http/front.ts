// Listens, accepts connections within the limit per address, and ties sockets to connections.

import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { DEFAULT_PROXY_RANGES, formatPeer, hostOf, isInRanges } from './address.ts';
import { answer } from './answer.ts';
import { createConnection } from './connection.ts';
import { createDeadlines, nodeTimers } from './deadlines.ts';
import { frameChunk, frameHead, LAST_CHUNK } from './framing.ts';
import { inject } from './inject.ts';
import { createRateLimits } from './limiter.ts';
import type { HttpFront, HttpFrontOptions, HttpTarget } from './types.ts';

const secondsOf = (value: string | undefined): number | null => {
  const seconds = Number.parseInt(value ?? '', 10);
  return Number.isNaN(seconds) ? null : seconds * 1000;
};

/** Counts connections per address; `open` says whether another one may come in. */
function createConnectionLimit(options: HttpFrontOptions['connections'], target: HttpTarget) {
  const { perAddress = 16, exempt = true } = options ?? {};
  const counts = new Map<string, number>();
  const isExempt = (host: string): boolean =>
    exempt && isInRanges(host, `127.0.0.0/8 ${target.convar('sv_proxyIPRanges') ?? DEFAULT_PROXY_RANGES}`);
  return {
    open(host: string): boolean {
      const limit = Number.parseInt(target.convar('net_tcpConnLimit') ?? '', 10) || perAddress;
      const count = counts.get(host) ?? 0;
      if (!isExempt(host) && count >= limit) return false;
      counts.set(host, count + 1);
      return true;
    },
    close(host: string): void {
      const count = counts.get(host) ?? 0;
      if (count > 1) counts.set(host, count - 1);
      else counts.delete(host);
    },
  };
}

/** Starts to listen; a port in use rejects with the error of the socket. */
export function startHttpFront(options: HttpFrontOptions): Promise<HttpFront> {
  const { target, now, timeouts = {} } = options;
  const allow = options.limiter && createRateLimits(options.limiter, target.convar, now);
  const limit = createConnectionLimit(options.connections, target);
  const sockets = new Set<Socket>();
  let isClosing = false;

  const serve = (socket: Socket, host: string): void => {
    const peer = { host, address: formatPeer(host, socket.remotePort ?? 0) };
    const close = (): void => {
      deadlines.stop();
      socket.destroySoon();
    };
    const deadlines = createDeadlines({
      timers: timeouts.timers ?? nodeTimers,
      idleMs: timeouts.idleMs ?? secondsOf(target.convar('sv_tcpConnectionTimeoutSeconds')) ?? 5000,
      writeMs: timeouts.writeMs ?? 30_000,
      expired() {
        connection.expired();
        close();
      },
    });
    const handlerMs = (): number =>
      timeouts.handlerMs ?? secondsOf(target.convar('sv_httpHandlerConnectionTimeoutSeconds')) ?? 300_000;
    const isOpen = (): boolean => socket.writable && !socket.destroyed;
    const write = (bytes: Uint8Array, then?: () => void): void => {
      deadlines.wrote();
      socket.write(bytes, () => {
        if (isOpen()) deadlines.wrote();
        then?.();
      });
    };
    const connection = createConnection({
      peer,
      target,
      now,
      close,
      wire: {
        isOpen,
        head: (status, headers) => write(frameHead(status, headers)),
        body: (data, chunked) => write(chunked ? frameChunk(data) : data),
        end(chunked, closing) {
          if (chunked) write(LAST_CHUNK);
          if (closing) close();
        },
      },
      answer: (exchange, post) =>
        answer(exchange, { target, allow, post, routed: () => deadlines.allow(handlerMs()) }),
    });
    socket.on('data', (bytes) => {
      deadlines.touch();
      connection.received(bytes);
    });
    // A client that only closes its sending side is gone as well: the real server closes at end of file.
    socket.on('end', close);
    socket.on('error', close);
    socket.on('close', () => {
      deadlines.stop();
      sockets.delete(socket);
      limit.close(host);
      connection.closed(!isClosing);
    });
  };

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const host = hostOf(socket.remoteAddress ?? '');
    if (!limit.open(host)) return void socket.resetAndDestroy();
    sockets.add(socket);
    serve(socket, host);
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        inject: (request) => inject(request, { target, now }),
        close: () =>
          new Promise((done) => {
            isClosing = true;
            server.close(() => done());
            for (const socket of sockets) socket.destroy();
          }),
      });
    });
  });
}
