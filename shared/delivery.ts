// What travels between the server and a game client: event names and the shape of each payload.

import type { CallView } from './call.ts';
import type { UnitView } from './unit.ts';

/** Server to client: one `Delivery`. */
export const DELIVERY_EVENT = 'sonorancad:delivery';

/** Client to server, without arguments: the client scripts are loaded and know no calls yet. */
export const READY_EVENT = 'sonorancad:ready';

/** How a kind of call is drawn on the map. */
export interface BlipStyle {
  /** https://docs.fivem.net/docs/game-references/blips/ */
  readonly sprite: number;
  /** Blip colour index, same page. */
  readonly colour: number;
  readonly scale: number;
}

/** The settings a game client needs, taken from the server's configuration. */
export interface ClientSettings {
  readonly blips: {
    readonly emergency: BlipStyle;
    readonly civil: BlipStyle;
    readonly dispatch: BlipStyle;
    readonly panic: BlipStyle;
    /** Shown on the minimap only when near. */
    readonly shortRange: boolean;
    /** How long the blip of a new call flashes, in milliseconds. */
    readonly flashMs: number;
    /** Radius around places that are estimates, in metres. */
    readonly estimateRadius: number;
  };
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
  | { readonly kind: 'detached'; readonly call: CallSummary }
  /** A note on the player's call. */
  | { readonly kind: 'note'; readonly key: string; readonly label: string; readonly content: string }
  /** The player's call became more urgent. */
  | { readonly kind: 'priority'; readonly key: string }
  /** The player's call is over. */
  | { readonly kind: 'closed'; readonly call: CallSummary }
  /** The player's unit has another status. */
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'panic'; readonly ident: number; readonly unit: string }
  | { readonly kind: 'panic-over'; readonly ident: number; readonly unit: string }
  /** A tone for the player's unit; `url` is the sound. */
  | { readonly kind: 'tone'; readonly url: string }
  | {
      readonly kind: 'station';
      readonly stations: readonly string[];
      readonly message: string;
      readonly tone: string;
    }
  | { readonly kind: 'pager'; readonly nature: string; readonly body: string };

/** A unit in panic. Its place is null until it is known; it follows the unit. */
export interface PanicView {
  readonly ident: number;
  readonly unit: string;
  readonly position: { readonly x: number; readonly y: number; readonly z: number | null } | null;
}

/**
 * One step of a client's picture. Applied in this order: `reset` forgets everything known so far, `settings`
 * replace the settings, `unit` replaces the player's own unit, `calls` are added or replaced, `gone` are removed,
 * the same for panics, `announce` is shown.
 */
export interface Delivery {
  readonly reset?: true;
  readonly settings?: ClientSettings;
  readonly unit?: UnitView | null;
  readonly calls?: readonly CallView[];
  readonly gone?: readonly string[];
  readonly panics?: readonly PanicView[];
  readonly panicsGone?: readonly number[];
  readonly announce?: readonly Announcement[];
}
