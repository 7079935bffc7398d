// The screens of the players: their NUI pages are shown in the browser. What a client script tells its page goes there,
// what the page asks for comes back.

import type { ChatLine, FeedItem, GameClient, SimServer } from '../index.ts';
import { toConsoleRuns } from './console-runs.ts';
import { people } from './players.ts';
import { toPost } from './posts.ts';
import type { ScreenView } from './views.ts';

export interface Screens {
  view(player: number): ScreenView;
  /** What `fetch` does in the page of a player. Nobody answers while the resource does not run. */
  post(player: number, name: string, body: unknown): Promise<void>;
  stop(): void;
}

/** How long the game shows a post, and the chat a line. */
const POST_MS = 8000;
const CHAT_MS = 12_000;
const MAX_POSTS = 3;
const MAX_LINES = 11;

/** Follows the games of all players. */
export function createScreens(options: {
  readonly server: SimServer;
  readonly resource: string;
  /** Told what a client script says to its page, in order. */
  readonly tell: (player: number, messages: readonly unknown[]) => void;
  /** Told when `view` gives something else. */
  readonly onChange: () => void;
}): Screens {
  const { server, resource, tell, onChange } = options;
  const screens = new Map(
    people.flatMap(({ options: { id } }) => {
      const client = server.client(id);
      return client ? [[id, followScreen(client, resource, (messages) => tell(id, messages))]] : [];
    }),
  );
  const screenOf = (player: number) => {
    const screen = screens.get(player);
    if (!screen) throw new Error(`Player ${player} has no screen.`);
    return screen;
  };

  return {
    view(player) {
      const { client, page, isReady } = screenOf(player);
      const now = server.now();
      const isRecent = ({ at }: { readonly at: number }, ms: number) => now - at < ms;
      return {
        page: page(),
        isReady: isReady(),
        hasCursor: client.nuiFocus.cursor,
        keys: client.keyMappings.map(({ key, description }) => ({ key: key.toUpperCase(), description })),
        commands: [...client.suggestions].map(([name, { help }]) => ({ name, help })),
        posts: client.feed
          .filter((item: FeedItem) => !item.removed && isRecent(item, POST_MS))
          .slice(-MAX_POSTS)
          .map(toPost),
        chat: client.chat
          .filter((line: ChatLine) => isRecent(line, CHAT_MS))
          .slice(-MAX_LINES)
          .map(({ args, at }) => ({ at, runs: toConsoleRuns(args.join(': ')) })),
      };
    },
    async post(player, name, body) {
      const screen = screenOf(player);
      if (screen.page() === null) return;
      await screen.client.postNui(name, body);
      if (name !== 'ready') return;
      screen.setReady();
      onChange();
    },
    stop() {
      for (const { stop } of screens.values()) stop();
    },
  };
}

/** The page of one player: another one with every start of the resource. */
function followScreen(client: GameClient, resource: string, tell: (messages: readonly unknown[]) => void) {
  const isRunning = () => client.state(resource) === 'started';
  let wasRunning = isRunning();
  let generation = 1;
  let isReady = false;
  let told = client.nuiMessages.length;

  function look(): void {
    if (wasRunning && !isRunning()) {
      generation += 1;
      isReady = false;
    }
    wasRunning = isRunning();
    const messages = client.nuiMessages.slice(told);
    told = client.nuiMessages.length;
    const own = messages.filter((message) => message.resource === resource).map(({ data }) => data);
    if (own.length > 0) tell(own);
  }

  function page(): number | null {
    look();
    return wasRunning ? generation : null;
  }

  return {
    client,
    page,
    isReady: () => isReady,
    setReady() {
      isReady = true;
    },
    stop: client.onChange(look),
  };
}
