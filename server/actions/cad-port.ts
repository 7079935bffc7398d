// What actions ask of the CAD. The REST client offers it; none of it rejects.

import type { Note } from '../../shared/call.ts';
import type { DispatchPatch, Emergency } from '../cad/incident.ts';
import type { DispatchDraft, EmergencyDraft } from '../rest/requests.ts';

/** What came of a request. `code` `not-configured`: there is nothing to ask. */
export type CadAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly reason: string };

type Answer<T> = Promise<CadAnswer<T>>;
type Units = { readonly idents: readonly number[] };

export interface CadPort {
  createDispatchCall(draft: DispatchDraft): Answer<DispatchPatch>;
  attachUnits(callId: number, units: Units): Answer<readonly number[]>;
  detachUnits(units: Units): Answer<readonly number[]>;
  addNote(callId: number, content: string, label: string): Answer<Note>;
  /** The call as it is now, or null when the CAD only confirms. */
  setPrimary(callId: number, ident: number, trackPrimary: boolean): Answer<DispatchPatch | null>;
  /** The same. */
  setPostal(callId: number, postal: string): Answer<DispatchPatch | null>;
  createEmergencyCall(draft: EmergencyDraft): Answer<Emergency>;
  deleteEmergencyCall(callId: number): Answer<null>;
  setStatus(units: Units, status: number): Answer<null>;
  setPanic(units: Units, isPanic: boolean): Answer<null>;
}
