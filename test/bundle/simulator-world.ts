// The world of the simulator: a manual clock, so that stories play as fast as they can and the same every time.

import { type GameClient, type PlayerOptions, type SimServer, startServer } from '../../simulator/index.ts';
import { request } from '../support/http.ts';
import { copyResource } from '../support/resource-folder.ts';
import {
  CIVILIAN,
  type CreateWorld,
  KEY,
  OFF_DUTY,
  OFFICER,
  type PlayerGame,
  type World,
  type WorldPlayer,
} from './world.ts';

const COLOUR = /\^[0-9]/g;
const LEVEL = /^(?:Warning|Error|Info): /;

export const createSimulatorWorld: CreateWorld = async (options = {}) => {
  const { folder = 'sonorancad', convars = {}, players = [OFFICER, OFF_DUTY, CIVILIAN] } = options;
  const { config, neighbour, others = [] } = options;
  const copy = config && copyResource({ 'config.json': JSON.stringify(config) });
  const server = await startServer({
    resourceDir: copy?.folder ?? process.cwd(),
    resourceName: folder,
    clock: 'manual',
    convars: { sonoran_apiKey: KEY, netPort: '30120', ...convars },
    players: players.map(toPlayer),
    resources: [
      ...others.map((other) => ({ ...other, scripts: { server: [''] } })),
      ...(neighbour ? [{ name: 'neighbour', scripts: { server: [neighbour] } }] : []),
    ],
  });
  for (const { id } of players) server.join(id);
  const world = toWorld(server, folder, () => copy?.remove());
  await world.pass(200);
  return world;
};

const toPlayer = ({ id, name, identifiers, aces = [], coords = [0, 0, 0] }: WorldPlayer): PlayerOptions => ({
  id,
  name,
  identifiers,
  aces,
  coords,
});

function toWorld(server: SimServer, folder: string, cleanUp: () => void): World {
  const client = (id: number): GameClient => {
    const found = server.client(id);
    if (!found) throw new Error(`Player ${id} has no game client.`);
    return found;
  };
  const pass = (ms: number) => server.advance(ms);
  return {
    async request(method, path, body, headers) {
      const { status, body: text, headers: lines } = await request(server.port, method, path, body, headers);
      return { status, body: text, allow: lines.allow ?? null };
    },
    pass,
    settle: () => pass(250),
    sees(id) {
      const { blips, feed } = client(id);
      return {
        blips: blips.map(({ name, coords, radius, sprite, colour, flashes }) => ({
          name: name ?? '',
          x: Math.fround(coords[0]),
          y: Math.fround(coords[1]),
          radius,
          sprite,
          colour,
          flashes,
        })),
        feed: feed.map(({ sender, subject, text }) => ({
          sender: sender ?? '',
          subject: subject ?? '',
          text,
        })),
      };
    },
    game: (id) => toGame(client(id), pass),
    grant: (id, ace) => server.addAce(`player.${id}`, ace),
    revoke: (id, ace) => server.removeAce(`player.${id}`, ace),
    async join(player) {
      server.join(toPlayer(player));
      await pass(100);
    },
    drop: (id) => server.drop(id),
    move(id, x, y, z) {
      client(id).ped().coords = [x, y, z];
    },
    async restart() {
      server.restart();
      await pass(100);
    },
    async stopResource() {
      server.stop(folder);
      await pass(100);
    },
    setConvar: (name, value) => server.setConvar(name, value),
    call: (name, ...args) => server.callExport(folder, name, ...args),
    async stopOther(name) {
      server.stop(name);
      await pass(100);
    },
    async startOther(name) {
      server.start(name);
      await pass(100);
    },
    sent: () =>
      server.sentEvents
        .filter(({ resource }) => resource === folder)
        .map(({ name, target, args }) => ({ event: name, player: target, args })),
    raise: (player, event, ...args) => server.netEvent(player, event, ...args),
    callNeighbour: (name, ...args) => server.callExport('neighbour', name, ...args),
    command: (line, player) => void server.execute(line, player === undefined ? {} : { player }),
    chat: (id) => client(id).chat.map(({ args }) => args.join(' ')),
    console: () =>
      server.console
        .filter(({ resource }) => resource === folder)
        .map(({ text }) => text.replace(COLOUR, '').replace(LEVEL, '')),
    problems: () =>
      server
        .allProblems()
        .filter(({ resource }) => resource !== 'neighbour')
        .map(({ kind, message }) => `${kind}: ${message}`),
    async end() {
      await server.shutdown();
      cleanUp();
    },
  };
}

function toGame(client: GameClient, pass: (ms: number) => Promise<void>): PlayerGame {
  return {
    messages: () => client.nuiMessages.map(({ data }) => data),
    async ask(name, body, from) {
      let answer: unknown = 'no answer';
      const options = {
        ...(from !== undefined && { fromResource: from }),
        ...(typeof body === 'string' && { rawBody: body }),
      };
      client.postNui(name, body, undefined, options).then(
        (given) => {
          answer = given;
        },
        () => {
          answer = 'refused';
        },
      );
      await pass(100);
      return answer;
    },
    bind: client.game.bind,
    press: client.press,
    say: (line) => void client.command(line),
    focus: () => ({ ...client.nuiFocus }),
    route: () => client.blips.find(({ handle }) => handle === client.routeBlip)?.name ?? null,
    sounds: () => client.sounds.map(({ name }) => name),
    load() {
      const { tickers, timers } = client.stats();
      return { tickers, timers };
    },
  };
}
