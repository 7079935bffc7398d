// Endpoints for the lists of calls and for 911 calls.
import { z } from 'zod';
import { notFound, ok } from './answer.ts';
import { type Endpoint, endpoint, endpointWithBody } from './endpoint.ts';
import { pageOf } from './page.ts';
import type { RestPorts } from './ports.ts';

const SERVER = '/v2/emergency/servers/:serverId';
/** Kinds of calls that can be asked for. */
const table = { dispatch: 0, emergency: 1, all: 100 } as const;

const emergencyCall = z.object({
  isEmergency: z.boolean(),
  caller: z.string(),
  location: z.string(),
  description: z.string(),
  deleteAfterMinutes: z.int().nonnegative().default(0),
  metaData: z.record(z.string(), z.string()).default({}),
});

export function callEndpoints({ state, desk }: RestPorts): Endpoint[] {
  const { calls, units } = state;
  return [
    endpoint('getCalls', `GET ${SERVER}/calls`, ({ query }) => {
      const type = Number(query.get('type') ?? table.all);
      const hasDispatch = type !== table.emergency;
      const closed = hasDispatch ? calls.closed() : [];
      return ok({
        ActiveCalls: hasDispatch ? calls.active() : [],
        EmergencyCalls: type === table.dispatch ? [] : calls.emergencies(),
        ClosedCalls: pageOf(closed, query, { limit: 'closedLimit', offset: 'closedOffset', usual: 10 }),
        ClosedCallCount: closed.length,
      });
    }),
    endpointWithBody('createEmergencyCall', `POST ${SERVER}/calls/911`, emergencyCall, ({ body }) =>
      ok(desk.callEmergency(body)),
    ),
    endpoint('deleteEmergencyCall', `DELETE ${SERVER}/calls/911/:callId`, ({ params }) => {
      const callId = Number(params.callId);
      if (!calls.emergency(callId)) return notFound('911 call not found.');
      desk.removeEmergency(callId);
      return ok({ callId, serverId: Number(params.serverId) });
    }),
    endpoint('getCurrentCall', 'GET /v2/emergency/accounts/:accountUuid/current-call', ({ params }) => {
      const unit = units.online().find(({ accId }) => accId === params.accountUuid);
      if (!unit) return notFound('The account has no active identifier.');
      const call = calls.active().findLast(({ idents }) => idents.includes(unit.id));
      return ok({ IdentId: unit.id, CallId: call?.callId ?? null });
    }),
  ];
}
