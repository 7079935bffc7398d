// The state of the resource as numbers: for the status command and the getStatus export.

import { describeForwarding } from '../api/forward/describe-forwarding.ts';
import type { ForwardStatus } from '../api/forward/forwarder.ts';
import type { RefusalReason } from '../http/reply.ts';
import type { RestStatus } from '../rest/caller.ts';
import { describeRest } from '../rest/describe-rest.ts';
import type { ResyncStatus } from '../rest/resync.ts';
import { describeWebsocket } from '../websocket/describe-websocket.ts';
import type { WebsocketStatus } from '../websocket/start-websocket.ts';

/** Counters since the start and the present state. Times are ms since the epoch. */
export interface Status {
  readonly resource: string;
  readonly version: string;
  readonly startedAt: number;
  readonly isConfigured: boolean;
  readonly url: string;
  readonly calls: { readonly open: number };
  readonly units: { readonly online: number; readonly isDispatcherOnline: boolean };
  readonly players: { readonly online: number; readonly onDuty: number };
  /** Framework that is asked for jobs, or null. */
  readonly framework: string | null;
  /** Where postals are known from, or null. */
  readonly postals: { readonly resource: string; readonly codes: number } | null;
  readonly events: {
    readonly accepted: number;
    readonly byType: Readonly<Record<string, number>>;
    readonly lastAt: number | null;
    readonly lastType: string | null;
    /** Who sent the last one: an address, or the CAD's websocket. */
    readonly lastFrom: string | null;
    /** When the last one of each type came. */
    readonly lastByType: Readonly<Record<string, number>>;
  };
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  readonly forwarding: ForwardStatus;
  readonly rest: RestStatus & ResyncStatus;
  readonly websocket: WebsocketStatus;
}

/** Counts accepted push events. */
export interface EventCounter {
  accepted(type: string, events: number, at: number, from: string): void;
  read(): Status['events'];
}

/** All counters start at zero. */
export function createEventCounter(): EventCounter {
  const byType = new Map<string, number>();
  const lastByType = new Map<string, number>();
  let accepted = 0;
  let lastAt: number | null = null;
  let lastType: string | null = null;
  let lastFrom: string | null = null;
  return {
    accepted(type, events, at, from) {
      accepted += events;
      byType.set(type, (byType.get(type) ?? 0) + events);
      lastByType.set(type, at);
      lastAt = at;
      lastType = type;
      lastFrom = from;
    },
    read: () => ({
      ...{ accepted, lastAt, lastType, lastFrom },
      byType: Object.fromEntries(byType),
      lastByType: Object.fromEntries(lastByType),
    }),
  };
}

const SHOWN_TYPES = 6;

/** The status as console lines. */
export function describeStatus(status: Status, now: number): string[] {
  const { calls, units, players, events, postals } = status;
  const types = mostFrequent(events.byType);
  const refused = Object.entries(status.refused).map(([reason, count]) => `${reason} ${count}`);
  const ago = (at: number) => duration(now - at);
  return [
    `${status.resource} ${status.version}, up ${duration(now - status.startedAt)}`,
    status.isConfigured
      ? `Listening at ${status.url}`
      : 'Not listening: no API key. Add to server.cfg: set sonoran_apiKey "..."',
    `Calls: ${calls.open} open. Units: ${units.online} in the CAD${units.isDispatcherOnline ? ', a dispatcher among them' : ''}. Players: ${players.online} online, ${players.onDuty} on duty.`,
    `Framework: ${status.framework ?? 'none'}. Postals: ${postals ? `${postals.codes} from ${postals.resource}` : 'none'}.`,
    events.lastAt === null
      ? 'Events: none yet.'
      : `Events: ${events.accepted} (${types.join(', ')}), last ${events.lastType} ${ago(events.lastAt)} ago from ${events.lastFrom}.`,
    `Refused: ${refused.length > 0 ? refused.join(', ') : 'none'}.`,
    ...describeWebsocket(status.websocket, ago),
    ...describeRest(status.rest, status.rest, ago),
    ...describeForwarding(status.forwarding),
  ];
}

/** As many types as fit into a line, the most frequent first. */
function mostFrequent(byType: Readonly<Record<string, number>>): string[] {
  const all = Object.entries(byType).sort(([, a], [, b]) => b - a);
  const shown = all.slice(0, SHOWN_TYPES).map(([type, count]) => `${type} ${count}`);
  return all.length > SHOWN_TYPES ? [...shown, `${all.length - SHOWN_TYPES} other types`] : shown;
}

/** `3 s`, `12 min`, `5 h 3 min`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
