// One incident: what the 911 call and the dispatch call said of it, kept apart, and the one call that follows from both.
// Kept apart, neither order of arrival nor repetition changes what comes out.

import type { Call, Note, Stage } from '../../shared/call.ts';
import { oncePer } from '../../shared/once.ts';
import { exactPosition } from './position.ts';

/** A 911 call as the CAD tells it. */
export interface Emergency {
  readonly callId: number;
  readonly isEmergency: boolean;
  readonly caller: string;
  readonly location: string;
  readonly description: string;
  readonly metaData: Readonly<Record<string, string>>;
  /** The CAD's time of the last change (ms since the epoch), when it says so. */
  readonly updated: number | null;
}

/** The parts of a dispatch call that an event may leave out. */
export interface DispatchFields {
  readonly origin: number | null;
  readonly status: number | null;
  readonly priority: number | string | null;
  readonly block: string;
  readonly address: string;
  readonly postal: string;
  readonly title: string;
  readonly code: string;
  readonly description: string;
  readonly primary: number | null;
  readonly trackPrimary: boolean;
  readonly metaData: Readonly<Record<string, string>>;
}

/** A dispatch call as an event tells it: what the event does not mention is undefined. */
export type DispatchPatch = {
  readonly [Field in keyof DispatchFields]?: DispatchFields[Field] | undefined;
} & {
  readonly callId: number;
  /** Attached units, when the event lists them. */
  readonly idents: readonly number[] | undefined;
  readonly notes: readonly Note[];
  /** The CAD's time of the last change (ms since the epoch), when it says so. */
  readonly updated: number | null;
};

/** A dispatch call as far as it is known. */
export interface Dispatch extends DispatchFields {
  readonly updated: number | null;
}

/** How the incident stands: heard of but not yet told, open, or over. */
export type Phase = 'unborn' | 'open' | 'closed';

/** Everything that is known of an incident. Immutable. */
export interface Incident {
  readonly key: string;
  readonly emergencyId: number | null;
  readonly dispatchId: number | null;
  readonly emergency: Emergency | null;
  readonly isEmergencyRemoved: boolean;
  readonly dispatch: Dispatch | null;
  readonly isDispatchClosed: boolean;
  readonly idents: readonly number[];
  readonly notes: readonly Note[];
  /** When it was first told of, last changed, and (for what is over) closed; ms since the epoch. */
  readonly openedAt: number;
  readonly updatedAt: number;
  /** Closed by us, for age or for want of room: it does not come back by itself. */
  readonly isGivenUp: boolean;
}

/** An incident of which nothing is known but that there is something to know. */
export function unbornIncident(key: string, at: number): Incident {
  return {
    key,
    emergencyId: null,
    dispatchId: null,
    emergency: null,
    isEmergencyRemoved: false,
    dispatch: null,
    isDispatchClosed: false,
    idents: [],
    notes: [],
    openedAt: at,
    updatedAt: at,
    isGivenUp: false,
  };
}

/** A dispatch call goes before the 911 call it was made from: it is open until it is closed itself. */
export function phaseOf(incident: Incident): Phase {
  if (incident.isGivenUp || incident.isDispatchClosed) return 'closed';
  if (incident.dispatch) return 'open';
  if (incident.isEmergencyRemoved) return 'closed';
  return incident.emergency ? 'open' : 'unborn';
}

export const isOpen = (incident: Incident | null) => incident !== null && phaseOf(incident) === 'open';

function stageOf(incident: Incident): Stage {
  if (phaseOf(incident) === 'closed') return 'closed';
  return incident.dispatch ? 'dispatch' : '911';
}

/** The call that others see; the same object for the same incident. */
export const toCall: (incident: Incident) => Call = oncePer(composeCall);

