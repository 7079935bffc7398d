// What can be asked of the CAD, as its REST API v2 words it.

/** Whom a request is about; all active units of the people named. */
export type UnitTarget =
  | { readonly idents: readonly number[] }
  | { readonly communityUserIds: readonly string[] }
  | { readonly accountUuid: string }
  | { readonly discord: string };

/** Attaching and detaching also take a whole group. */
export type AttachTarget = UnitTarget | { readonly groupName: string };

/** Free-form facts; `x`, `y` (and `z`) in GTA world coordinates place a call on the CAD's map. */
type Facts = Readonly<Record<string, string>>;

/** A dispatch call to be made. */
export interface DispatchDraft {
  /** 0 caller, 1 radio dispatch, 2 observed, 3 walk-up. */
  readonly origin: number;
  /** 0 pending, 1 active, 2 closed. */
  readonly status: number;
  /** 1 to 3, 1 the most urgent. */
  readonly priority: number;
  readonly title: string;
  readonly block?: string;
  readonly address?: string;
  readonly postal?: string;
  readonly code?: string;
  readonly description?: string;
  readonly metaData?: Facts;
  readonly deleteAfterMinutes?: number;
  /** People whose active units are attached; nobody when left out. */
  readonly communityUserIds?: readonly string[];
  /** The same by CAD account (UUID). */
  readonly accounts?: readonly string[];
}

/** Fields of a dispatch call to be changed. `metaData` replaces all facts of the call. */
export type DispatchEdit = Partial<
  Omit<DispatchDraft, 'deleteAfterMinutes' | 'communityUserIds' | 'accounts'>
> & { readonly trackPrimary?: boolean };

/** A 911 call to be made. */
export interface EmergencyDraft {
  readonly isEmergency: boolean;
  readonly caller: string;
  readonly location: string;
  readonly description: string;
  readonly metaData?: Facts;
  readonly deleteAfterMinutes?: number;
}

/** Where a unit is, for the CAD's live map: a street, and GTA world coordinates with the heading in `w`. */
export interface UnitLocation {
  readonly communityUserId: string;
  readonly location: string;
  readonly coordinates: { readonly x: number; readonly y: number; readonly z: number; readonly w: number };
}

/** A game server of the community as the CAD has it. */
export interface CadServer {
  readonly id: number;
  readonly name: string;
  /** Where the CAD sends events to; `''` when not set. */
  readonly mapIp: string;
  readonly outboundIp: string;
  readonly listenerPort: string;
}

/** A target in the words of the API. */
export function toWireTarget(target: AttachTarget): object {
  return 'idents' in target ? { identIds: target.idents } : target;
}
