// What a game client shows: plain data.

export type Vector3 = [x: number, y: number, z: number];

export interface Blip {
  readonly handle: number;
  readonly kind: 'coord' | 'radius' | 'area' | 'entity';
  /** For an entity its present coordinates. */
  readonly coords: Vector3;
  readonly radius: number | null;
  /** Width and height of an area. */
  readonly size: readonly [number, number] | null;
  readonly entity: number | null;
  readonly sprite: number;
  readonly colour: number;
  readonly secondaryColour: readonly [number, number, number] | null;
  readonly scale: number;
  readonly alpha: number;
  readonly display: number;
  readonly category: number;
  readonly priority: number;
  readonly shortRange: boolean;
  readonly hiddenOnLegend: boolean;
  readonly highDetail: boolean;
  readonly bright: boolean;
  readonly friendly: boolean;
  readonly shrink: boolean;
  readonly cone: boolean;
  readonly headingIndicator: boolean;
  readonly heightIndicator: boolean;
  readonly outline: boolean;
  readonly tick: boolean;
  readonly number: number | null;
  readonly rotation: number;
  /** Whether it flashes now: a flash time that has run out ends it. */
  readonly flashes: boolean;
  readonly flashInterval: number;
  readonly flashTimer: number;
  readonly route: boolean;
  readonly routeColour: number;
  /** Null shows the name the game has for the sprite. */
  readonly name: string | null;
  readonly createdBy: string;
}

export interface FeedItem {
  readonly id: number;
  readonly type: 'ticker' | 'message';
  /** The label with its components filled in; markup is still in it, see `describeFeedText`. */
  readonly text: string;
  readonly label: string;
  readonly components: readonly string[];
  readonly txd: string | null;
  readonly txn: string | null;
  readonly flash: boolean;
  readonly icon: number | null;
  readonly sender: string | null;
  readonly subject: string | null;
  /** HUD colour index, see `hudColour`. */
  readonly backgroundColour: number | null;
  readonly important: boolean;
  readonly showInBrief: boolean;
  /** 1 is the usual time on screen. */
  readonly durationMultiplier: number;
  readonly createdBy: string;
  readonly at: number;
  readonly removed: boolean;
}

export interface HelpText {
  readonly text: string;
  readonly loop: boolean;
  readonly beep: boolean;
  /** Milliseconds; -1 for the usual time. */
  readonly duration: number;
  readonly at: number;
}

export interface Subtitle {
  readonly text: string;
  readonly duration: number;
  readonly at: number;
}

export interface PlayedSound {
  readonly name: string;
  readonly set: string | null;
  readonly at: number;
  /** -1 for a sound nobody can stop. */
  readonly soundId: number;
  readonly createdBy: string;
}

export interface WaypointChange {
  /** Null when it was taken away. */
  readonly coords: [number, number] | null;
  /** Null when the player did it on the map. */
  readonly createdBy: string | null;
  readonly at: number;
}

export interface ChatLine {
  /** The first of two arguments, as the default template shows it. */
  readonly author: string | null;
  /** The last argument. `^1` colour codes are left in. */
  readonly text: string;
  readonly args: readonly string[];
  readonly color: readonly number[] | null;
  readonly multiline: boolean;
  /** HTML of the sender's own. */
  readonly template: string | null;
  readonly templateId: string | null;
  readonly mode: string | null;
  readonly at: number;
}

export interface ChatSuggestion {
  readonly help: string;
  readonly params: readonly { readonly name: string; readonly help: string }[];
}

export interface KeyMapping {
  /** As registered, with `+` and `~!`. */
  readonly command: string;
  readonly description: string;
  readonly mapper: string;
  readonly key: string;
  readonly resource: string;
}

export interface GameVehicle {
  handle: number;
  plate: string;
  model: number;
  /** As `GetDisplayNameFromVehicleModel` gives it. */
  displayName: string;
  class: number;
}

/** The player's own ped. Assign new arrays instead of changing coordinates in place. */
export interface GamePed {
  readonly handle: number;
  coords: Vector3;
  heading: number;
  vehicle: GameVehicle | null;
  dead: boolean;
  health: number;
  armed: boolean;
  /** Metres per second. */
  speed: number;
}

/** What the screen is like. */
export interface GameScreen {
  width: number;
  height: number;
  /** 0.9 to 1. */
  safeZone: number;
  fadedOut: boolean;
  hudHidden: boolean;
  radarHidden: boolean;
  bigmap: boolean;
}

export interface NuiFocus {
  readonly focus: boolean;
  readonly cursor: boolean;
  readonly keepInput: boolean;
}
