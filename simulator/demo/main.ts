// The demo: a simulated server with four players, a simulated CAD, and the page that shows both.

import { type Cad, type ConsoleLine, createIds, type SimServer, startCad, startServer } from '../index.ts';
import { createActions } from './actions.ts';
import { createDemoCad, FIRST_IDS } from './cad.ts';
import { createDrives } from './drives.ts';
import { createDutyPermission } from './duty-permission.ts';
import { readFixtures, STORY } from './fixtures.ts';
import { setUpGames } from './habits.ts';
import type { ServerMessage } from './messages.ts';
import { buildPage, type PageFile } from './page-files.ts';
import { servePage } from './page-server.ts';
import { people } from './players.ts';
import { onFreePort, type PortWish } from './ports.ts';
import { createResourceExports } from './resource-exports.ts';
import { createScreens } from './screens.ts';
import { startOver } from './start-over.ts';
import { describeState, toLineView } from './state.ts';
import { createStory } from './story.ts';
import { storySteps } from './story-steps.ts';
import { createUpdates } from './updates.ts';
import type { LineView } from './views.ts';

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
  /** Time between the steps of the story, in ms; without it a readable pace. */
  readonly paceMs?: number;
}): Promise<Demo> {
  const files = await buildPage(options.root);
  const closing: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const cad = await startCad({ ids: createIds(FIRST_IDS) });
    closing.push(cad.close);
    const server = await startGame(options, cad);
    closing.push(server.shutdown);
    cad.setEventUrl(`${server.url}/event`);
    const shown = await showServer({ server, cad, files }, options);
    closing.push(shown.close);
    return { url: shown.url, gameUrl: new URL(server.url).origin, server, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** A game server that knows the CAD, and everybody in the game. */
async function startGame(
  { root, game }: { readonly root: string; readonly game: PortWish },
  cad: Cad,
): Promise<SimServer> {
  const server = await onFreePort(game, (port) =>
    startServer({
      resourceDir: root,
      resourceName: RESOURCE,
      port,
      convars: {
        sonoran_apiKey: cad.apiKey,
        sonoran_communityID: cad.communityId,
        sonoran_serverId: String(cad.serverId),
        sonoran_apiUrl: cad.url,
      },
      players: people.map((person) => person.options),
      clock: 'real',
    }),
  );
  setUpGames(server, RESOURCE);
  return server;
}

async function showServer(
  {
    server,
    cad: simulatedCad,
    files,
  }: { readonly server: SimServer; readonly cad: Cad; readonly files: ReadonlyMap<string, PageFile> },
  { root, page, paceMs }: { readonly root: string; readonly page: PortWish; readonly paceMs?: number },
): Promise<Pick<Demo, 'url' | 'close'>> {
  const eventUrl = `${server.url}/event`;
  const fixtures = readFixtures(root);
  const textOf = (name: string) => fixtures.find((fixture) => fixture.name === name)?.text ?? '';
  const exports = createResourceExports(server, RESOURCE);
  const permission = createDutyPermission(server);
  const cad = createDemoCad({ cad: simulatedCad, fixtures, onChange: () => updates.touch() });
  const drives = createDrives(server, () => updates.touch());
  const screens = createScreens({
    server,
    resource: RESOURCE,
    tell: (player, messages) => pageServer.broadcast({ type: 'screen', player, messages }),
    onChange: () => updates.touch(),
  });
  let feedsSince = 0;
  const story = createStory({
    steps: storySteps,
    async send({ name, drive }) {
      if (drive) drives.start(drive.player, drive.to);
      const reply = await cad.postFixture(name);
      if (!reply) throw new Error(`There is no recorded event ${name}.`);
      pageServer.broadcast({ type: 'reply', reply });
      return reply;
    },
    onChange: () => updates.touch(),
    onReset() {
      feedsSince = server.now();
      startOver({ server, resource: RESOURCE, cad, drives, permission });
    },
    paceMs,
  });
  const describe = () =>
    describeState({ server, exports, permission, cad, story, screens, feedsSince: () => feedsSince });

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
        fixtures: fixtures.filter(({ group }) => group !== STORY).map(({ text: _, ...view }) => view),
        story: storySteps.map(({ name, title, watch }) => ({ name, title, watch })),
        example: textOf(EXAMPLE),
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
    permission,
    drives,
    screens,
    story,
    onFailure: (what) => addLine({ channel: 'demo', resource: null, text: `^1${what}`, at: Date.now() }),
  });

  const stopListening = [
    server.onConsole(addLine),
    simulatedCad.onDelivered(({ envelope, reply }) => {
      const sent = JSON.stringify(envelope, null, 2);
      if (reply) pageServer.broadcast({ type: 'reply', reply: { fixture: null, sent, ...reply } });
      updates.touch();
    }),
    ...people.map(({ options }) => server.client(options.id)?.onChange(updates.touch)),
  ];

  return {
    url: pageServer.url,
    async close() {
      for (const stop of stopListening) stop?.();
      story.pause();
      drives.stop();
      screens.stop();
      updates.stop();
      await pageServer.close();
    },
  };
}
