// Requests about calls: making, changing, closing, noting on and attaching to them.

import type { Note } from '../../shared/call.ts';
import type { DispatchPatch, Emergency } from '../cad/incident.ts';
import type { CallPicture } from '../cad/picture.ts';
import { anyIdsUnder } from '../push/fields.ts';
import { readNote } from '../push/wire-dispatch.ts';
import * as z from '../zod.ts';
import {
  confirmed,
  createReadCalls,
  dispatchAnswer,
  emergencyAnswer,
  type Read,
  readAs,
  readOr,
} from './answers.ts';
import type { Answer, Caller, Question } from './caller.ts';
import type { EndpointName } from './endpoints.ts';
import type { InSlices } from './in-slices.ts';
import { createListParser } from './parse-lists.ts';
import {
  type AttachTarget,
  type DispatchDraft,
  type DispatchEdit,
  type EmergencyDraft,
  toWireTarget,
} from './requests.ts';

export interface CallRequests {
  /** Open dispatch and 911 calls. */
  getCalls(): Answer<CallPicture>;
  createDispatchCall(draft: DispatchDraft): Answer<DispatchPatch>;
  /** The call as it is now, or null when the CAD only confirms. */
  updateCall(callId: number, edit: DispatchEdit): Answer<DispatchPatch | null>;
  setPostal(callId: number, postal: string): Answer<DispatchPatch | null>;
  setPrimary(callId: number, ident: number, trackPrimary: boolean): Answer<DispatchPatch | null>;
  closeCalls(callIds: readonly number[]): Answer<null>;
  /** Idents of the units that were attached, as far as the CAD tells. */
  attachUnits(callId: number, target: AttachTarget): Answer<readonly number[]>;
  /** From whatever call they are attached to. */
  detachUnits(target: AttachTarget): Answer<readonly number[]>;
  /** `label` names the author. */
  addNote(callId: number, content: string, label: string): Answer<Note>;
  createEmergencyCall(draft: EmergencyDraft): Answer<Emergency>;
  deleteEmergencyCall(callId: number): Answer<null>;
}

const callOrNull = readOr<DispatchPatch | null>(dispatchAnswer, null);

function readIdents(target: AttachTarget): Read<readonly number[]> {
  const asked = 'idents' in target ? target.idents : [];
  return readOr<readonly number[]>(
    () => z.mapped(anyIdsUnder('identIds', 'identId'), (idents) => (idents.length > 0 ? idents : asked)),
    asked,
  );
}

export function createCallRequests({ emergency }: Caller, inSlices: InSlices): CallRequests {
  const about = <T>(endpoint: EndpointName, path: string, question: Question<T>) =>
    emergency(endpoint, path, { ...question, isAboutCall: true });

  const lists = { parse: createListParser(inSlices), read: createReadCalls(inSlices) };
  return {
    getCalls: () => emergency('getCalls', '/calls?closedLimit=1&closedOffset=0&type=100', lists),
    createDispatchCall: (draft) => {
      // The API refuses a call that does not say whom it is for, be it nobody.
      const body = draft.accounts ? draft : { communityUserIds: [], ...draft };
      return emergency('createDispatchCall', '/dispatch-calls', { body, read: readAs(dispatchAnswer) });
    },
    updateCall: (callId, edit) =>
      about('updateCall', `/dispatch-calls/${callId}`, { body: edit, read: callOrNull }),
    setPostal: (callId, postal) =>
      about('setPostal', `/dispatch-calls/${callId}/postal`, { body: { postal }, read: callOrNull }),
    setPrimary: (callId, identId, trackPrimary) =>
      about('setPrimary', `/dispatch-calls/${callId}/primary`, {
        body: { identId, trackPrimary },
        read: callOrNull,
      }),
    closeCalls: (callIds) =>
      about('closeCalls', '/dispatch-calls/close', { body: { callIds }, read: confirmed }),
    attachUnits: (callId, target) =>
      about('attachUnits', `/dispatch-calls/${callId}/attachments`, {
        body: toWireTarget(target),
        read: readIdents(target),
      }),
    detachUnits: (target) =>
      emergency('detachUnits', '/dispatch-calls/attachments', {
        body: toWireTarget(target),
        read: readIdents(target),
      }),
    addNote: (callId, content, label) =>
      about('addNote', `/dispatch-calls/${callId}/notes`, {
        body: { note: content, noteType: 'text', label },
        read: (json) => {
          const said = readNote((json as { note?: unknown } | null)?.note);
          return {
            ok: true,
            value: { time: '', type: 'text', content, ...said, label: said?.label || label },
          };
        },
      }),
    createEmergencyCall: (draft) =>
      emergency('createEmergencyCall', '/calls/911', { body: draft, read: readAs(emergencyAnswer) }),
    deleteEmergencyCall: (callId) =>
      about('deleteEmergencyCall', `/calls/911/${callId}`, { read: confirmed }),
  };
}
