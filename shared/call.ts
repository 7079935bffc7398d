// A call as other software and game clients know it: one incident, whether it is a 911 call, a dispatch call or both.

import type { UnitView } from './unit.ts';

/** How a call's position was found. `exact`: coordinates sent with the call; the others are estimates. */
export type Accuracy = 'exact' | 'postal' | 'caller';

/** A place in GTA world coordinates (metres). `z` is null when only the place on the map is known. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly z: number | null;
  readonly accuracy: Accuracy;
}

/** One line of a call's log, as the CAD words it. `time` is the CAD's own text: `HH:MM:SS` or ISO 8601. */
export interface Note {
  readonly time: string;
  readonly label: string;
  readonly type: string;
  readonly content: string;
}

/** What has become of an incident: reported, taken over by dispatch, or over. */
export type Stage = '911' | 'dispatch' | 'closed';

/** An incident. Times are milliseconds since the epoch, by the game server's clock. */
export interface Call {
  /** Stable for the life of the incident: `911:302` or `dispatch:501`. */
  readonly key: string;
  readonly emergencyId: number | null;
  readonly dispatchId: number | null;
  readonly stage: Stage;
  /** False for a civil (non-emergency) call. */
  readonly isEmergency: boolean;
  readonly title: string;
  readonly code: string;
  readonly description: string;
  readonly caller: string;
  readonly address: string;
  readonly postal: string;
  readonly block: string;
  readonly priority: number | string | null;
  readonly origin: number | null;
  readonly status: number | null;
  /** Ident of the primary unit. */
  readonly primary: number | null;
  readonly trackPrimary: boolean;
  /** Idents of the attached units. */
  readonly idents: readonly number[];
  readonly notes: readonly Note[];
  readonly position: Position | null;
  /** Free-form facts sent with the call; plain strings only. */
  readonly metaData: Readonly<Record<string, string>>;
  readonly openedAt: number;
  readonly updatedAt: number;
}

/**
 * A call as the game client of a player who may see it knows it, with the attached units that are known. The metaData
 * stays on the server: it names the caller's player id and account.
 */
export type CallView = Omit<Call, 'metaData'> & { readonly units: readonly UnitView[] };

/**
 * The number that people say on the radio: the dispatch call's once there is one, else the 911 call's. Null for a call
 * that only this server knows (its number is negative).
 */
export function callNumber(call: Pick<Call, 'dispatchId' | 'emergencyId'>): number | null {
  const number = call.dispatchId ?? call.emergencyId;
  return number === null || number < 0 ? null : number;
}
