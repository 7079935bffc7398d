// Which hub to connect to and who we are there, read from the console variables.

import { ok, type Result, refuse } from '../../shared/result.ts';
import { readConnection } from '../rest/connection.ts';

/** Everything that a session with the CAD takes. */
export interface HubTarget {
  readonly url: string;
  readonly host: string;
  readonly communityId: string;
  /** The CAD sends the events of this server only. */
  readonly serverId: number;
  /** API key: never shown. */
  readonly key: string;
}

const HUB_PATH = '/apiWsHub';

/** The target, or what is missing in server.cfg for one. The hub is where the REST API is, by websocket. */
export function readHubTarget(convar: (name: string) => string): Result<HubTarget, string> {
  const connection = readConnection(convar, true);
  if (!connection.ok) return connection;
  const { base, host, serverId, key } = connection.value;
  const communityId = convar('sonoran_communityID').trim();
  if (communityId === '') {
    return refuse(
      'No community id: set sonoran_communityID "..." (beside the API key in the CAD) in server.cfg.',
    );
  }
  return ok({ url: base.replace(/^http/, 'ws') + HUB_PATH, host, communityId, serverId, key });
}

/** Whether both lead to the same session. */
export function isSameTarget(a: HubTarget | null, b: HubTarget | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
