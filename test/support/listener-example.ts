// A web server as the CAD's documentation teaches to write one: what owners forward their events to.

import http from 'node:http';

export interface ListenerExample {
  readonly port: number;
  /** What it did, in order: one line per event it handles, one word per event it refuses. */
  readonly log: string[];
  close(): Promise<void>;
}

/**
 * Hears `POST /sonorancad/event` only and leaves every other request without an answer. The key must be exactly
 * `apiKey`. A type it handles gets 200, any other 400, as plain text; a body that is no JSON ends the connection.
 */
export async function startListenerExample(apiKey: string, onPort = 0): Promise<ListenerExample> {
  const log: string[] = [];

  function hear(body: string): [status: number, text: string] {
    const event: { key?: unknown; type?: unknown; data?: { call?: { caller?: unknown } } } = JSON.parse(body);
    if (event.key !== apiKey) return [400, 'Authentication Key Failed!'];
    switch (event.type) {
      case 'EVENT_911':
        log.push(`911 call of ${event.data?.call?.caller}`);
        return [200, ''];
      case 'EVENT_UNIT_STATUS':
        log.push('unit status');
        return [200, ''];
      default:
        return [400, 'Invalid Type'];
    }
  }

  const server = http.createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/sonorancad/event') return;
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      try {
        const [status, text] = hear(body);
        if (status !== 200) log.push(text);
        response.writeHead(status, { 'Content-Type': 'text/plain' });
        response.end(text);
      } catch {
        request.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    log,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
