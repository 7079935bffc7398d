// A game client as its host sees it: what it needs, and what may be done to it from outside.
import type { NativeTable, Problem } from '../natives/native.ts';
import type {
  Blip,
  ChatLine,
  ChatSuggestion,
  FeedItem,
  GamePed,
  GameScreen,
  HelpText,
  KeyMapping,
  NuiFocus,
  PlayedSound,
  Subtitle,
  Vector3,
  WaypointChange,
} from './shown.ts';

export type * from './shown.ts';

export interface GameOptions {
  /** The player's id on the server. */
  playerId: number;
  name: string;
  coords: [number, number, number];
  heading?: number;
  /** Names of the street at a point and of the one crossing it (`''` for none). */
  streetAt?: (x: number, y: number) => [string, string];
  /** Short name of the zone at a point, such as `DTVINE`. */
  zoneAt?: (x: number, y: number) => string;
  /** Milliseconds since the epoch. */
  now(): number;
  host: GameHost;
}

export interface GameHost {
  problem(kind: Problem['kind'], message: string, resource?: string | null): void;
  /** What the game does for a key mapping; a command nobody registered must be passed over in silence. */
  runCommand(line: string): void;
  /** Used for `__cfx_nui:<type>`. */
  queueEvent(name: string, args: unknown[], onlyResource: string): void;
  /** Entries of a manifest: `ui_page`, `nui_callback_strict_mode`. None for an unknown resource. */
  resourceMetadata(resource: string, key: string): readonly string[];
  sendToServer(name: string, payload: Uint8Array): void;
  /** Runs `fn` on the next client tick; where it is missing, on the next turn of Node's loop. */
  onNextTick?(fn: () => void): void;
}

export interface PostNuiOptions {
  /** The resource whose page calls. Default: the one that is called. */
  fromResource?: string;
  /** Sent as it is, in place of `data`. */
  rawBody?: string;
}

export interface Game {
  readonly natives: NativeTable;
  /** The ones that exist, oldest first; the waypoint is not among them. */
  readonly blips: readonly Blip[];
  /** The blip whose route is drawn, or null. */
  readonly routeBlip: number | null;
  readonly feed: readonly FeedItem[];
  readonly helpTexts: readonly HelpText[];
  readonly subtitles: readonly Subtitle[];
  /** Texts drawn on the screen frame by frame. */
  readonly draws: number;
  readonly sounds: readonly PlayedSound[];
  readonly waypoint: [number, number] | null;
  readonly waypointLog: readonly WaypointChange[];
  readonly chat: readonly ChatLine[];
  readonly suggestions: ReadonlyMap<string, ChatSuggestion>;
  readonly nuiMessages: readonly { readonly resource: string; readonly data: unknown }[];
  readonly nuiFocus: NuiFocus;
  readonly keyMappings: readonly KeyMapping[];
  readonly ped: GamePed;
  readonly screen: GameScreen;
  /** Height of the ground everywhere near the player. */
  groundZ: number;
  /** Whether the pause menu is open. */
  paused: boolean;
  /** Presses a key and lets go of it. */
  press(key: string): void;
  /** Presses a key. */
  hold(key: string): void;
  /** Lets go of a key. */
  letGo(key: string): void;
  /** Binds a command to a key as the player does in the game's settings; `''` takes its key away. */
  bind(command: string, key: string): void;
  /** Sets or takes away the waypoint as the player does on the map. */
  setWaypoint(coords: [number, number] | null): void;
  /** Puts another player near this one; gives the handle of the ped. */
  addPlayer(serverId: number, name: string, coords: Vector3): number;
  /** Takes another player out of range; blips on the ped go with it. */
  removePlayer(serverId: number): void;
  /**
   * What `fetch('https://<resource>/<type>', { method: 'POST', body: JSON.stringify(data) })` does in a page:
   * resolves to the parsed answer, rejects where the page gets 404, and never settles where the page hangs.
   */
  postNui(resource: string, type: string, data: unknown, options?: PostNuiOptions): Promise<unknown>;
  /** To be called after a resource stopped: the game frees what its scripts created. */
  onResourceStop(resource: string): void;
  /** To be called for every event of the chat resource, whoever raised it. */
  onChatEvent(name: string, args: unknown[]): void;
  /** Calls `listener` after anything above changed; gives the function that ends it. */
  onChange(listener: () => void): () => void;
}

/** What the parts of a game share. */
export interface GameContext {
  readonly host: GameHost;
  now(): number;
  changed(): void;
}
