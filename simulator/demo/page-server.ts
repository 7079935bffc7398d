// Serves the page and keeps it up to date over a websocket. Only this machine can reach it, only its own page may talk.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Action, readAction, type ServerMessage } from './messages.ts';
import type { PageFile } from './page-files.ts';

export interface PageServer {
  readonly url: string;
  /** Sends to every open page. */
  broadcast(message: ServerMessage): void;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const LOCAL_NAMES = new Set([HOST, 'localhost']);
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};
/** The NUI page brings a policy of its own; it may be framed by the demo's page. */
const NUI_HEADERS = { ...HEADERS, 'Content-Security-Policy': "frame-ancestors 'self'" };

/** Starts listening; rejects when the port is taken. `hello` is what a page is told first. */
export async function servePage(options: {
  readonly port: number;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly hello: () => ServerMessage;
  readonly onAction: (action: Action, answer: (message: ServerMessage) => void) => void;
}): Promise<PageServer> {
  const { port, files, hello, onAction } = options;

  const http = createServer((request, response) => {
    const file = isLocal(request) ? files.get(request.url?.split('?')[0] ?? '') : undefined;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!file || !isRead) {
      response.writeHead(file ? 405 : 404, { ...HEADERS, 'Content-Type': 'text/plain' });
      response.end(file ? 'Method Not Allowed' : 'Not Found');
      return;
    }
    response.writeHead(200, { ...(file.isNui ? NUI_HEADERS : HEADERS), 'Content-Type': file.type });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  });

  const pages = new WebSocketServer({
    server: http,
    path: '/live',
    maxPayload: MAX_MESSAGE_BYTES,
    verifyClient: ({ req }: { req: IncomingMessage }) => isLocal(req) && isOwnPage(req),
  });
  // The same error reaches whoever waits for the server to listen.
  pages.on('error', () => undefined);
  pages.on('connection', (page: WebSocket) => {
    const answer = (message: ServerMessage) => page.send(JSON.stringify(message));
    page.on('error', () => page.terminate());
    page.on('message', (data) => {
      const action = readAction(data.toString());
      if (action) onAction(action, answer);
    });
    answer(hello());
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, HOST, resolve);
  });

  return {
    url: `http://${HOST}:${(http.address() as AddressInfo).port}/`,
    broadcast(message) {
      const text = JSON.stringify(message);
      for (const page of pages.clients) page.send(text);
    },
    close() {
      for (const page of pages.clients) page.terminate();
      http.closeAllConnections();
      return new Promise((resolve) => http.close(() => resolve()));
    },
  };
}

/** Whether the request names this machine: a foreign name that points here (DNS rebinding) does not. */
function isLocal({ headers }: IncomingMessage): boolean {
  return (
    URL.canParse(`http://${headers.host}`) && LOCAL_NAMES.has(new URL(`http://${headers.host}`).hostname)
  );
}

/** Whether a websocket was opened by our own page, as the browser says. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host}`;
}
