// Two units, a citizen, the built bundles and the simulated CAD: what the stories of both directions play on.

import { type Cad, type GameClient, startCad, startServer } from '../../simulator/index.ts';
import { copyResource } from '../support/resource-folder.ts';
import { settle } from '../support/settle.ts';

const IRIS = 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1';
const TOM = 'b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2';
const NORA = 'c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3';
const DORA = 'd4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4';

/** Where calls are. */
export const PLACE = { x: '425.1', y: '-979.5', z: '30.7' };

export interface KnownCall {
  readonly key: string;
  readonly stage: string;
  readonly emergencyId: number | null;
  readonly dispatchId: number | null;
  readonly idents: readonly number[];
  readonly postal: string;
  readonly primary: number | null;
}

export interface StageOptions {
  /** Without a connection the CAD still posts events, but nothing can be asked of it. */
  readonly isConnected?: boolean;
  readonly convars?: Readonly<Record<string, string>>;
  /** Settings that differ from the defaults. */
  readonly config?: object;
  /** The CAD counts requests per minute. */
  readonly hasLimits?: boolean;
}

/** A wait in vain ends before the test's own time limit, with what was waited for. */
const IN_VAIN_MS = 45_000;

export type TwoWayStage = Awaited<ReturnType<typeof createTwoWayStage>>;

/** Iris (1) and Tom (2) are units in the CAD, Dora (3) is on duty without being one, Nora (7) is nobody. */
export async function createTwoWayStage(options: StageOptions = {}) {
  const { isConnected = true, convars = {}, config = {}, hasLimits = false } = options;
  const cad = await startCad({ limits: hasLimits });
  const copy = copyResource({
    'config.json': JSON.stringify({ duty: { sources: ['cad', 'ace'] }, ...config }),
  });
  const server = await startServer({
    resourceDir: copy.folder,
    resourceName: 'sonorancad',
    clock: 'manual',
    convars: {
      sonoran_apiKey: cad.apiKey,
      ...(isConnected && connectionTo(cad)),
      ...convars,
    },
    principals: { 'group.deputy': ['sonorancad.duty'] },
    players: [
      { id: 1, name: 'Iris', identifiers: [`license:${IRIS}`], coords: [120, -300, 40] },
      { id: 2, name: 'Tom', identifiers: [`license:${TOM}`], coords: [-80, 210, 50] },
      {
        id: 3,
        name: 'Dora',
        identifiers: [`license:${DORA}`],
        coords: [0, 0, 0],
        groups: ['group.deputy'],
      },
      { id: 7, name: 'Nora', identifiers: [`license:${NORA}`], coords: [425, -980, 30] },
    ],
  });
  const game = (id: number): GameClient => {
    server.join(id);
    const found = server.client(id);
    if (!found) throw new Error(`Player ${id} has no game client.`);
    return found;
  };
  const games = { iris: game(1), tom: game(2), dora: game(3), nora: game(7) };
  cad.setEventUrl(`${server.url}/event`);

  /** Lets ticks pass until it is so; answers come over the real network meanwhile. */
  async function passUntil(isSo: () => boolean): Promise<void> {
    const end = performance.now() + IN_VAIN_MS;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`Waited in vain until ${isSo}`);
      await server.advance(50);
      await settle();
    }
  }
  /** Lets ticks pass until the CAD was asked for something as often as this. */
  const passUntilAsked = async (endpoint: string, times = 1) => {
    await passUntil(() => cad.requests.filter((request) => request.endpoint === endpoint).length >= times);
    return cad.requests.filter((request) => request.endpoint === endpoint);
  };
  const calls = () => server.callExport('sonorancad', 'getCalls') as readonly KnownCall[];
  const onDuty = () => (server.callExport('sonorancad', 'getOnDutyPlayers') as readonly number[]).length;

  const iris = cad.desk.login({ data: { communityUserId: IRIS, unitNum: '2-ADAM-14' } });
  const tom = cad.desk.login({ data: { communityUserId: TOM, unitNum: 'E-61' } });
  await passUntil(() => onDuty() === 3);
  // Everybody's game has its settings, and with them keys and commands.
  await passUntil(() => Object.values(games).every(({ keyMappings }) => keyMappings.length > 0));
  return {
    cad,
    server,
    games,
    units: { iris: iris.id, tom: tom.id },
    calls,
    passUntil,
    passUntilAsked,
    async close() {
      await server.shutdown();
      await cad.close();
      copy.remove();
    },
  };
}

const connectionTo = (cad: Cad) => ({
  sonoran_communityID: cad.communityId,
  sonoran_serverId: `${cad.serverId}`,
  sonoran_apiUrl: cad.url,
});

/** Lines of a player's chat. */
export const chat = (client: GameClient) => client.chat.map(({ args }) => args.join(' '));
/** Notifications above a player's minimap. */
const feed = (client: GameClient) => client.feed.map(({ text }) => text);
/** Whether a player was told, in the chat or above the minimap, something with these words in it. */
export const wasTold = (client: GameClient, words: string) =>
  [...chat(client), ...feed(client)].some((line) => line.includes(words));
