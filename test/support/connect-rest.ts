// A REST client of a local web server that plays the CAD.

import { createHttpClient } from '../../server/net/http-client.ts';
import { readConnection } from '../../server/rest/connection.ts';
import { createInSlices } from '../../server/rest/in-slices.ts';
import { createRestClient } from '../../server/rest/rest-client.ts';
import { createManualClock } from './manual-clock.ts';
import { createTestConsole } from './test-console.ts';
import { startWebServer, type WebReply, type WebRequest } from './web-server.ts';

export const REST_KEY = 'TEST-API-KEY-0000';

export interface RestOptions {
  readonly timeoutMs?: number;
  readonly convars?: Readonly<Record<string, string>>;
}

/** A client of whatever listens at `port`. */
export function connectRest(port: number, { timeoutMs = 30_000, convars = {} }: RestOptions = {}) {
  const all: Readonly<Record<string, string>> = {
    sonoran_apiKey: REST_KEY,
    sonoran_serverId: '1',
    sonoran_apiUrl: `http://127.0.0.1:${port}`,
    ...convars,
  };
  const console = createTestConsole();
  const clock = createManualClock();
  const http = createHttpClient();
  const client = createRestClient({
    connection: () => readConnection((name) => all[name] ?? '', true),
    send: http.send,
    clock,
    console,
    timeoutMs: () => timeoutMs,
    inSlices: createInSlices(clock),
  });
  return { client, console, clock, close: (): void | Promise<void> => http.close() };
}

/** A client of a CAD that answers as told; `asked` is what it was asked. */
export async function serveRest(
  answer: WebReply | ((request: WebRequest) => WebReply | Promise<WebReply>),
  options: RestOptions = {},
) {
  const asked: WebRequest[] = [];
  const server = await startWebServer((request) => {
    asked.push(request);
    return typeof answer === 'function' ? answer(request) : answer;
  });
  const connected = connectRest(server.port, options);
  return {
    asked,
    ...connected,
    async close() {
      await connected.close();
      await server.close();
    },
  };
}
