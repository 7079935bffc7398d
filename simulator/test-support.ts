// Starts servers around a few lines of script for the tests of this folder, and ends them.
import { afterEach } from '@jest/globals';
import type { GameClient, ServerOptions, SimServer } from './index.ts';
import { startServer } from './index.ts';

/** Name of the resource that holds the scripts of a test. */
export const PROBE = 'probe';

export interface ProbeOptions extends Omit<ServerOptions, 'resourceDir' | 'resourceName'> {
  /** Server script of the probe. */
  server?: string;
  /** Client script of the probe. */
  client?: string;
  metadata?: Record<string, string | string[]>;
  files?: Record<string, string>;
}

/** Gives a function that starts a server; whatever it started ends after each test. */
export function useServers(): (options?: ProbeOptions) => Promise<SimServer> {
  const running: SimServer[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) await server.shutdown();
  });
  return async ({ server, client, metadata, files, ...options } = {}) => {
    const probe = {
      name: PROBE,
      scripts: { server: [server ?? '0'], ...(client === undefined ? {} : { client: [client] }) },
      ...(metadata ? { metadata } : {}),
      ...(files ? { files } : {}),
    };
    const started = await startServer({
      clock: 'manual',
      ...options,
      resourceName: PROBE,
      resources: [...(options.resources ?? []), probe],
    });
    running.push(started);
    return started;
  };
}

/** What the scripts of a resource printed. */
export function printed(from: SimServer | GameClient, resource = PROBE): string[] {
  return from.console.flatMap(({ channel, text }) => (channel === `script:${resource}` ? text : []));
}

/** First lines of all problems, with their kinds. */
export function problemsOf(from: SimServer | GameClient): string[] {
  return from.problems.map(({ kind, message }) => `${kind}: ${message.split('\n')[0]}`);
}

/** The game client of a player who is connected. */
export function clientOf(server: SimServer, id = 1): GameClient {
  const client = server.client(id);
  if (!client) throw new Error(`no player ${id}`);
  return client;
}
