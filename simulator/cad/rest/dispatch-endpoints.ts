// Endpoints for dispatch calls: made, changed, taken, commented and closed.
import { z } from 'zod';
import { toIso } from '../time.ts';
import type { DispatchCall } from '../types.ts';
import { created, notFound, ok } from './answer.ts';
import { type Endpoint, endpointWithBody } from './endpoint.ts';
import type { RestPorts } from './ports.ts';
import { findTargets, hasTarget, noUnits, targetFields, withTargets } from './targets.ts';

const DISPATCH = '/v2/emergency/servers/:serverId/dispatch-calls';

const metaData = z.record(z.string(), z.string());
const editable = z.object({
  origin: z.int(),
  status: z.int().min(0).max(2),
  priority: z.union([z.int(), z.string()]),
  block: z.string(),
  address: z.string(),
  postal: z.string(),
  title: z.string(),
  code: z.string(),
  description: z.string(),
  primary: z.int(),
  trackPrimary: z.boolean(),
  metaData,
});
const note = z.object({
  time: z.string().optional(),
  label: z.string().default('Sonoran CAD'),
  type: z.string().default('text'),
  content: z.string(),
});

/** Of the ways to name units only these count for a new call; an empty list makes a call without units. */
const { communityUserIds, accounts, discord, roblox } = targetFields;
const newCall = editable
  .omit({ primary: true, trackPrimary: true })
  .partial({ block: true, address: true, postal: true, code: true, description: true, metaData: true })
  .extend({
    notes: z.array(note).default([]),
    deleteAfterMinutes: z.int().nonnegative().default(0),
    communityUserIds,
    accounts,
    discord,
    roblox,
  })
  .refine(hasTarget, 'expected communityUserIds, accounts, roblox or discord');

const newNote = z.object({
  note: z.string().min(1),
  noteType: z.string().default('text'),
  label: z.string().default('Sonoran CAD'),
});

export function dispatchEndpoints({ state, desk, now }: RestPorts): Endpoint[] {
  const { calls, units } = state;
  const unknownCall = notFound('Dispatch call not found.');
  const callOf = (params: Readonly<Record<string, string>>): DispatchCall | undefined =>
    calls.dispatch(Number(params.callId));

  return [
    endpointWithBody('createDispatchCall', `POST ${DISPATCH}`, newCall, ({ body }) => {
      const { communityUserIds, accounts, discord, roblox, notes, ...fields } = body;
      const idents = findTargets(state, { communityUserIds, accounts, discord, roblox });
      const time = toIso(now());
      return created(
        desk.createDispatch({
          ...withoutUndefined(fields),
          notes: notes.map(({ time: given = time, ...rest }) => ({ time: given, ...rest })),
          idents,
          primary: idents[0] ?? 0,
        }),
      );
    }),
    endpointWithBody(
      'closeDispatchCalls',
      `POST ${DISPATCH}/close`,
      z.object({ callIds: z.array(z.int()).min(1) }),
      ({ body }) => {
        const callIds = body.callIds.filter((callId) => calls.dispatch(callId));
        if (callIds.length === 0) return unknownCall;
        desk.close(callIds);
        return ok({ callIds });
      },
    ),
    endpointWithBody('detachUnits', `DELETE ${DISPATCH}/attachments`, withTargets({}), ({ body }) => {
      const idents = findTargets(state, body);
      if (idents.length === 0) return noUnits;
      const attached = calls.active().filter((call) => call.idents.some((ident) => idents.includes(ident)));
      const gone = idents.filter((ident) => attached.some((call) => call.idents.includes(ident)));
      for (const { callId } of attached) desk.detach(callId, idents);
      return ok({ identIds: gone });
    }),
    endpointWithBody(
      'updateDispatchCall',
      `PATCH ${DISPATCH}/:callId`,
      editable.partial(),
      ({ params, body }) => {
        const call = callOf(params);
        return call ? ok(desk.edit(call.callId, withoutUndefined(body))) : unknownCall;
      },
    ),
    endpointWithBody(
      'attachUnits',
      `POST ${DISPATCH}/:callId/attachments`,
      withTargets({}),
      ({ params, body }) => {
        const call = callOf(params);
        if (!call) return unknownCall;
        const identIds = findTargets(state, body);
        if (identIds.length === 0) return noUnits;
        desk.attach(call.callId, identIds);
        return ok({ callId: call.callId, identIds });
      },
    ),
    endpointWithBody('addDispatchNote', `POST ${DISPATCH}/:callId/notes`, newNote, ({ params, body }) => {
      const call = callOf(params);
      if (!call) return unknownCall;
      desk.note(call.callId, { content: body.note, type: body.noteType, label: body.label });
      return ok({ callId: call.callId, note: body.note });
    }),
    endpointWithBody(
      'setDispatchPostal',
      `PATCH ${DISPATCH}/:callId/postal`,
      z.object({ postal: z.string() }),
      ({ params, body: { postal } }) => {
        const call = callOf(params);
        if (!call) return unknownCall;
        desk.edit(call.callId, { postal });
        return ok({ callId: call.callId, postal });
      },
    ),
    endpointWithBody(
      'setDispatchPrimary',
      `PATCH ${DISPATCH}/:callId/primary`,
      z.object({ identId: z.int(), trackPrimary: z.boolean().default(false) }),
      ({ params, body: { identId, trackPrimary } }) => {
        const call = callOf(params);
        if (!call) return unknownCall;
        if (!units.get(identId)) return noUnits;
        desk.edit(call.callId, { primary: identId, trackPrimary });
        return ok({ callId: call.callId, identId, trackPrimary });
      },
    ),
  ];
}

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** Fields that were not sent stay as they are. */
function withoutUndefined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
