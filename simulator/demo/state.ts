// What the page is told of the server, its players and what they see.

import { describeFeedText, type TextRun } from '../game/feed-text.ts';
import type { Blip, FeedItem } from '../game/types.ts';
import type { ConsoleLine, GameClient, SimServer } from '../index.ts';
import { toConsoleRuns } from './console-runs.ts';
import type { Duty } from './duty.ts';
import type { BlipView, CadView, DemoState, LineView, PlayerView, PostView, Run } from './messages.ts';
import { people } from './players.ts';

/** Posts a page shows per player. */
const MAX_POSTS = 30;

/** The whole picture. */
export function describeState(server: SimServer, resource: string, cad: CadView, duty: Duty): DemoState {
  return {
    isRunning: server.state(resource) === 'started',
    players: people.flatMap(({ options, firstName, role }): PlayerView[] => {
      const client = server.client(options.id);
      if (!client) return [];
      const [x, y] = client.ped().coords;
      return [
        {
          id: options.id,
          name: options.name,
          firstName,
          role,
          isOnDuty: duty.isOnDuty(options.id),
          isGranted: duty.isGranted(options.id),
          x,
          y,
          heading: client.ped().heading,
          blips: client.blips.map(toBlipView),
          waypoint: client.waypoint,
          posts: toPosts(client),
        },
      ];
    }),
    cad,
  };
}

function toBlipView(blip: Blip): BlipView {
  const [x, y] = blip.coords;
  return {
    handle: blip.handle,
    x,
    y,
    sprite: blip.sprite,
    colour: blip.colour,
    scale: blip.scale,
    radius: blip.radius,
    name: blip.name ?? '',
    isFlashing: blip.flashes,
    isRoute: blip.route,
  };
}

function toPosts(client: GameClient): PostView[] {
  return client.feed
    .filter((item) => !item.removed)
    .slice(-MAX_POSTS)
    .reverse()
    .map(toPost);
}

/** Sender and subject are drawn with their markup as well. */
function toPost(item: FeedItem): PostView {
  return {
    id: item.id,
    at: item.at,
    sender: describeFeedText(item.sender ?? '').runs.map(toRun),
    subject: describeFeedText(item.subject ?? '').runs.map(toRun),
    body: describeFeedText(item.text).lines.map((line) => line.map(toRun)),
  };
}

const toRun = ({ text, colour, bold, italic }: TextRun): Run => ({ text, colour, bold, italic });

/** A console line for the page. */
export function toLineView({ channel, text, at }: ConsoleLine, id: number): LineView {
  return { id, at, channel, runs: toConsoleRuns(text.trimEnd()) };
}
