// What travels between the server and a game client: event names and the shape of each payload.

import type { CallView } from './call.ts';
import type { NotifySettings } from './notify.ts';
import type { PlayerAction, PlayerSettings, PriorityLook } from './screen.ts';
import type { UnitView } from './unit.ts';

/** Server to client: one `Delivery`. */
export const DELIVERY_EVENT = 'sonorancad:delivery';

/**
 * Client to server: the client scripts are loaded and know no calls yet. With true when they can read the API key, which
 * no client should.
 */
export const READY_EVENT = 'sonorancad:ready';

/** Client to server, without arguments: the page is there. */
export const SCREEN_EVENT = 'sonorancad:screen';

/** Client to server: the street that the player is in, for the CAD's live map. Only while `streetMs` asks for it. */
export const STREET_EVENT = 'sonorancad:street';

/** How a kind of call is drawn on the map. */
export interface BlipStyle {
  /** https://docs.fivem.net/docs/game-references/blips/ */
  readonly sprite: number;
  /** Blip colour index, same page. */
  readonly colour: number;
  readonly scale: number;
}

/** What may be different about the blips of some calls. */
export type BlipTouch = { readonly [Part in keyof BlipStyle]?: BlipStyle[Part] | undefined };

/** Settings of blips on the map. */
export interface BlipSettings {
  readonly emergency: BlipStyle;
  readonly civil: BlipStyle;
  readonly dispatch: BlipStyle;
  readonly panic: BlipStyle;
  /** Laid over the style, in this order: by the page of the attached units, by priority, for the player's own calls. */
  readonly pages: Readonly<Record<string, BlipTouch>>;
  readonly priorities: Readonly<Record<string, BlipTouch>>;
  readonly mine: BlipTouch;
  /** Shown on the minimap only when near. */
  readonly shortRange: boolean;
  /** Group in the legend (SET_BLIP_CATEGORY). */
  readonly category: number;
  /** How long the blip of a new call flashes, in milliseconds. */
  readonly flashMs: number;
  /** Age at which a blip has faded to its faintest (ms); 0: blips do not fade. */
  readonly fadeMs: number;
  /** Calls with a blip at a time; the newest, and always the player's own and the one with the route. */
  readonly max: number;
  /** Radius around places that are estimates, in metres. */
  readonly estimateRadius: number;
}

/** How calls of some urgency look and sound, and how long their card stays (ms). */
export interface UrgencySettings extends PriorityLook {
  readonly ms: number;
}

/** A sound of the game (PLAY_SOUND_FRONTEND). */
export interface GameSound {
  readonly name: string;
  readonly set: string;
}

/** The settings a game client needs, taken from the server's configuration. */
export interface ClientSettings {
  readonly blips: BlipSettings;
  readonly cards: {
    /** Cards on the screen at a time. */
    readonly max: number;
    /** By the CAD's priority, in lower case. */
    readonly priorities: Readonly<Record<string, UrgencySettings>>;
    /** 911 calls, civil calls and other calls without one of those priorities. */
    readonly emergency: UrgencySettings;
    readonly civil: UrgencySettings;
    readonly other: UrgencySettings;
    /** How long cards stay that are about no call (ms). */
    readonly messageMs: number;
    /** Whether the card of the player's own call stays as long as the call. */
    readonly keepMine: boolean;
  };
  readonly routes: {
    /** Whether the game leads the player to a call when the player's unit is attached. */
    readonly toOwnCalls: boolean;
    /** Blip colour index of the route. */
    readonly colour: number;
    /** The route ends this near (metres); 0: it does not. */
    readonly arriveMetres: number;
    /** Index of the status that ends the route; null: none does. */
    readonly onSceneStatus: number | null;
  };
  readonly sounds: Readonly<Record<PriorityLook['level'] | 'message', GameSound | null>>;
  /** Longest tone that is played, in seconds. */
  readonly toneSeconds: number;
  /** Keys by action, as players find them in their settings; `''` leaves one unbound. */
  readonly keys: Readonly<Partial<Record<PlayerAction, string>>>;
  readonly commands: {
    /** The command of players, such as `cad`. */
    readonly base: string;
    readonly aliases: readonly string[];
    /** Commands by which anybody calls for help, such as `911`. */
    readonly help: readonly string[];
  };
  /** The community's statuses in words, by index. */
  readonly statusLabels: readonly string[];
  readonly distances: 'metric' | 'imperial';
  /** How often units on duty look which street they are in (ms), so that the CAD is told; 0: they do not. */
  readonly streetMs: number;
  /** What applies until a player chooses something else. */
  readonly player: PlayerSettings;
  readonly notify: NotifySettings;
}

/** A call in a few words, for alerts about calls that the client does not keep. */
export interface CallSummary {
  readonly number: number | null;
  readonly title: string;
  readonly address: string;
}

/**
 * Something momentary that a player is told. It names the call it is about, which the client knows, and carries no
 * state of its own.
 */
export type Announcement =
  /** A 911 or civil call came in. */
  | { readonly kind: 'call-opened'; readonly key: string }
  /** A dispatch call was made. */
  | { readonly kind: 'call-dispatched'; readonly key: string }
  /** The player's unit was attached. */
  | { readonly kind: 'attached'; readonly key: string }
  /** The player's unit was detached. */
  | { readonly kind: 'detached'; readonly key: string; readonly call: CallSummary }
  /** A note on the player's call. */
  | { readonly kind: 'note'; readonly key: string; readonly label: string; readonly content: string }
  /** The player's call became more urgent. */
  | { readonly kind: 'priority'; readonly key: string }
  /** The player's call is over. */
  | { readonly kind: 'closed'; readonly key: string; readonly call: CallSummary }
  /** The player's unit has another status. */
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'panic'; readonly ident: number; readonly unit: string }
  | { readonly kind: 'panic-over'; readonly ident: number; readonly unit: string }
  /** A tone for the player's unit; `url` is the sound, `''` when its host is not allowed. */
  | { readonly kind: 'tone'; readonly url: string }
  | {
      readonly kind: 'station';
      readonly stations: readonly string[];
      /** What to say, as text; `''` when the CAD sent sound only. */
      readonly message: string;
      readonly tone: string;
      /** The same as a `data:` address of a sound, or `''`. */
      readonly audio: string;
    }
  | { readonly kind: 'pager'; readonly nature: string; readonly body: string }
  /** To whoever made a call: a unit is on its way or there, or the call is closed (then `unit` is `''`). */
  | { readonly kind: 'caller'; readonly what: 'responding' | 'on-scene' | 'closed'; readonly unit: string };

/** A unit in panic. Its place is null until it is known; it follows the unit. */
export interface PanicView {
  readonly ident: number;
  readonly unit: string;
  readonly position: { readonly x: number; readonly y: number; readonly z: number | null } | null;
}

/**
 * One step of a client's picture. Applied in this order: `reset` forgets everything known so far, `settings` and
 * `isOnDuty` replace what was said before, `unit` replaces the player's own unit, `calls` are added or replaced, `gone` are removed,
 * the same for panics, `announce` is shown.
 */
export interface Delivery {
  readonly reset?: true;
  /** The server's time (ms since the epoch), so that ages are right whatever the player's clock says. */
  readonly now?: number;
  readonly settings?: ClientSettings;
  readonly isOnDuty?: boolean;
  readonly unit?: UnitView | null;
  readonly calls?: readonly CallView[];
  readonly gone?: readonly string[];
  readonly panics?: readonly PanicView[];
  readonly panicsGone?: readonly number[];
  readonly announce?: readonly Announcement[];
}