/** Dispatch has the last word; what it leaves open, the 911 call says. */
function composeCall(incident: Incident): Call {
  const { emergency, dispatch } = incident;
  const metaData = factsOf(emergency?.metaData, dispatch?.metaData);
  return {
    key: incident.key,
    emergencyId: incident.emergencyId,
    dispatchId: incident.dispatchId,
    stage: stageOf(incident),
    isEmergency: emergency?.isEmergency ?? true,
    title: dispatch?.title ?? '',
    code: dispatch?.code || metaData.code || '',
    description: dispatch?.description || emergency?.description || '',
    caller: emergency?.caller ?? '',
    address: dispatch?.address || emergency?.location || '',
    postal: dispatch?.postal || knownPostal(metaData.postal),
    block: dispatch?.block || metaData.block || '',
    priority: dispatch?.priority ?? readPriority(metaData.priority),
    origin: dispatch?.origin ?? null,
    status: dispatch?.status ?? null,
    primary: dispatch?.primary ?? null,
    trackPrimary: dispatch?.trackPrimary ?? false,
    idents: incident.idents,
    notes: incident.notes,
    position: exactPosition(metaData),
    metaData,
    openedAt: incident.openedAt,
    updatedAt: incident.updatedAt,
  };
}

/** Facts are texts; a priority is a number unless the community words its own. */
function readPriority(text: string | undefined): number | string | null {
  if (text === undefined) return null;
  return /^[1-9]\d?$/.test(text) ? Number(text) : text;
}

/** Game scripts send "Unknown" where no postal was found. */
function knownPostal(postal: string | undefined): string {
  return postal === undefined || postal.toLowerCase() === 'unknown' ? '' : postal;
}

type Facts = Readonly<Record<string, string>>;
const NO_FACTS: Facts = {};

const BLANK: Dispatch = {
  origin: null,
  status: null,
  priority: null,
  block: '',
  address: '',
  postal: '',
  title: '',
  code: '',
  description: '',
  primary: null,
  trackPrimary: false,
  metaData: NO_FACTS,
  updated: null,
};

/**
 * Lays a dispatch event over what is known. An edit has the last word unless it is older than what is known; a new
 * call that is known already (it was sent again, or overtaken by an edit) only fills gaps.
 */
export function patchDispatch(known: Dispatch | null, patch: DispatchPatch, kind: 'new' | 'edit'): Dispatch {
  const base = known ?? BLANK;
  const isOlder = patch.updated !== null && base.updated !== null && patch.updated < base.updated;
  const isNewer = patch.updated !== null && base.updated !== null && patch.updated > base.updated;
  const wins = !known || (kind === 'edit' ? !isOlder : isNewer);
  const pick = <T>(old: T, said: T | undefined): T =>
    said !== undefined && (wins || old === '' || old === null) ? said : old;
  return {
    origin: pick(base.origin, patch.origin),
    status: pick(base.status, patch.status),
    priority: pick(base.priority, patch.priority),
    block: pick(base.block, patch.block),
    address: pick(base.address, patch.address),
    postal: pick(base.postal, patch.postal),
    title: pick(base.title, patch.title),
    code: pick(base.code, patch.code),
    description: pick(base.description, patch.description),
    primary: pick(base.primary, patch.primary),
    trackPrimary: pick(base.trackPrimary, patch.trackPrimary),
    metaData: wins ? joinFacts(base.metaData, patch.metaData) : joinFacts(patch.metaData, base.metaData),
    updated: Math.max(base.updated ?? 0, patch.updated ?? 0) || null,
  };
}

/** What was joined last for the facts of a 911 call: they stay while its dispatch call changes in other respects. */
const joined = new WeakMap<Facts, { readonly over: Facts; readonly facts: Facts }>();

/** As `joinFacts`; the same object for the same facts. */
function factsOf(under: Facts | undefined, over: Facts | undefined): Facts {
  if (under === undefined || over === undefined) return joinFacts(under, over);
  const known = joined.get(under);
  if (known?.over === over) return known.facts;
  const facts = joinFacts(under, over);
  joined.set(under, { over, facts });
  return facts;
}

/** The facts of both, the second ones over the first. What one side alone says is not copied. */
function joinFacts(under: Facts = NO_FACTS, over: Facts = NO_FACTS): Facts {
  if (under === NO_FACTS) return over;
  return over === NO_FACTS ? under : { ...under, ...over };
}
