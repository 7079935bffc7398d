// What travels between the server and a game client: event names and the shape of each payload.

import type { CallView } from './call.ts';

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
    /** Shown on the minimap only when near. */
    readonly shortRange: boolean;
    /** How long the blip of a new call flashes, in milliseconds. */
    readonly flashMs: number;
  };
}

/** Something momentary that a player is told. It names what it is about and carries no state of its own. */
export interface Announcement {
  readonly kind: 'call-opened';
  /** Key of the call it is about. */
  readonly key: string;
}

/**
 * One step of a client's picture. Applied in this order: `reset` forgets everything known so far, `settings`
 * replace the settings, `calls` are added or replaced, `gone` are removed, `announce` is shown.
 */
export interface Delivery {
  readonly reset?: true;
  readonly settings?: ClientSettings;
  readonly calls?: readonly CallView[];
  readonly gone?: readonly string[];
  readonly announce?: readonly Announcement[];
}
