// What the page is told of the server, its players and what they see.

import type { Blip } from '../game/types.ts';
import type { ConsoleLine, GameClient, SimServer } from '../index.ts';
import { describeBoard } from './board.ts';
import type { DemoCad } from './cad.ts';
import { toConsoleRuns } from './console-runs.ts';
import type { DutyPermission } from './duty-permission.ts';
import { type Person, people } from './players.ts';
import { toPost } from './posts.ts';
import type { ResourceExports } from './resource-exports.ts';
import type { Screens } from './screens.ts';
import type { Story } from './story.ts';
import type { BlipView, DemoState, LineView, PlayerView, PostView } from './views.ts';

/** Posts a page shows per player. */
const MAX_POSTS = 30;

export interface StatePorts {
  readonly server: SimServer;
  readonly exports: ResourceExports;
  readonly permission: DutyPermission;
  readonly cad: Pick<DemoCad, 'view'>;
  readonly story: Pick<Story, 'view'>;
  readonly screens: Pick<Screens, 'view'>;
  /** Posts from before do not show: when the story begins anew, so do the feeds. */
  readonly feedsSince: () => number;
}

/** The whole picture. */
export function describeState(ports: StatePorts): DemoState {
  const { exports, cad, story } = ports;
  const onDuty = new Set(exports.list<number>('getOnDutyPlayers'));
  return {
    isRunning: exports.isRunning(),
    players: people.flatMap((person) => describePlayer(person, onDuty, ports) ?? []),
    cad: cad.view(),
    board: describeBoard(exports),
    story: story.view(),
  };
}

function describePlayer(
  { options: { id, name }, firstName, role }: Person,
  onDuty: ReadonlySet<number>,
  { server, exports, permission, screens, feedsSince }: StatePorts,
): PlayerView | null {
  const client = server.client(id);
  if (!client) return null;
  const { coords, heading } = client.ped();
  return {
    ...{ id, name, firstName, role },
    isOnDuty: exports.isRunning() ? onDuty.has(id) : null,
    why: exports.list<string>('explain', id),
    isGranted: permission.isGranted(id),
    x: coords[0],
    y: coords[1],
    heading,
    blips: client.blips.map(toBlipView),
    waypoint: client.waypoint,
    posts: toPosts(client, feedsSince()),
    screen: screens.view(id),
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

function toPosts(client: GameClient, since: number): PostView[] {
  return client.feed
    .filter((item) => !item.removed && item.at >= since)
    .slice(-MAX_POSTS)
    .reverse()
    .map(toPost);
}

/** A console line for the page. */
export function toLineView({ channel, text, at }: ConsoleLine, id: number): LineView {
  return { id, at, channel, runs: toConsoleRuns(text.trimEnd()) };
}
