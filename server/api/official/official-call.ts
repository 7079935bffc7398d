// Calls as the official resource hands them around: 911 calls and entries of dispatch calls, with the CAD's own names.

import type { Call, Note } from '../../../shared/call.ts';

/** What became of a dispatch call last. */
export type DispatchType = 'CALL_NEW' | 'CALL_EDIT' | 'CALL_CLOSE';

/** An entry of the official call cache. */
export interface OfficialEntry {
  readonly dispatch_type: DispatchType;
  readonly dispatch: OfficialDispatch;
}

/** Source of the shape: the CAD's `data.dispatch`. */
export interface OfficialDispatch {
  readonly callId: number | null;
  readonly origin: number | null;
  readonly status: number | null;
  readonly priority: number | string | null;
  readonly block: string;
  readonly address: string;
  readonly postal: string;
  readonly title: string;
  readonly code: string;
  readonly description: string;
  /** Ident of the primary unit, 0 for none. */
  readonly primary: number;
  readonly trackPrimary: boolean;
  readonly notes: readonly Note[];
  readonly idents: readonly number[];
  readonly metaData: Readonly<Record<string, string>>;
  /** When it was last changed here, ISO 8601. */
  readonly updated: string;
}

/** Source of the shape: the CAD's `data.call` of EVENT_911. */
export interface OfficialEmergency {
  readonly callId: number | null;
  readonly isEmergency: boolean;
  readonly caller: string;
  readonly location: string;
  readonly description: string;
  readonly metaData: Readonly<Record<string, string>>;
  readonly updated: string;
}

const STATUS_CLOSED = 2;

/** ISO 8601. What an event changes was changed in the same moment, mostly. */
let moment = { at: 0, text: new Date(0).toISOString() };
function toIso(at: number): string {
  if (moment.at !== at) moment = { at, text: new Date(at).toISOString() };
  return moment.text;
}

const KNOWN: ReadonlySet<string> = new Set<keyof OfficialDispatch>([
  ...(['callId', 'origin', 'status', 'priority', 'block', 'address', 'postal', 'title', 'code'] as const),
  ...(['description', 'primary', 'trackPrimary', 'notes', 'idents', 'metaData', 'updated'] as const),
]);
const NO_FIELDS = {};

/** The fields of a dispatch call, as the CAD sent it, that have no place in `OfficialDispatch`. */
export function unknownFields(sent: Readonly<Record<string, unknown>>): object {
  let found: Record<string, unknown> | null = null;
  for (const name in sent) {
    if (KNOWN.has(name)) continue;
    found ??= {};
    found[name] = sent[name];
  }
  return found ?? NO_FIELDS;
}

/** The dispatch call of an incident that has one. */
export function toOfficialDispatch(call: Call): OfficialDispatch {
  return {
    callId: call.dispatchId,
    origin: call.origin,
    status: call.stage === 'closed' ? STATUS_CLOSED : call.status,
    priority: call.priority,
    block: call.block,
    address: call.address,
    postal: call.postal,
    title: call.title,
    code: call.code,
    description: call.description,
    primary: call.primary ?? 0,
    trackPrimary: call.trackPrimary,
    notes: call.notes,
    idents: call.idents,
    metaData: call.metaData,
    updated: toIso(call.updatedAt),
  };
}

/** The 911 call of an incident that is not in the hands of dispatch. */
export function toOfficialEmergency(call: Call): OfficialEmergency {
  return {
    callId: call.emergencyId,
    isEmergency: call.isEmergency,
    caller: call.caller,
    location: call.address,
    description: call.description,
    metaData: call.metaData,
    updated: toIso(call.updatedAt),
  };
}
