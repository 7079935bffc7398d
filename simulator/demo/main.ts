// The demo: a simulated server with three players, a simulated CAD, and the page that shows both.

import { type ConsoleLine, type SimServer, startServer } from '../index.ts';
import { createActions } from './actions.ts';
import { API_KEY, createCad } from './cad.ts';
import { createDuty } from './duty.ts';
import { readFixtures } from './fixtures.ts';
import type { LineView, ServerMessage } from './messages.ts';
import { buildPage, type PageFile } from './page-files.ts';
import { servePage } from './page-server.ts';
import { people } from './players.ts';
import { onFreePort, type PortWish } from './ports.ts';
import { describeState, toLineView } from './state.ts';
import { createUpdates } from './updates.ts';

export { PortTakenError } from './ports.ts';

export interface Demo {
  /** The page. */
  readonly url: string;
  /** The game port, without a path. */
  readonly gameUrl: string;
  readonly server: SimServer;
  close(): Promise<void>;
}

const RESOURCE = 'sonorancad';
/** What the editor of the page starts with. */
const EXAMPLE = '04_911_in_game';
const MAX_LINES = 500;

/** Starts the demo with the built bundles of the repository at `root`. Rejects with a `PortTakenError`. */
export async function startDemo(options: {
  readonly root: string;
  readonly page: PortWish;
  readonly game: PortWish;
}): Promise<Demo> {
  const files = await buildPage(options.root);
  const server = await onFreePort(options.game, (port) =>
    startServer({
      resourceDir: options.root,
      resourceName: RESOURCE,
      port,
      convars: { sonoran_apiKey: API_KEY },
      players: people.map((person) => person.options),
      clock: 'real',
    }),
  );
  try {
    return await showServer(server, files, options.root, options.page);
  } catch (error) {
    await server.shutdown();
    throw error;
  }
}

async function showServer(
  server: SimServer,
  files: ReadonlyMap<string, PageFile>,
  root: string,
  page: PortWish,
): Promise<Demo> {
  const eventUrl = `${server.url}/event`;
  const fixtures = readFixtures(root);
  const duty = createDuty(server, RESOURCE);
  const cad = createCad(eventUrl, () => updates.touch());
  const describe = () => describeState(server, RESOURCE, cad.view(), duty);

  let lineId = 0;
  const numberLine = (line: ConsoleLine) => toLineView(line, ++lineId);
  const lines: LineView[] = server.console.map(numberLine);

  const pageServer = await onFreePort(page, (port) =>
    servePage({
      port,
      files,
      hello: (): ServerMessage => ({
        type: 'hello',
        eventUrl,
        fixtures: fixtures.map(({ text: _, ...view }) => view),
        example: fixtures.find(({ name }) => name === EXAMPLE)?.text ?? '',
        lines: lines.slice(-MAX_LINES),
        state: describe(),
      }),
      onAction: (action, answer) => runAction(action, answer),
    }),
  );

  const updates = createUpdates(describe, pageServer.broadcast);
  const addLine = (line: ConsoleLine) => {
    const view = numberLine(line);
    lines.push(view);
    if (lines.length > MAX_LINES * 2) lines.splice(0, MAX_LINES);
    updates.line(view);
  };
  const runAction = createActions({
    server,
    resource: RESOURCE,
    cad,
    duty,
    fixtures,
    onFailure: (what) => addLine({ channel: 'demo', resource: null, text: `^1${what}`, at: Date.now() }),
  });

  const stopListening = [
    server.onConsole(addLine),
    ...people.map(({ options }) => server.client(options.id)?.onChange(updates.touch)),
  ];

  return {
    url: pageServer.url,
    gameUrl: new URL(server.url).origin,
    server,
    async close() {
      for (const stop of stopListening) stop?.();
      updates.stop();
      await pageServer.close();
      await server.shutdown();
    },
  };
}
