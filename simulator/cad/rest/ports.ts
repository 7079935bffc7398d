// What the endpoints of the REST API work with.
import type { Desk } from '../desk/desk.ts';
import type { CadState } from '../state/state.ts';
import type { CadServer } from '../types.ts';

export interface Plan {
  readonly version: number;
  readonly name: string;
  /** Whether the plan comes with the API; without it everything but the version is answered 402. */
  readonly isApiIncluded: boolean;
}

export interface RestPorts {
  readonly state: CadState;
  /** Does what the API is asked for; what it pushes of that is its own affair. */
  readonly desk: Desk;
  readonly now: () => number;
  readonly plan: () => Plan;
  readonly communityUuid: string;
  readonly unitList: 'list' | 'wrapped';
  /** Told of a new list of game servers. */
  readonly onServers: (servers: readonly CadServer[]) => void;
}
