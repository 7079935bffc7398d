// What tests and the demo see of a player's game, and what it is made from.
import type { Game, GamePed, PostNuiOptions } from '../game/types.ts';
import type { Problem } from '../natives/native.ts';
import type { Clock } from './clock.ts';
import type { CommandResult } from './commands.ts';
import type { KvpStore } from './kvp.ts';
import type { Player } from './players.ts';
import type { ServerCore } from './server.ts';
import type { ConsoleLine, NativeCallRecord, RuntimeStats } from './types.ts';

/** Members of the game a client shows as its own. */
export const SHOWN = [
  ...(['blips', 'routeBlip', 'feed', 'helpTexts', 'subtitles', 'sounds', 'waypoint', 'waypointLog'] as const),
  ...(['chat', 'suggestions', 'nuiMessages', 'nuiFocus', 'keyMappings', 'press', 'onChange'] as const),
];
export type Shown = Pick<Game, (typeof SHOWN)[number]>;

export interface GameClientOptions {
  server: ServerCore;
  player: Player;
  clock: Clock;
  /** The resource calls are about when none is named. */
  resource: string;
  /** Frames between joining and the first script. */
  startAfterFrames?: number;
  streetAt?: (x: number, y: number) => [string, string];
  zoneAt?: (x: number, y: number) => string;
  kvp?: KvpStore;
}

/** What tests and the demo see of a player's game. All lists are live. */
export interface GameClient extends Shown {
  readonly id: number;
  readonly name: string;
  readonly game: Game;
  readonly console: readonly ConsoleLine[];
  onConsole(listener: (line: ConsoleLine) => void): () => void;
  readonly problems: readonly Problem[];
  /** Native calls, while `recordCalls` is on. */
  readonly calls: readonly NativeCallRecord[];
  recordCalls: boolean;
  readonly kvp: KvpStore;
  readonly connected: boolean;
  /** The player's ped, live: assign `coords` to move the player. */
  ped(): GamePed;
  /** State of a resource on this client. */
  state(resource: string): string;
  /** A line typed into the chat; a leading `/` may be left out. Unknown commands go to the server. */
  command(line: string): CommandResult;
  /** What `fetch` does in the NUI page of a resource. */
  postNui(type: string, data: unknown, resource?: string, options?: PostNuiOptions): Promise<unknown>;
  /** An event as if the server had sent it. */
  receive(name: string, ...args: unknown[]): void;
  /** A local event. */
  emit(name: string, ...args: unknown[]): void;
  evaluate(code: string, resource?: string): unknown;
  callExport(resource: string, name: string, ...args: unknown[]): unknown;
  stats(resource?: string): RuntimeStats;
  setConvar(name: string, value: string): void;
  /** Leaves the server. */
  disconnect(reason?: string): void;
  /** Lets go of the process, when the whole server is gone. */
  release(): void;
}
