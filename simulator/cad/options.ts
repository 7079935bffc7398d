// How a simulated CAD is set up.
import type { Ids } from './ids.ts';
import type { EventShape } from './push/envelope.ts';
import type { Plan } from './rest/ports.ts';
import type { CadClock } from './timers.ts';
import type { CadServer, PushEnvelope } from './types.ts';

/** Where documentation and observed behaviour leave the wire open. */
export interface WireOptions {
  /** `data` of events: one object, or in the varied ways of the documentation. */
  readonly events?: EventShape;
  /** Changes of status name units by ident, or carry the units whole. */
  readonly status?: 'identIds' | 'units';
  /** Argument of `pushEvent` on the websocket. */
  readonly websocketPayload?: 'string' | 'object';
  /** The list of units comes bare, or as `{ units }`. */
  readonly unitList?: 'list' | 'wrapped';
}

export interface CadOptions {
  readonly apiKey?: string;
  readonly communityId?: string;
  /** The game server that is emulated. */
  readonly serverId?: number;
  /** Servers in the settings of the community; the emulated one alone unless given. */
  readonly servers?: readonly CadServer[];
  readonly plan?: Plan;
  /** Where events are posted to. Unless given it follows from the settings of the server, on this machine only. */
  readonly eventUrl?: string;
  /** Told of every event before it is delivered. */
  readonly onPush?: (envelope: PushEnvelope) => void;
  /** Types of events that are pushed although a request to the REST API caused them. */
  readonly pushesOwn?: readonly string[];
  readonly wire?: WireOptions;
  /** False does not count requests per minute. */
  readonly limits?: boolean;
  /** Time; the machine's unless given. */
  readonly clock?: CadClock;
  /** Ids; counted up from 1 unless given. */
  readonly ids?: Ids;
  /** Port to listen on, on this machine; a free one unless given. */
  readonly port?: number;
}

export const cadDefaults = {
  apiKey: 'TEST-API-KEY-0000',
  communityId: 'test-community',
  serverId: 1,
  plan: { version: 2, name: 'PLUS', isApiIncluded: true },
  /** The documentation excludes dispatch events, says that 911 calls are pushed, and is silent on others. */
  pushesOwn: ['EVENT_911'],
} as const;
