// What a simulated CAD gives to whoever started it.
import type { Desk } from './desk/desk.ts';
import type { Hub } from './hub/clients.ts';
import type { Delivered } from './push/delivery.ts';
import type { EventReply } from './push/post-event.ts';
import type { FailureOptions } from './rest/failures.ts';
import type { Plan } from './rest/ports.ts';
import type { CadRequest, RequestMatch } from './rest/request-log.ts';
import type { CadState } from './state/state.ts';

export interface Cad {
  /** Base of the REST API and the hub, without a slash at the end. */
  readonly url: string;
  readonly apiKey: string;
  readonly communityId: string;
  readonly serverId: number;
  readonly state: CadState;
  /** A dispatcher's hands. */
  readonly desk: Desk;
  readonly hub: Hub;
  /**
   * Posts a text as it stands, as if the CAD had worded it, once everything before is delivered. When the game server takes
   * it, the CAD knows from then on what it says. Null when there is no game server.
   */
  post(text: string): Promise<EventReply | null>;
  /** Forgets units, calls and links without a word to anybody. */
  forget(): void;

  /** Posts events to a game server from now on; null: to where the settings of the server say. */
  setEventUrl(url: string | null): void;
  /** From now on another key counts, and events carry it. */
  setApiKey(key: string): void;
  setPlan(plan: Plan): void;

  /** Events that were delivered, in the order in which it was done; live. */
  readonly delivered: readonly Delivered[];
  onDelivered(listener: (delivered: Delivered) => void): () => void;
  /** Resolves once every event so far is delivered. */
  idle(): Promise<void>;

  /** What was asked of the CAD, negotiations and upgrades of the hub included; live. */
  readonly requests: readonly CadRequest[];
  /** Resolves with the matching requests once there are `count` of them. */
  seen(match: RequestMatch, count?: number): Promise<CadRequest[]>;
  /** Lets the next requests fail; the returned function ends that. */
  fail(options: FailureOptions): () => void;
  /** Ends all failures. */
  recover(): void;

  close(): Promise<void>;
}
