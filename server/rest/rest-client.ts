// The CAD's REST API v2 as methods. None of them rejects; what they change does not come back to us as an event.

import { at, flag, id, text, together, wholeOrNull } from '../push/fields.ts';
import * as z from '../zod.ts';
import { confirmed, readAs } from './answers.ts';
import { type CallRequests, createCallRequests } from './call-requests.ts';
import { type Answer, type Caller, createCaller, type RestPorts } from './caller.ts';
import type { InSlices } from './in-slices.ts';
import type { CadServer } from './requests.ts';
import { createUnitRequests, type UnitRequests } from './unit-requests.ts';

export interface RestClient extends CallRequests, UnitRequests, Pick<Caller, 'status' | 'reset' | 'stop'> {
  /** Whether a player's account is linked to the CAD, and to which account there (UUID). */
  checkLink(
    communityUserId: string,
  ): Answer<{ readonly isLinked: boolean; readonly accountUuid: string | null }>;
  /** The plan of the community, such as `PLUS`; `version` is its number. */
  getVersion(): Answer<{ readonly version: number | null; readonly name: string }>;
  getServers(): Answer<readonly CadServer[]>;
  heartbeat(playerCount: number): Answer<null>;
}

const link = () =>
  z.mapped(
    together({
      isLinked: at('linked', flag(false)),
      accountUuid: at('accountUuid', text(80)),
    }),
    ({ isLinked, accountUuid }) => ({ isLinked, accountUuid: accountUuid || null }),
  );
const version = () => z.object({ version: wholeOrNull(), name: text(40) });
const servers = () =>
  z.mapped(
    z.object({
      servers: z.array(
        z.object({
          id: id(),
          name: text(120),
          mapIp: text(120),
          outboundIp: text(120),
          listenerPort: text(10),
        }),
      ),
    }),
    (answer) => answer.servers,
  );

export interface RestClientPorts extends RestPorts {
  /** For reading long answers. */
  readonly inSlices: InSlices;
}

export function createRestClient(ports: RestClientPorts): RestClient {
  const caller = createCaller(ports);
  const { call, status, reset, stop } = caller;
  return {
    ...createCallRequests(caller, ports.inSlices),
    ...createUnitRequests(caller, ports.inSlices),
    checkLink: (communityUserId) =>
      call('checkLink', {
        path: () => '/general/links/check',
        body: { communityUserId },
        read: readAs(link),
      }),
    getVersion: () => call('getVersion', { path: () => '/general/version', read: readAs(version) }),
    getServers: () => call('getServers', { path: () => '/general/servers', read: readAs(servers) }),
    heartbeat: (playerCount) =>
      call('heartbeat', {
        path: ({ serverId }) => `/general/servers/${serverId}/heartbeat`,
        body: { playerCount },
        read: confirmed,
      }),
    status,
    reset,
    stop,
  };
}
