// Endpoints for the community: links of accounts, game servers, heartbeats and the plan.
import { z } from 'zod';
import { LINK_CODE_MS } from '../state/links.ts';
import { blankServer } from '../state/state.ts';
import { toIso } from '../time.ts';
import { ok } from './answer.ts';
import { type Endpoint, endpoint, endpointWithBody } from './endpoint.ts';
import type { RestPorts } from './ports.ts';

const SERVERS = '/v2/general/servers';

const user = z.object({ communityUserId: z.string().min(1) });

const server = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string(),
  signal: z.string(),
  mapUrl: z.string(),
  mapIp: z.string(),
  listenerPort: z.string(),
  differingOutbound: z.boolean(),
  outboundIp: z.string(),
  enableMap: z.boolean(),
  mapType: z.string(),
  isStatic: z.boolean(),
  liveMapFormat: z.int(),
});
const servers = z.object({
  servers: z.array(server.partial().required({ id: true })),
  deployMap: z.boolean().default(false),
});

export function generalEndpoints({ state, now, plan, communityUuid, onServers }: RestPorts): Endpoint[] {
  const { links } = state;
  return [
    endpointWithBody('checkCommunityLink', 'POST /v2/general/links/check', user, ({ body }) => {
      const accountUuid = links.account(body.communityUserId) ?? null;
      return ok({ communityUserId: body.communityUserId, linked: accountUuid !== null, accountUuid });
    }),
    endpointWithBody('createCommunityLink', 'POST /v2/general/links', user, ({ body }) => {
      const { code, communityUserId, expiresAt } = links.createCode(body.communityUserId);
      return ok({
        code,
        communityUserId,
        communityUuid,
        expiresAt: toIso(expiresAt),
        expiresInSeconds: LINK_CODE_MS / 1000,
      });
    }),
    endpoint('getServers', `GET ${SERVERS}`, () => ok({ servers: state.servers })),
    endpointWithBody('setServers', `PUT ${SERVERS}`, servers, ({ body }) => {
      const list = body.servers.map((given) => Object.assign(blankServer(given.id), given));
      onServers(list);
      return ok({ servers: list });
    }),
    endpointWithBody(
      'heartbeat',
      `POST ${SERVERS}/:serverId/heartbeat`,
      z.object({ playerCount: z.int().nonnegative() }),
      ({ params, body: { playerCount } }) =>
        ok({
          serverId: Number(params.serverId),
          playerCount,
          receivedAtUtc: toIso(now()),
        }),
    ),
    endpoint('getVersion', 'GET /v2/general/version', () => {
      const { version, name } = plan();
      return ok({ version, name });
    }),
  ];
}
