// Endpoints for units: who is on the air, their status, panics and places, and throwing them off.
import { z } from 'zod';
import { applyLocations, hasLocationTarget, unitLocation } from '../locations.ts';
import { unitStatus } from '../types.ts';
import { badRequest, ok } from './answer.ts';
import { type Endpoint, endpoint, endpointWithBody } from './endpoint.ts';
import { pageOf } from './page.ts';
import type { RestPorts } from './ports.ts';
import { findTargets, noUnits, withTargets } from './targets.ts';

const UNITS = '/v2/emergency/servers/:serverId/units';

const statusNames: Readonly<Record<number, string>> = {
  [unitStatus.unavailable]: 'UNAVAILABLE',
  [unitStatus.busy]: 'BUSY',
  [unitStatus.available]: 'AVAILABLE',
  [unitStatus.enroute]: 'ENROUTE',
  [unitStatus.onScene]: 'ON_SCENE',
  [unitStatus.offline]: 'OFFLINE',
};

const kick = z.object({ communityUserId: z.string(), reason: z.string().default('') });
const locations = z.object({ updates: z.array(unitLocation).min(1) });

export function unitEndpoints({ state, desk, unitList }: RestPorts): Endpoint[] {
  const { units } = state;

  /** Throws the first unit of a linked user off the air. */
  function kickOne({ communityUserId, reason }: z.output<typeof kick>) {
    const [identId] = findTargets(state, { communityUserId });
    if (identId === undefined) return null;
    desk.logout(identId);
    return { identId, communityUserId, reason };
  }

  return [
    endpoint('getUnits', `GET ${UNITS}`, ({ query }) => {
      const isOn = (name: string, unset: boolean) =>
        (query.get(name) ?? String(unset)).toLowerCase() === 'true';
      const all = isOn('includeOffline', false) ? [...units.online(), ...units.offline()] : units.online();
      const wanted = isOn('onlyUnits', true) ? all.filter(({ isDispatch }) => !isDispatch) : all;
      const page = pageOf(wanted, query, { limit: 'limit', offset: 'offset', usual: 100 });
      return ok(unitList === 'wrapped' ? { units: page } : page);
    }),
    endpointWithBody(
      'setUnitStatus',
      `PATCH ${UNITS}/status`,
      withTargets({ status: z.int() }),
      ({ body }) => {
        const idents = findTargets(state, body);
        if (idents.length === 0) return noUnits;
        desk.setStatus(idents, body.status);
        return ok({ updated: idents.length, status: statusNames[body.status] ?? String(body.status) });
      },
    ),
    endpointWithBody(
      'setUnitPanic',
      `PATCH ${UNITS}/panic`,
      withTargets({ isPanic: z.boolean() }),
      ({ body }) => {
        const idents = findTargets(state, body);
        if (idents.length === 0) return noUnits;
        desk.panic(idents, body.isPanic);
        return ok({ updated: idents.length, isPanic: body.isPanic });
      },
    ),
    ...(['POST', 'DELETE'] as const).map((method) =>
      endpointWithBody('kickUnit', `${method} ${UNITS}/kick`, z.union([kick, z.array(kick)]), ({ body }) => {
        if (Array.isArray(body)) {
          const kicked = body.map(kickOne).filter((one) => one !== null);
          return ok({ count: kicked.length, kicked });
        }
        const kicked = kickOne(body);
        return kicked ? ok({ identId: kicked.identId, reason: kicked.reason }) : noUnits;
      }),
    ),
    endpointWithBody(
      'updateUnitLocations',
      'PATCH /v2/emergency/servers/:serverId/unit-locations',
      locations,
      ({ body: { updates } }) => {
        const isComplete = updates.every((one) =>
          hasLocationTarget(one, ['communityUserId', 'roblox', 'discord']),
        );
        if (!isComplete) return badRequest('Each update requires communityUserId, roblox or discord.');
        return ok({ updated: applyLocations(state, updates) });
      },
    ),
  ];
}
